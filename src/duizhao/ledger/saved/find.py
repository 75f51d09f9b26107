"""Where the ledger stands in a workbook that came back: sheets may be renamed, columns moved, titles put above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.ledger.column import BY_HEAD, BY_KEY, CellForm
from duizhao.ledger.saved.book import Book
from duizhao.ledger.saved.days import to_day
from duizhao.ledger.saved.grid import Grid
from duizhao.ledger.update.values import KEEP, TAKE, Cells, FilledLedger
from duizhao.ledger.workbook.baseline import HEADS, VERSION
from duizhao.ledger.workbook.lists import CONFLICT_HEADS, LOOSE_HEADS

SEARCHED = 20
"""Rows in which the head may stand: people put a title and a line of dates above it."""

IDS = re.compile("[PM]-[0-9A-Z]{8}")
ENOUGH = 5
"""Heads by which a table is known as a ledger, the id's among them."""


@dataclass(frozen=True, slots=True)
class Table:
    """The ledger's table: its sheet, the row of its head, the column of each key, the numbers of its rows."""

    sheet: str
    grid: Grid
    head: int
    places: dict[str, int]
    rows: tuple[int, ...]

    @property
    def last(self) -> int:
        """The last row in which anything stands."""
        return self.rows[-1] if self.rows else self.head

    @property
    def model(self) -> int:
        """The last row that has an id of ours, whose look new rows take on; 0 where there is none."""
        at = self.places["id"]
        return next(
            (row for row in reversed(self.rows) if IDS.fullmatch(self.grid.text(row, at))), 0
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What there is in a workbook; a sheet that people took out is None."""

    book: Book
    table: Table
    baseline: str | None
    conflicts: str | None
    loose: str | None = None


def find(book: Book) -> Found:
    """The ledger in a workbook. Raises UnreadableDocument where there is none."""
    baseline = conflicts = loose = None
    table: Table | None = None
    for name in book.sheets:
        grid = book.grid(name)
        if grid.text(1, 0) == HEADS[0] and _version(grid):
            _check_version(book, _version(grid))
            baseline = name
        elif _begins(grid, CONFLICT_HEADS):
            conflicts = name
        elif _begins(grid, LOOSE_HEADS[:3]):
            loose = name
        elif table is None:
            table = _table(name, grid)
    if table is None:
        raise book.package.refuse(
            f"没有找到台账：要有一张表的表头含“{BY_KEY['id'].head}”和各列的列名；请给出 duizhao ledger 写的台账"
        )
    return Found(book, table, baseline, conflicts, loose)


def _begins(grid: Grid, heads: tuple[str, ...]) -> bool:
    return tuple(grid.text(1, at) for at in range(len(heads))) == heads


def returned(found: Found) -> FilledLedger:
    """What people gave back, as values."""
    table = found.table
    return FilledLedger(
        tuple(line_at(found.book, table, row) for row in table.rows),
        frozenset(table.places),
        _written(found.book.grid(found.baseline)) if found.baseline else (),
        _settled(found.book.grid(found.conflicts)) if found.conflicts else {},
    )


def remembered(found: Found) -> tuple[Cells, ...]:
    """The causes that were listed before as answering no problem: `file` and `claim` of each."""
    if not found.baseline:
        return ()
    lines = _known(found.book.grid(found.baseline))
    return tuple(cells for cells in lines if not cells.get("id") and cells.get("claim"))


def _version(grid: Grid) -> str:
    texts = (grid.text(1, at) for at in grid.places(1))
    return next((text for text in texts if text.startswith(VERSION.rstrip("0123456789"))), "")


def _check_version(book: Book, version: str) -> None:
    if version != VERSION:
        raise book.package.refuse("这份台账由另一版本的 duizhao 写成；请用那个版本，或更新本程序")


def _table(name: str, grid: Grid) -> Table | None:
    for row in grid.numbers[:SEARCHED]:
        places: dict[str, int] = {}
        for at in sorted(grid.places(row)):
            column = BY_HEAD.get("".join(grid.text(row, at).split()))
            if column:
                places.setdefault(column.key, at)
        if "id" in places and len(places) >= ENOUGH:
            return Table(name, grid, row, places, _filled(grid, row))
    return None


def _filled(grid: Grid, head: int) -> tuple[int, ...]:
    """The rows below the head in which anything stands, in our columns or in people's own."""
    return tuple(
        row
        for row in grid.numbers
        if row > head and any(grid.text(row, at) for at in grid.places(row))
    )


def line_at(book: Book, table: Table, row: int) -> Cells:
    """What stands in a row of the ledger, by the columns that are there."""
    line = {}
    for key, at in table.places.items():
        text = table.grid.text(row, at)
        if BY_KEY[key].form is CellForm.DATE and table.grid.is_number(row, at):
            text = to_day(text, book.counts_from_1904)
        line[key] = text
    return line


def _written(grid: Grid) -> tuple[Cells, ...]:
    return tuple(cells for cells in _known(grid) if cells.get("id"))


def _known(grid: Grid) -> Iterator[Cells]:
    heads = {at: grid.text(1, at) for at in grid.places(1)}
    for row in grid.numbers[1:]:
        yield {head: grid.text(row, at) for at, head in heads.items() if head in HEADS}


def _settled(grid: Grid) -> dict[tuple[str, str], str]:
    """What people chose for the conflicts that were listed."""
    at = {head: place for place, head in enumerate(CONFLICT_HEADS)}
    chosen = {
        (grid.text(row, at["编号"]), grid.text(row, at["列"])): grid.text(row, at["处理"])
        for row in grid.numbers[1:]
    }
    return {key: choice for key, choice in chosen.items() if choice in (KEEP, TAKE)}
