"""Where the ledger's table stands, as formulas refer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duizhao.ledger.column import COLUMNS
from duizhao.ledger.xlsx.grid import column_letters
from duizhao.ledger.xlsx.references import quoted_sheet

TABLE_SHEET = "整改台账"
NEAR_NAME = "临近天数"
"""The defined name of the cell with the number of days from which a deadline is near."""
APPROACHING_NAME = "快到期天数"
"""The same for a second, earlier step, in workbooks that have one."""

NO_REFERENCE = "#REF!"
PLACES = {column.key: at for at, column in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class TableAddress:
    """The ledger's table as formulas on other sheets refer to it: its sheet, and the column of each key from 0."""

    sheet: str
    places: Mapping[str, int]

    def whole_column(self, key: str) -> str:
        """A whole column, so that rows added below count as well."""
        if key not in self.places:
            return NO_REFERENCE
        name, column = quoted_sheet(self.sheet), column_letters(self.places[key])
        return f"{name}!${column}:${column}"


NEW_TABLE = TableAddress(TABLE_SHEET, PLACES)
"""The table of a workbook that we write."""


def first_cell(key: str) -> str:
    """The cell of a column in the first row below the head, with a fixed column: $A2."""
    return f"${column_letters(PLACES[key])}2"
