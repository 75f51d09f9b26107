"""The grids of the summary in a saved workbook: names that are new get their lines, and what is below moves down."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from duizhao.ledger.summary.counts import COUNTED_COLUMNS, GRID_HEADS, OTHERS_LABEL, LedgerCounts
from duizhao.ledger.xlsx.grid import CellGrid, column_letters
from duizhao.ledger.xlsx.move_cells import move_down
from duizhao.ledger.xlsx.references import RowShift
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.cell import fit

GRID_WIDTH = 1 + len(GRID_HEADS)
MAX_NAMES = 5000
"""Lines of a grid; a longer one is not ours."""

MAX_NOTE_COLUMNS = 20
"""Columns of people's notes to the right of the counts that move together with them."""

WantedNames = Mapping[str, Sequence[str]]
"""The names that each grid has to list, by the key of the column that it counts."""


@dataclass(frozen=True, slots=True)
class NameGrid:
    """One grid: the key of the column that it counts, the row of its head, the column of its names, and the names.

    `others` is the row that counts all other names, 0 if people removed it.
    """

    key: str
    head: int
    at: int
    names: tuple[str, ...]
    others: int

    @property
    def end(self) -> int:
        """The row below the last name."""
        return self.head + len(self.names) + 1

    def missing(self, wanted: WantedNames) -> list[str]:
        """The wanted names that have no line yet."""
        known = set(self.names)
        shown = dict.fromkeys(fit(name).strip() for name in wanted[self.key])
        return [name for name in shown if name and name not in known]


def summary_sheet(book: SavedWorkbook, others: Collection[str | None]) -> str:
    """The name of the sheet with the grids, different from all `others`; empty if people removed it."""
    names = (name for name in book.sheets if name not in others)
    return next((name for name in names if name_grids(book.grid(name))), "")


def name_grids(grid: CellGrid) -> tuple[NameGrid, ...]:
    """The grids of a sheet; of several that count the same column, the first."""
    read = (_read(grid, key, row, at) for key, (row, at) in _heads(grid).items())
    return tuple(names for names in read if len(names.names) < MAX_NAMES)


def add_names(edit: WorkbookEdit, sheet: str, wanted: WantedNames, counts: LedgerCounts) -> None:
    """Give each wanted name a line in its grid."""
    grids = name_grids(edit.workbook.grid(sheet))
    # From below upwards: what moves down has been filled already.
    for names in sorted(grids, key=lambda each: each.head, reverse=True):
        if new := names.missing(wanted):
            _add(edit, sheet, names, new, counts)


def _add(
    edit: WorkbookEdit, sheet: str, names: NameGrid, new: Sequence[str], counts: LedgerCounts
) -> None:
    grid = edit.workbook.grid(sheet)
    right = _last_column(grid, names)
    move_down(edit, RowShift(sheet, names.at, right, names.end, len(new)))
    # New lines look like the last name, or like the line of other names, which has moved down.
    model = names.end - 1 if names.names else names.others + len(new) if names.others else 0
    for row, name in enumerate(new, names.end):
        edit.put(sheet, row, names.at, name, grid.style(model, names.at))
        lines = counts.named(names.key, name, f"${column_letters(names.at)}{row}")
        for at, (formula, value) in enumerate(lines, names.at + 1):
            grid.put_formula(row, at, formula, value, grid.style(model, at))
    if names.others:
        _count_others(grid, names, len(new), counts)


def _count_others(grid: CellGrid, names: NameGrid, by: int, counts: LedgerCounts) -> None:
    """Leave the new names out of the count of other names, if its formula is still the one that we write."""
    row, before, after = names.others + by, len(names.names), len(names.names) + by
    ours = {
        normalised_formula(formula)
        for each in (counts, counts.former(), counts.first())
        for formula, _ in each.others(names.at + 1, names.head + 1, before, (0, 0, 0))
    }
    news = counts.others(names.at + 1, names.head + 1, after, (0, 0, 0))
    for at, (new, _) in enumerate(news, names.at + 1):
        if normalised_formula(grid.formula(row, at)) in ours:
            grid.put_formula(row, at, new, 0, grid.style(row, at))


def normalised_formula(formula: str) -> str:
    """A formula without blanks, quotes around sheet names and the sign at its start: programs differ in these."""
    return "".join(formula.split()).replace("'", "").removeprefix("=")


def _heads(grid: CellGrid) -> dict[str, tuple[int, int]]:
    """Row and column of the head of each grid, by the key that the grid counts."""
    keys = {head: key for key, head in COUNTED_COLUMNS.items()}
    found: dict[str, tuple[int, int]] = {}
    for row in grid.rows:
        if len(found) == len(keys):
            break
        for at in sorted(grid.columns(row)):
            key = keys.get(grid.text(row, at))
            if not key or key in found:
                continue
            if tuple(grid.text(row, at + 1 + each) for each in range(GRID_WIDTH - 1)) == GRID_HEADS:
                found[key] = row, at
    return found


def _read(grid: CellGrid, key: str, head: int, at: int) -> NameGrid:
    names: list[str] = []
    row = head + 1
    while (name := grid.text(row, at)) and name != OTHERS_LABEL and len(names) < MAX_NAMES:
        names.append(name)
        row += 1
    return NameGrid(key, head, at, tuple(names), row if name else 0)


def _last_column(grid: CellGrid, names: NameGrid) -> int:
    """The last column that moves along: people may have written notes to the right of the counts."""
    right = names.at + GRID_WIDTH - 1
    filled = {
        at
        for row in grid.rows
        if row >= names.head
        for at in grid.columns(row)
        if at > right and grid.text(row, at)
    }
    while right + 1 in filled and right < names.at + GRID_WIDTH + MAX_NOTE_COLUMNS:
        right += 1
    return right
