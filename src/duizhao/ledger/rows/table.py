"""The ledger's table in a saved workbook: found by its heads, read as lines, changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMN_BY_KEY, COLUMNS, CellForm
from duizhao.ledger.plan import CellChange, Cells
from duizhao.ledger.rows.write import most_lines
from duizhao.ledger.xlsx.grid import CellGrid
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.cell import fit, row_height

SEARCHED_ROWS = 20
"""Rows in which the head may stand: people put a title and a line of dates above it."""

LATER_COLUMNS = frozenset(column.key for column in COLUMNS if column.is_later)
MODELS = {
    CellForm.TEXT: ("progress", "problem", "measures"),
    CellForm.SHORT: ("status", "owner", "problem"),
    CellForm.DATE: ("due", "closed", "problem"),
}
"""The columns from which an added column takes its look."""

ROW_ID = re.compile("[PM]-[0-9A-Z]{8}")
ENOUGH_HEADS = 5
"""So many heads, those of the id or of problem and measures among them, make a sheet a ledger."""

ADOPTED_COLUMNS = ("id", "change", "file", "sentence")
"""The columns that an office's own ledger needs for updates."""


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
            places = _places(grid, row)
            if len(places) >= ENOUGH_HEADS and (
                "id" in places or {"problem", "measures"} <= places.keys()
            ):
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
        """The last row with an id of ours, from which added rows take their look; 0 without such a row.

        In an office's own ledger, the last row.
        """
        if "id" not in self.places:
            return self.rows[-1] if self.rows else 0
        ids = ((row, self.grid.text(row, self.places["id"])) for row in reversed(self.rows))
        return next((row for row, found in ids if ROW_ID.fullmatch(found)), 0)

    @property
    def text_style(self) -> str | None:
        """The style of a cell with wrapped text and borders; None in a table without a row of ours."""
        return self.grid.style(self.model, self.places.get("problem", 0))

    def lines(self) -> Iterator[Cells]:
        """The texts of each row, by the columns that are there."""
        return (self.line(row) for row in self.rows)

    def line(self, row: int, keys: Iterable[str] | None = None) -> Cells:
        """The texts of a row, of all columns or of these."""
        cells = {}
        for key in self.places if keys is None else keys:
            at = self.places[key]
            text = self.grid.text(row, at)
            if COLUMN_BY_KEY[key].form is CellForm.DATE and self.grid.is_number(row, at):
                text = self.workbook.day(text)
            cells[key] = text
        return cells

    def missing(self, memory_heads: AbstractSet[str]) -> tuple[str, ...]:
        """The columns that an update adds: those that are later than the memory of the workbook, if people have none.

        A column that people removed is not put back, except the ids, by which every later update finds the rows.
        """
        wanted: tuple[str, ...] = ()
        if not memory_heads:
            wanted = () if "id" in self.places else ADOPTED_COLUMNS
        elif not memory_heads & LATER_COLUMNS:
            wanted = tuple(column.key for column in COLUMNS if column.is_later)
        return tuple(key for key in dict.fromkeys(("id", *wanted)) if key not in self.places)


def _places(grid: CellGrid, row: int) -> dict[str, int]:
    """The column of each key under a head: by our own heads, and where one is missing by those of other ledgers."""
    places: dict[str, int] = {}
    heads = {at: "".join(grid.text(row, at).split()) for at in sorted(grid.columns(row))}
    for at, head in heads.items():
        column = COLUMN_BY_HEAD.get(head)
        if column and column.head == head:
            places.setdefault(column.key, at)
    for at, head in heads.items():
        column = COLUMN_BY_HEAD.get(head)
        if column and at not in places.values():
            places.setdefault(column.key, at)
    return places


def with_columns(edit: WorkbookEdit, table: SavedTable, keys: Sequence[str]) -> SavedTable:
    """The table with these columns added at its right, still empty, in the look of its other cells."""
    grid = table.grid
    right = max((at for row in grid.rows for at in grid.columns(row)), default=-1)
    places = table.places | {key: at for at, key in enumerate(keys, right + 1)}
    for key in keys:
        column, at = COLUMN_BY_KEY[key], places[key]
        likes = MODELS[column.form]
        like = next((table.places[each] for each in likes if each in table.places), right)
        edit.put(table.sheet, table.head, at, column.head, grid.style(table.head, like))
        grid.set_column(at, column.width, is_hidden=not column.is_shown)
        for number, row in enumerate(table.rows, 1):
            if key == "number":
                grid.put_number(row, at, number, grid.style(row, like))
            else:
                grid.put(row, at, "", grid.style(row, like))
    return replace(table, places=places)


def patch_table(
    edit: WorkbookEdit, table: SavedTable, changes: Sequence[CellChange], added: Sequence[Cells]
) -> None:
    """Change cells of the table and add rows below it."""
    for change in changes:
        _put(edit, table, table.rows[change.at], change.key, change.value)
    model, last, number = table.model, table.last, _last_number(table)
    for row, cells in enumerate(added, last + 1):
        for column in COLUMNS:
            if column.key in table.places:
                style = table.grid.style(model, table.places[column.key])
                _put(edit, table, row, column.key, cells.get(column.key, ""), style)
        if number:
            place = table.places["number"]
            table.grid.put_number(row, place, number + row - last, table.grid.style(model, place))
        table.grid.raise_to(row, row_height(most_lines(cells)))
    if added:
        to = last + len(added)
        edit.stretch_ranges(table.sheet, model or last, to)
        edit.stretch_tables(table.sheet, last, to)
    edit.keep_sheet(table.sheet)


def _last_number(table: SavedTable) -> int:
    """The highest number of a row; 0 in a table without such a column."""
    if "number" not in table.places:
        return 0
    texts = (table.grid.text(row, table.places["number"]) for row in table.rows)
    return max((int(each) for each in texts if each.isdecimal() and len(each) < 8), default=0)


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
