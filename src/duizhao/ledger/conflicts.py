"""The sheet 更新冲突: cells that both people and the statement have changed, for people to settle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from duizhao.ledger.plan import ConflictChoice, UpdateConflict
from duizhao.ledger.xlsx.grid import CellGrid
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.cell import fit
from duizhao.office.workbook import CellFormats, put_heads, set_pages

CONFLICTS_SHEET = "更新冲突"
CONFLICT_WIDTHS = {"编号": 12, "列": 14, "上次写入": 36, "台账现填": 36, "材料现在": 36, "处理": 12}
CONFLICT_HEADS = tuple(CONFLICT_WIDTHS)
ID_AT, HEAD_AT, _, _, _, CHOICE_AT = range(len(CONFLICT_HEADS))
SETTLED_AT_ONCE = 500
"""The drop-down reaches so many rows: more conflicts than a person settles in one sitting."""


def write_conflicts(sheet: Any, formats: CellFormats) -> None:
    """Write the heads, and hide the sheet: only an update finds conflicts."""
    put_heads(sheet, CONFLICT_WIDTHS.items(), formats)
    sheet.freeze_panes(1, 0)
    set_pages(sheet)
    choices = {"validate": "list", "source": [choice.value for choice in ConflictChoice]}
    sheet.data_validation(1, CHOICE_AT, SETTLED_AT_ONCE, CHOICE_AT, choices)
    sheet.hide()


def is_conflicts_sheet(grid: CellGrid) -> bool:
    return grid.row_of_texts(1, len(CONFLICT_HEADS)) == CONFLICT_HEADS


def read_choices(grid: CellGrid) -> dict[tuple[str, str], ConflictChoice]:
    """What people chose for the listed conflicts, by the row's id and the column's head."""
    words = {choice.value: choice for choice in ConflictChoice}
    rows = (grid.row_of_texts(row, len(CONFLICT_HEADS)) for row in grid.rows[1:])
    return {
        (row[ID_AT], row[HEAD_AT]): words[row[CHOICE_AT]] for row in rows if row[CHOICE_AT] in words
    }


def read_listed(grid: CellGrid) -> list[list[str]]:
    """The rows of the sheet with all their cells: people may have written to the right of them."""
    widest = max((max(grid.columns(row), default=0) for row in grid.rows), default=0)
    rows = [list(grid.row_of_texts(row, widest + 1)) for row in grid.rows[1:]]
    return [row for row in rows if any(row)]


def is_listed(conflicts: Sequence[UpdateConflict], listed: Sequence[Sequence[str]]) -> bool:
    """Does the sheet list exactly these conflicts?"""
    return [tuple(row[:CHOICE_AT]) for row in listed] == [_cells(each) for each in conflicts]


def patch_conflicts(
    edit: WorkbookEdit,
    sheet: str | None,
    conflicts: Sequence[UpdateConflict],
    listed: Sequence[Sequence[str]],
    style: str | None,
) -> None:
    """List the conflicts anew. What people wrote to the right of a conflict, or in rows of their own, stays."""
    if not conflicts and not sheet:
        return
    name = sheet or edit.add_sheet(CONFLICTS_SHEET)
    grid = edit.workbook.grid(name)
    beside = {tuple(row[:2]): row[CHOICE_AT:] for row in listed}
    current = {(conflict.id, conflict.head) for conflict in conflicts}
    # A row that lists no conflict of now, and no settled one of ours, is a note of people's and stays below.
    notes = [
        list(row)
        for row in listed
        if tuple(row[:2]) not in current and not row[ID_AT].startswith(("P-", "M-"))
    ]
    grid.clear_below(1)
    if not sheet:
        _put_rows(grid, [CONFLICT_HEADS], 1, style)
    rows = [[*cells, *beside.get(cells[:2], ())] for cells in map(_cells, conflicts)]
    _put_rows(grid, [*rows, *notes], 2, style)
    if conflicts:
        edit.show_sheet(name)
    edit.keep_sheet(name)


def _cells(conflict: UpdateConflict) -> tuple[str, ...]:
    values = (conflict.id, conflict.head, conflict.before, conflict.filled, conflict.now)
    return tuple(fit(value).strip() for value in values)


def _put_rows(grid: CellGrid, rows: Sequence[Sequence[str]], start: int, style: str | None) -> None:
    for number, row in enumerate(rows, start):
        for at, value in enumerate(row):
            grid.put(number, at, value, style)
