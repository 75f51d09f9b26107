"""A value made safe for a cell."""

from __future__ import annotations

from openpyxl.cell.cell import Cell, MergedCell

from duizhao.text.visible import ILLEGAL_IN_XML

# The most characters that Excel takes in a cell.
LONGEST = 32_767
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def put(cell: Cell | MergedCell, value: str | int) -> None:
    """Writes `value`; text stays text.

    What a spreadsheet might take for a formula is stored as a string under its own text prefix (the ' of a cell), so
    that its characters stay exact and nothing runs. What XML cannot hold becomes U+FFFD.
    """
    if isinstance(value, int):
        cell.value = value
        return
    text = ILLEGAL_IN_XML.sub("\ufffd", value)[:LONGEST]
    cell.value = text.replace("\r\n", "\n").replace("\r", "\n")
    if value.startswith(FORMULA_SIGNS):
        cell.data_type = "s"
        cell.quotePrefix = True
