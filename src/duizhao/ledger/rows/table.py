"""The ledger's table in a saved workbook: found by its heads, read as lines, changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMN_BY_KEY, COLUMNS, CellForm
from duizhao.ledger.plan import CellChange, Cells
from duizhao.ledger.rows.write import most_lines
from duizhao.ledger.xlsx.grid import CellGrid
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.cell import fit, row_height

SEARCHED_ROWS = 20
"""Rows in which the head may stand: people put a title and a line of dates above it."""

ROW_ID = re.compile("[PM]-[0-9A-Z]{8}")
ENOUGH_HEADS = 5
"""So many heads, the id's among them, make a sheet a ledger."""


@dataclass(frozen=True, slots=True)
class SavedTable:
    """The ledger's table: its sheet, the row of its head, the column of each key, the numbers of its rows."""

    workbook: SavedWorkbook
    sheet: str
    head: int
    places: dict[str, int]
    rows: tuple[int, ...]

    @classmethod
    def from_sheet(cls, workbook: SavedWorkbook, sheet: str) -> SavedTable | None:
        """The table of a sheet, wherever its head stands; None if the sheet has no head of a ledger."""
        grid = workbook.grid(sheet)
        for row in grid.rows[:SEARCHED_ROWS]:
            places: dict[str, int] = {}
            for at in sorted(grid.columns(row)):
                column = COLUMN_BY_HEAD.get("".join(grid.text(row, at).split()))
                if column:
                    places.setdefault(column.key, at)
            if "id" in places and len(places) >= ENOUGH_HEADS:
                # Rows in which only people's own columns are filled count too.
                rows = tuple(each for each in grid.rows if each > row and grid.is_filled(each))
                return cls(workbook, sheet, row, places, rows)
        return None

    @property
    def grid(self) -> CellGrid:
        return self.workbook.grid(self.sheet)

    @property
    def last(self) -> int:
        """The last row with any text."""
        return self.rows[-1] if self.rows else self.head

    @property
    def model(self) -> int:
        """The last row with an id of ours, from which added rows take their look; 0 if there is none."""
        ids = ((row, self.grid.text(row, self.places["id"])) for row in reversed(self.rows))
        return next((row for row, found in ids if ROW_ID.fullmatch(found)), 0)

    @property
    def text_style(self) -> str | None:
        """The style of a cell with wrapped text and borders; None in a table without a row of ours."""
        return self.grid.style(self.model, self.places.get("problem", 0))

    def lines(self) -> Iterator[Cells]:
        """The texts of each row, by the columns that are there."""
        return (self.line(row) for row in self.rows)

    def line(self, row: int) -> Cells:
        cells = {}
        for key, at in self.places.items():
            text = self.grid.text(row, at)
            if COLUMN_BY_KEY[key].form is CellForm.DATE and self.grid.is_number(row, at):
                text = self.workbook.day(text)
            cells[key] = text
        return cells


def patch_table(
    edit: WorkbookEdit, table: SavedTable, changes: Sequence[CellChange], added: Sequence[Cells]
) -> None:
    """Change cells of the table and add rows below it."""
    for change in changes:
        _put(edit, table, table.rows[change.at], change.key, change.value)
    model, last = table.model, table.last
    for row, cells in enumerate(added, last + 1):
        for column in COLUMNS:
            if column.key in table.places:
                style = table.grid.style(model, table.places[column.key])
                _put(edit, table, row, column.key, cells.get(column.key, ""), style)
        table.grid.raise_to(row, row_height(most_lines(cells)))
    if added:
        to = last + len(added)
        edit.stretch_ranges(table.sheet, model or last, to)
        edit.stretch_tables(table.sheet, last, to)
    edit.keep_sheet(table.sheet)


def _put(
    edit: WorkbookEdit,
    table: SavedTable,
    row: int,
    key: str,
    value: str,
    style: str | None = None,
) -> None:
    at = table.places[key]
    own = table.grid.style(row, at) if style is None else style
    is_day = COLUMN_BY_KEY[key].form is CellForm.DATE
    number = table.workbook.day_number(fit(value)) if is_day else None
    if number is not None and number > 0:
        table.grid.put_number(row, at, number, own)
    else:
        edit.put(table.sheet, row, at, value, own)
