"""Text made fit for a cell of a workbook, and how high the cell gets."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from duizhao.text.visible import ILLEGAL_IN_XML
from duizhao.text.width import width

LONGEST_CELL = 32_767
"""Characters, the most that Excel takes in a cell."""
CUT_NOTE = "……（太长，此处未全录，见材料）"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula: OWASP's list, and the line feed that Excel skips."""
LINE_HEIGHT = 14.0
TALLEST_ROW = 409.0
"""Points, the most that Excel takes."""


def fit(value: str) -> str:
    """The value as a cell can hold it.

    What XML cannot hold becomes U+FFFD, line breaks are of one kind, and a text that is cut ends with a note.
    """
    text = ILLEGAL_IN_XML.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT_NOTE)] + CUT_NOTE


def is_formula_like(value: str) -> bool:
    """Whether a spreadsheet may read the text as a formula when the cell is edited."""
    return value.startswith(FORMULA_SIGNS)


@lru_cache(maxsize=8192)
def lines_in(text: str, column_width: float, spare: float = 0.5) -> int:
    """How many lines the text takes in a column; not every program finds it by itself.

    `column_width` counts digits of the standard face. `spare` digits of it stay free, since a line ends early where a
    character does not fit or may not begin the next line.
    """
    room = max(column_width - spare, 1)
    return sum(ceil(max(width(line) * 2, 1) / room) for line in text.split("\n"))


def row_height(lines: int) -> float:
    """The height in points of a row with so many lines in its fullest cell."""
    return min(lines * LINE_HEIGHT + 4, TALLEST_ROW)
