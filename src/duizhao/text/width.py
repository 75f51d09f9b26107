"""How wide characters are, in characters of Chinese."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

NOTHING = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


def width(text: str) -> float:
    """The width of `text` in full-width characters: a letter or digit takes half of one.

    Quotes and dashes count as full-width: they stand in a Chinese font.
    """
    if text.isascii():
        return len(text) / 2
    return sum(
        0.0 if c in NOTHING or combining(c) else 1.0 if east_asian_width(c) in "WFA" else 0.5
        for c in text
    )
