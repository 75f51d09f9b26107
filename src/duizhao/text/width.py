"""How wide text is: in columns of a terminal, and in full-width characters of a page."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from duizhao.text.pattern import LazyPattern

ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
WIDEST = 2
"""Columns, the most that a character takes."""
NOT_SURELY_WIDE = LazyPattern("[^\u3001-\u3003\u3005-\u3011\u4e00-\u9fff\uff01-\uff5e]")
"""Characters whose width in a terminal has to be looked up: all others take two columns."""


class Widths(dict[str, int]):
    """Width by character, 1 for a letter; looked up in Unicode's tables when first asked for.

    `wide` are the classes of UAX #11 that take 2; the characters `zero` take none, like all combining marks.
    """

    def __init__(self, wide: str, zero: frozenset[str]) -> None:
        super().__init__()
        self._wide, self._zero = wide, zero

    def __missing__(self, character: str) -> int:
        if character in self._zero or combining(character):
            width = 0
        else:
            width = WIDEST if east_asian_width(character) in self._wide else 1
        self[character] = width
        return width


# A character of ambiguous width (“ ” × …) takes one column in a terminal, but on a page it stands in a Chinese font.
TERMINAL = Widths("WF", frozenset())
PAGE = Widths("WFA", ZERO_WIDTH)


def columns(text: str) -> int:
    """The width of `text` in columns of a terminal, where a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(map(TERMINAL.__getitem__, text))


def width(text: str) -> float:
    """The width of `text` on a page in full-width characters: a letter or a digit takes half of one."""
    if text.isascii():
        return len(text) / 2
    return sum(map(PAGE.__getitem__, text)) / 2
