"""Which edits are those of punctuation: marks, blanks and widths, and no word."""

from __future__ import annotations

from unicodedata import category, normalize

from duizhao.text import Edit

MARKS = ("P", "Z", "Cf")


def is_punctuation(edit: Edit, text: str) -> bool:
    """Whether an edit leaves every word, letter and digit of `text` as it is."""
    return _words(edit.span.of(text)) == _words(edit.replacement)


def _words(text: str) -> str:
    return "".join(c for c in normalize("NFKC", text) if not category(c).startswith(MARKS))
