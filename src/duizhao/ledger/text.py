"""Text made fit for a cell."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

from duizhao.text.width import width as text_width

# The most characters that Excel takes in a cell.
LONGEST = 32_767
CUT = "……（太长，此处未全录，见材料）"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\n")
# XML 1.0, production [2] Char: what is left out there.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_HEIGHT = 14.0
TALLEST = 409.0  # points, the most that Excel takes


def fit(value: str) -> str:
    """The value as a cell can hold it: what XML cannot hold becomes U+FFFD, line breaks are of one kind."""
    text = ILLEGAL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def is_risky(value: str) -> bool:
    """Whether a spreadsheet might take the text for a formula once somebody edits the cell."""
    return value.startswith(FORMULA_SIGNS)


@lru_cache(maxsize=8192)
def lines(text: str, width: float) -> int:
    """How many lines the text takes in a column so wide; not every program finds it by itself."""
    room = max(width - 0.5, 1)
    return sum(ceil(max(2 * text_width(line), 1) / room) for line in text.split("\n"))


def height(fullest: int) -> float:
    """The height in points of a row whose fullest cell takes so many lines."""
    return min(fullest * LINE_HEIGHT + 4, TALLEST)
