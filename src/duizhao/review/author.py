"""The author of our comments and tracked changes: the name that is asked for, and a mark by which it is known as ours.

A name alone would not do: the person who bears it comments too, in the same file and under the same name.
"""

from __future__ import annotations

AUTHOR, INITIALS = "duizhao", "DZ"
MARK = "\u2060"
"""WORD JOINER: no program shows it, and no keyboard types it behind a name."""
LONGEST_NAME = 50
LONGEST_INITIALS = 9
"""Characters, as Word has them."""


def marked_author(name: str | None) -> str:
    """The author to write for a name. A blank name, or none, is our own."""
    words = " ".join((name or "").replace(MARK, "").split())[:LONGEST_NAME]
    return AUTHOR if words in ("", AUTHOR) else f"{words}{MARK}"


def is_ours(author: str) -> bool:
    """Did we write what has this author, under whatever name?"""
    return author == AUTHOR or author.endswith(MARK)


def initials(author: str) -> str:
    """What Word shows of an author where it has little room."""
    return INITIALS if author == AUTHOR else author.removesuffix(MARK)[:LONGEST_INITIALS]
