"""The hidden sheet 基线（勿改）: what was written last, so that an update separates people's changes from the text's.

It has one line for each row of the ledger: the text of each column that we filled, under the column's key. Lines
without an id are causes that answer no problem, with their `file`, and their text as `claim`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from duizhao.ledger.column import COLUMNS
from duizhao.ledger.plan import Cells
from duizhao.ledger.row import Ledger
from duizhao.ledger.xlsx.grid import CellGrid
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.cell import fit

MEMORY_SHEET = "基线（勿改）"
MEMORY_HEADS = (*(column.key for column in COLUMNS if column.is_read), "claim")
MEMORY_VERSION = "duizhao-ledger-1"
VERSION_STEM = MEMORY_VERSION.rstrip("0123456789")
COPY_STEM, COPY_AT = "copy:", len(MEMORY_HEADS) + 1


def write_memory(sheet: Any, written: Sequence[Cells], ledger: Ledger, copy: str = "") -> None:
    """Write the memory of a new workbook: `written` are the cells of the ledger's rows with their claims.

    `copy` names the workbook, for a program that keeps what it has given out.
    """
    sheet.write_row(0, 0, MEMORY_HEADS)
    sheet.write_string(0, len(MEMORY_HEADS), MEMORY_VERSION)
    if copy:
        sheet.write_string(0, COPY_AT, COPY_STEM + copy)
    for number, cells in enumerate((*written, *_loose(ledger)), 1):
        for at, key in enumerate(MEMORY_HEADS):
            if value := fit(cells.get(key, "")):
                sheet.write_string(number, at, value)
    sheet.very_hidden()


def _loose(ledger: Ledger) -> Iterator[Cells]:
    for label, cause in ledger.loose:
        yield {"file": label, "claim": cause.text}


def copy_of(grid: CellGrid) -> str:
    """The name that the workbook got when it was given out; empty for none."""
    text = grid.text(1, COPY_AT)
    return text.removeprefix(COPY_STEM) if text.startswith(COPY_STEM) else ""


def is_memory_sheet(grid: CellGrid) -> bool:
    return grid.text(1, 0) == MEMORY_HEADS[0] and bool(_version(grid))


def check_version(workbook: SavedWorkbook, grid: CellGrid) -> None:
    """Raises UnreadableDocument for a memory of another version."""
    if _version(grid) != MEMORY_VERSION:
        raise workbook.package.refuse(
            "这份台账由另一版本的 duizhao 写成；请用那个版本，或更新本程序"
        )


def read_memory(grid: CellGrid) -> tuple[Cells, ...]:
    """The lines of the memory."""
    heads = {at: head for at in grid.columns(1) if (head := grid.text(1, at)) in MEMORY_HEADS}
    return tuple({head: grid.text(row, at) for at, head in heads.items()} for row in grid.rows[1:])


def read_heads(grid: CellGrid) -> frozenset[str]:
    """The columns that the memory holds."""
    return frozenset(grid.text(1, at) for at in grid.columns(1))


def rows_of(memory: Iterable[Cells]) -> tuple[Cells, ...]:
    """The lines for rows of the ledger."""
    return tuple(cells for cells in memory if cells.get("id"))


def causes_of(memory: Iterable[Cells]) -> tuple[Cells, ...]:
    """The lines for causes that answer no problem."""
    return tuple(cells for cells in memory if not cells.get("id") and cells.get("claim"))


def is_remembered(written: Sequence[Cells], memory: Sequence[Cells]) -> bool:
    """Would the memory be the same again? A column that is newer than the memory is not compared."""
    known = [key for key in MEMORY_HEADS if any(key in cells for cells in memory)]

    def kept(cells: Mapping[str, str]) -> dict[str, str]:
        return {key: cells[key] for key in known if cells.get(key)}

    return [kept(each) for each in written] == [kept(each) for each in memory]


def patch_memory(edit: WorkbookEdit, sheet: str | None, written: Sequence[Cells]) -> None:
    """Write the memory anew: people do not see this sheet."""
    name = sheet or edit.add_sheet(MEMORY_SHEET, is_hidden=True)
    grid = edit.workbook.grid(name)
    copy = grid.text(1, COPY_AT) if copy_of(grid) else ""
    grid.clear_below(0)
    for at, head in enumerate((*MEMORY_HEADS, MEMORY_VERSION, *([copy] if copy else []))):
        grid.put(1, at, head)
    for row, cells in enumerate(written, 2):
        for at, key in enumerate(MEMORY_HEADS):
            if value := cells.get(key, ""):
                grid.put(row, at, fit(value))
    edit.keep_sheet(name)


def _version(grid: CellGrid) -> str:
    texts = (grid.text(1, at) for at in grid.columns(1))
    return next((text for text in texts if text.startswith(VERSION_STEM)), "")
