"""References in formulas: what becomes of them when cells are moved down, and what they are in another row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duizhao.ledger.saved.grid import column
from duizhao.ledger.workbook.address import letters

CORNER = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
# Texts, references with the sheet they are on, and names in quotes that belong to none; nothing is looked at twice.
REFERENCE = re.compile(
    rf'"(?:[^"]|"")*+"|(?<![\w.$\]!])(?P<sheet>(?:\'(?:[^\']|\'\')*+\'|[\w.]++)!)?'
    rf"(?P<start>{CORNER})(?P<end>:{CORNER})?(?![\w(.!])|'(?:[^']|'')*+'"
)
LONGEST = 8192
"""Characters of a formula, by the limits of Excel."""

PARTS = re.compile(r"(:?)(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Shift:
    """Cells of the sheet `sheet` moved down by `by`: the columns `left` to `right` (from 0) from row `top` on."""

    sheet: str
    left: int
    right: int
    top: int
    by: int

    def formula(self, text: str, here: str) -> str:
        """A formula that stands on the sheet `here`, as it is after the move."""
        if here != self.sheet and self.sheet not in text.replace("''", "'"):
            return text

        def moved(found: re.Match[str]) -> str:
            if found["start"] is None or _name(found["sheet"] or "", here) != self.sheet:
                return found[0]
            return (found["sheet"] or "") + self._range(found["start"], found["end"] or "")

        return REFERENCE.sub(moved, text) if len(text) <= LONGEST else text

    def ranges(self, text: str) -> str:
        """Ranges without the name of their sheet, with blanks between: what merged cells and colours have."""
        return " ".join(self.formula(each, self.sheet) for each in text.split())

    def _range(self, start: str, end: str) -> str:
        corners = [PARTS.fullmatch(each) for each in (start, end or start)]
        places = [(column(each[3]), int(each[5])) for each in corners if each]
        if any(not self.left <= at <= self.right for at, _ in places):
            return start + end
        return self._corner(start) + (self._corner(end) if end else "")

    def _corner(self, corner: str) -> str:
        def lower(found: re.Match[str]) -> str:
            row = int(found[5])
            return "".join(found.groups()[:4]) + str(row + self.by if row >= self.top else row)

        return PARTS.sub(lower, corner)


def translated(text: str, rows: int, columns: int) -> str:
    """A formula as it is so many rows further down and columns further right: what shared formulas leave unsaid."""

    def corner(found: re.Match[str]) -> str:
        colon, fixed, name, held, row = found.groups()
        at = name if fixed else letters(max(column(name) + columns, 0))
        return f"{colon}{fixed}{at}{held}{row if held else max(int(row) + rows, 1)}"

    def moved(found: re.Match[str]) -> str:
        if found["start"] is None:
            return found[0]
        reference = found["start"] + (found["end"] or "")
        return (found["sheet"] or "") + PARTS.sub(corner, reference)

    return REFERENCE.sub(moved, text)


def _name(sheet: str, here: str) -> str:
    if not sheet:
        return here
    name = sheet[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
