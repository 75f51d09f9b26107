"""The name under which our comments and tracked changes are written."""

from __future__ import annotations

from duizhao.text.own_author import AUTHOR, MARK

INITIALS = "DZ"
LONGEST_NAME = 50
LONGEST_INITIALS = 9
"""Characters, as Word has them."""


def marked_author(name: str | None) -> str:
    """The author to write for a name. A blank name, or none, is our own."""
    words = " ".join((name or "").replace(MARK, "").split())[:LONGEST_NAME]
    return AUTHOR if words in ("", AUTHOR) else f"{words}{MARK}"


def shown_author(author: str) -> str:
    """The name of an author as people see it."""
    return author.removesuffix(MARK)


def initials(author: str) -> str:
    """What Word shows of an author where it has little room."""
    return INITIALS if author == AUTHOR else shown_author(author)[:LONGEST_INITIALS]
