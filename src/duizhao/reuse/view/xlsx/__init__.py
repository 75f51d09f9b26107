"""Screening as a workbook: pairs, groups, passages, the matrix of each team, and excluded spans."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from duizhao.office.workbook import CellFormats, Column, Value, put_table, write_workbook
from duizhao.output_mark import OutputKind
from duizhao.reuse.view.shown import (
    ShownCheck,
    ShownJoin,
    ShownResult,
    Side,
    side_of,
    with_left_out,
)
from duizhao.reuse.view.xlsx.left_out import LEFT_OUT, left_out_rows
from duizhao.reuse.view.xlsx.matrix import write_matrix
from duizhao.reuse.view.xlsx.pairs import (
    GROUPS,
    PAIRS,
    PASSAGES,
    RECURRING,
    group_rows,
    pair_rows,
    passage_rows,
    recurring_rows,
)

UNREAD = (Column("文件", 40), Column("原因", 60))
MAX_ROWS = 50_000
"""Rows of one sheet; JSON has all of them."""

MAX_DOCUMENTS = 2000
"""Documents with their excluded spans listed."""


def render(shown: ShownResult) -> bytes:
    """The bytes of an .xlsx file."""
    return write_workbook("相同段落", OutputKind.SCREENING, partial(_fill_book, shown))


def _fill_book(shown: ShownResult, book: Any, formats: CellFormats) -> None:
    unasked = () if isinstance(shown, ShownJoin) else ("组", "占后者")
    _add_sheet(book, "成对", PAIRS, pair_rows(shown.facings()), formats, unasked)
    if isinstance(shown, ShownJoin):
        _add_sheet(book, "成组", GROUPS, group_rows(shown), formats)
    _add_sheet(book, "相同段落", PASSAGES, passage_rows(shown.facings()), formats, unasked)
    if isinstance(shown, ShownJoin):
        write_matrix(book.add_worksheet("矩阵"), book, shown, formats)
    elif shown.recurring:
        _add_sheet(book, "再次出现的问题", RECURRING, recurring_rows(shown), formats)
    _add_sheet(book, "扣除", LEFT_OUT, left_out_rows(_sides(shown)), formats)
    if isinstance(shown, ShownJoin) and shown.unread:
        rows: Iterator[list[Value]] = ([each.name, each.reason] for each in shown.unread)
        _add_sheet(book, "没有比的", UNREAD, rows, formats)


def _add_sheet(
    book: Any,
    name: str,
    columns: Sequence[Column],
    rows: Iterator[list[Value]],
    formats: CellFormats,
    without: Collection[str] = (),
) -> None:
    """Add a sheet, without the columns named in `without`."""
    kept = [at for at, column in enumerate(columns) if column.head not in without]
    some = ([row[at] for at in kept] for row in _limit(rows, len(columns)))
    put_table(book.add_worksheet(name), [columns[at] for at in kept], some, formats)


def _limit(rows: Iterator[list[Value]], wide: int) -> Iterator[list[Value]]:
    """At most `MAX_ROWS` rows, and a note in the last one where there are more."""
    yield from islice(rows, MAX_ROWS)
    if next(rows, None) is not None:
        yield [*[""] * (wide - 1), f"只列前 {MAX_ROWS} 行，其余见 JSON"]


def _sides(shown: ShownResult) -> Iterator[Side]:
    """The texts whose excluded spans are listed: the checked one, or all that share passages."""
    if isinstance(shown, ShownCheck):
        yield shown.side
        return
    entries = {entry.id: entry for _, pair in shown.pairs() for entry in (pair.left, pair.right)}
    yield from (
        with_left_out(side_of(entry, shown.filed), shown.filed)
        for entry in islice(entries.values(), MAX_DOCUMENTS)
    )
