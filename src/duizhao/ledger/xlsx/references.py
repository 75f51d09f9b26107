"""References in formulas: how they change when cells move down, and when a formula is copied to another row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duizhao.ledger.xlsx.grid import column_letters, column_number

PLAIN_NAME = re.compile(r"[^\W\d]\w*")
CORNER = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
# Three things, so that no character is read twice: texts in quotes, references with or without a sheet, and quoted
# names that belong to no reference. Only the references have the group `start`.
REFERENCE = re.compile(
    rf'"(?:[^"]|"")*+"|(?<![\w.$\]!])(?P<sheet>(?:\'(?:[^\']|\'\')*+\'|[\w.]++)!)?'
    rf"(?P<start>{CORNER})(?P<end>:{CORNER})?(?![\w(.!])|'(?:[^']|'')*+'"
)
LONGEST_FORMULA = 8192
"""Characters of a formula, by the limits of Excel."""

CORNER_PARTS = re.compile(r"(:?)(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})")


def quoted_sheet(sheet: str) -> str:
    """The name of a sheet as a formula spells it."""
    return sheet if PLAIN_NAME.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class RowShift:
    """A move of cells of the sheet `sheet` by `by` rows down: columns `left` to `right` (from 0), from row `top` on."""

    sheet: str
    left: int
    right: int
    top: int
    by: int

    def adjust(self, formula: str, here: str) -> str:
        """A formula on the sheet `here` with its references to moved cells adjusted."""
        if here != self.sheet and self.sheet not in formula.replace("''", "'"):
            return formula

        def moved(found: re.Match[str]) -> str:
            if found["start"] is None or _sheet_name(found["sheet"] or "", here) != self.sheet:
                return found[0]
            return (found["sheet"] or "") + self._range(found["start"], found["end"] or "")

        return REFERENCE.sub(moved, formula) if len(formula) <= LONGEST_FORMULA else formula

    def adjust_ranges(self, text: str) -> str:
        """Ranges without sheet names, separated by blanks, as merged cells and conditional formats have them."""
        return " ".join(self.adjust(each, self.sheet) for each in text.split())

    def _range(self, start: str, end: str) -> str:
        corners = [CORNER_PARTS.fullmatch(each) for each in (start, end or start)]
        places = [(column_number(each[3]), int(each[5])) for each in corners if each]
        # A range that is only partly in the moved columns has no right answer: spreadsheet programs leave it alone too.
        if any(not self.left <= at <= self.right for at, _ in places):
            return start + end
        return self._corner(start) + (self._corner(end) if end else "")

    def _corner(self, corner: str) -> str:
        def lower(found: re.Match[str]) -> str:
            row = int(found[5])
            return "".join(found.groups()[:4]) + str(row + self.by if row >= self.top else row)

        return CORNER_PARTS.sub(lower, corner)


class SharedFormula:
    """A formula that many cells share, cut at its references once; each cell has its own copy of it."""

    def __init__(self, formula: str) -> None:
        self._between: list[str] = []
        # Of each corner the column and the row, each behind its own words where a $ holds it.
        self._places: list[tuple[str, int, str, int]] = []
        end = 0
        for found in REFERENCE.finditer(formula):
            if found["start"] is not None:
                end = self._cut(formula, end, found.start("start"), found.end())
        self._last = formula[end:]

    def copied(self, rows: int, columns: int) -> str:
        """The formula copied so many rows down and columns to the right."""
        pieces = []
        for between, (held, column, fixed, row) in zip(self._between, self._places, strict=True):
            pieces.append(between)
            pieces.append(held or column_letters(max(column + columns, 0)))
            pieces.append(fixed or str(max(row + rows, 1)))
        return "".join(pieces) + self._last

    def _cut(self, formula: str, end: int, start: int, stop: int) -> int:
        for found in CORNER_PARTS.finditer(formula, start, stop):
            colon, fixed, name, held, row = found.groups()
            self._between.append(formula[end : found.start()] + colon)
            self._places.append(
                (fixed and fixed + name, column_number(name), held and held + row, int(row))
            )
            end = found.end()
        return end


def _sheet_name(sheet: str, here: str) -> str:
    if not sheet:
        return here
    name = sheet[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
