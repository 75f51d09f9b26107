"""A plan carried out in a workbook: cells changed, rows added below, and all else left as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from duizhao.ledger.column import BY_KEY, COLUMNS, CellForm
from duizhao.ledger.saved.applied import Applied
from duizhao.ledger.saved.days import to_number
from duizhao.ledger.saved.find import Found
from duizhao.ledger.saved.frame import (
    add_sheet,
    calculate_again,
    show,
    stretch,
    stretch_tables,
)
from duizhao.ledger.saved.grid import Grid
from duizhao.ledger.saved.loose import list_loose, listed
from duizhao.ledger.saved.recount import counts_now, recount
from duizhao.ledger.saved.summary import add_names, find_names, missing
from duizhao.ledger.update.loose import LoosePlan
from duizhao.ledger.update.values import Cells, UpdateConflict, UpdatePlan
from duizhao.ledger.workbook.address import BASELINE, CONFLICTS
from duizhao.ledger.workbook.baseline import HEADS, VERSION
from duizhao.ledger.workbook.lists import CONFLICT_HEADS
from duizhao.ledger.workbook.table import fullest
from duizhao.office.cell import fit, is_formula_like, row_height
from duizhao.office.package_edit import PackageEdit

Wanted = Mapping[str, Sequence[str]]


def applied(
    found: Found,
    plan: UpdatePlan,
    loose: LoosePlan,
    before: Sequence[Cells],
    wanted: Wanted,
    today: date,
) -> bytes | None:
    """The workbook with the plans carried out; None where there is nothing to do.

    `before` is what was remembered, `wanted` the names that the summary has to list, by the key of their column.
    """
    conflicts = _listed(found)
    rows, causes = listed(found)
    summary, grids = find_names(found)
    is_idle = (
        not plan.changes
        and not plan.added
        and _same([*plan.written, *loose.written], before)
        and [tuple(each)[:5] for each in conflicts] == _rows(plan.conflicts)
        and (tuple(causes), loose.added) == (loose.lines, ())
        and not any(missing(names, wanted[names.key]) for names in grids)
    )
    if is_idle:
        return None
    done = Applied(found, PackageEdit(found.book.package))
    style = _text_style(found)
    _fill(done, plan)
    done.keep(found.table.sheet)
    _remember(done, [*plan.written, *loose.written])
    _list_conflicts(done, plan.conflicts, conflicts)
    list_loose(done, loose, rows, causes, style)
    counts = counts_now(found, summary, today)
    if summary:
        add_names(done, summary, wanted, counts)
    recount(done, summary, counts, today)
    calculate_again(found.book)
    return done.bytes()


def _fill(done: Applied, plan: UpdatePlan) -> None:
    found, table = done.found, done.found.table
    rows = table.rows
    for change in plan.changes:
        _put(found, rows[change.at], change.key, change.value)
    model, last = table.model, table.last
    for number, cells in enumerate(plan.added, last + 1):
        for column in COLUMNS:
            if column.key in table.places:
                style = table.grid.style(model, table.places[column.key]) if model else None
                _put(found, number, column.key, cells.get(column.key, ""), style)
        table.grid.raise_to(number, row_height(fullest(dict(cells))))
    if plan.added:
        to = last + len(plan.added)
        stretch(found.book, table.sheet, table.grid, model or last, to)
        stretch_tables(done.edit, found.book, table.sheet, last, to)


def _put(found: Found, row: int, key: str, value: str, style: str | None = None) -> None:
    grid, at = found.table.grid, found.table.places[key]
    text = fit(value)
    own = style if style is not None else grid.style(row, at)
    number = (
        to_number(text, found.book.counts_from_1904) if BY_KEY[key].form is CellForm.DATE else None
    )
    if number is not None and number > 0:
        grid.put_number(row, at, number, own)
        return
    if is_formula_like(text) and found.book.styles:
        own = found.book.styles.quoted(own)
    grid.put(row, at, text, own)


def _same(after: Sequence[Cells], before: Sequence[Cells]) -> bool:
    def kept(cells: Cells) -> dict[str, str]:
        return {key: cells[key] for key in HEADS if cells.get(key)}

    return [kept(each) for each in after] == [kept(each) for each in before]


def _remember(done: Applied, written: Sequence[Cells]) -> None:
    """The hidden sheet, written anew: it is ours alone."""
    found = done.found
    name = found.baseline or add_sheet(done.edit, found.book, BASELINE, is_hidden=True)
    grid = found.book.grid(name)
    grid.clear_below(0)
    for at, head in enumerate((*HEADS, VERSION)):
        grid.put(1, at, head)
    for row, cells in enumerate(written, 2):
        for at, key in enumerate(HEADS):
            if value := cells.get(key, ""):
                grid.put(row, at, fit(value))
    done.keep(name)


def _rows(conflicts: Sequence[UpdateConflict]) -> list[tuple[str, ...]]:
    return [
        tuple(fit(value).strip() for value in (c.id, c.head, c.before, c.filled, c.now))
        for c in conflicts
    ]


def _listed(found: Found) -> list[list[str]]:
    """The conflicts that are listed already, each with all its cells: people may have noted something beside them."""
    if not found.conflicts:
        return []
    grid = found.book.grid(found.conflicts)
    widest = max((max(grid.places(row), default=0) for row in grid.numbers), default=0)
    rows = [[grid.text(row, at) for at in range(widest + 1)] for row in grid.numbers[1:]]
    return [row for row in rows if any(row)]


def _list_conflicts(
    done: Applied, conflicts: Sequence[UpdateConflict], listed: Sequence[Sequence[str]]
) -> None:
    found = done.found
    if not conflicts and not found.conflicts:
        return
    name = found.conflicts or add_sheet(done.edit, found.book, CONFLICTS)
    grid = found.book.grid(name)
    noted = {tuple(row[:2]): row[5:] for row in listed}
    known = {(conflict.id, conflict.head) for conflict in conflicts}
    # What is neither ours nor settled is a note of somebody's, and stays below.
    own = [
        row for row in listed if tuple(row[:2]) not in known and not row[0].startswith(("P-", "M-"))
    ]
    grid.clear_below(1)
    style = _text_style(found)
    rows = [[*row, *noted.get(row[:2], ())] for row in _rows(conflicts)]
    _write_lines(grid, [list(CONFLICT_HEADS)] if not found.conflicts else [], 1, style)
    _write_lines(grid, [*rows, *(list(row) for row in own)], 2, style)
    if conflicts:
        show(found.book, name)
    done.keep(name)


def _write_lines(grid: Grid, rows: Sequence[Sequence[str]], start: int, style: str | None) -> None:
    for number, row in enumerate(rows, start):
        for at, value in enumerate(row):
            grid.put(number, at, value, style)


def _text_style(found: Found) -> str | None:
    """The style of the problem's cell: wrapped text with lines around it."""
    table = found.table
    return table.grid.style(table.model, table.places.get("problem", 0)) if table.model else None
