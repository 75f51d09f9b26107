"""The values of the counts in a saved workbook, brought up to date for programs that show it and do not calculate."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import product

from lxml import etree

from duizhao.ledger.address import TableAddress
from duizhao.ledger.options import ONE_STEP
from duizhao.ledger.rows.table import SavedTable
from duizhao.ledger.summary.counts import CountLine, LedgerCounts
from duizhao.ledger.summary.name_grids import NameGrid, name_grids, normalised_formula
from duizhao.ledger.summary.write import APPROACHING_LABEL, NEAR_LABEL
from duizhao.ledger.xlsx.grid import CellGrid, column_letters, column_number
from duizhao.ledger.xlsx.move_cells import CHART_NS, chart_parts
from duizhao.ledger.xlsx.references import quoted_sheet
from duizhao.ledger.xlsx.saved_workbook import DAY_0
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.process import NearDays

ONE_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
MAX_CHART_POINTS = 2000


def current_counts(table: SavedTable, summary: str, today: date) -> LedgerCounts:
    """The counts of the ledger's table with everything that people filled in."""
    # The formulas count whole columns, so rows above the head count too.
    rows = [table.line(row) for row in table.grid.rows if row != table.head]
    steps = _near_days(table.workbook.grid(summary)) if summary else ONE_STEP
    return LedgerCounts(rows, today, TableAddress(table.sheet, table.places), steps)


def recount(
    edit: WorkbookEdit,
    summary: str,
    table: SavedTable,
    others: Collection[str | None],
    counts: LedgerCounts,
    today: date,
) -> None:
    """Set the values of our formulas, and drop those of people's formulas: not every program calculates them again.

    `others` are sheets of ours without formulas of people.
    """
    _drop_values(edit, summary, table.sheet, others)
    if not summary:
        return
    grid = edit.workbook.grid(summary)
    grids = name_grids(grid)
    current = list(_formulas(counts, grids))
    renewed = {
        normalised_formula(old): new.removeprefix("=")
        for former in (counts.first(), counts.former())
        for (old, _), (new, _) in zip(_formulas(former, grids), current, strict=True)
        if old != new
    }
    statuses = [*counts.first().statuses(), *counts.statuses()]
    known = {
        normalised_formula(formula): value
        for formula, value in (*current, *((each[1], each[2]) for each in statuses))
    }
    known["TODAY()"] = (today - DAY_0).days
    for row, at, formula in list(grid.formulas()):
        own = normalised_formula(formula.text or "")
        if own in renewed:
            formula.text = renewed[own]
            own = normalised_formula(formula.text)
        if own in known:
            grid.set_value(row, at, known[own])
    edit.keep_sheet(summary)
    for part in chart_parts(edit.workbook):
        _redraw(edit, part, summary, grid)


def _drop_values(
    edit: WorkbookEdit, summary: str, table: str, others: Collection[str | None]
) -> None:
    """Drop the values of formulas on the summary, and on people's sheets that refer to the summary or the ledger."""
    referred = [name for name in (summary, table) if name]
    # Programs differ in whether they quote a name that needs no quotes.
    spellings = [f"{name}!" for each in referred for name in (quoted_sheet(each), f"'{each}'")]
    for name in edit.workbook.sheets:
        grid = edit.workbook.grid(name)
        formulas = [] if name == table or name in others else list(grid.formulas())
        texts = [formula.text or "" for _, _, formula in formulas]
        if name == summary or any(each in text for text in texts for each in spellings):
            for row, at, _ in formulas:
                grid.set_value(row, at, None)
            edit.keep_sheet(name)


def _formulas(counts: LedgerCounts, grids: Sequence[NameGrid]) -> Iterator[tuple[str, int]]:
    """The formulas of the counts with their values, without those of the states."""
    blocks: tuple[list[CountLine], ...] = (counts.totals(), counts.dues(), counts.wanting())
    for block in blocks:
        for _, formula, value in block:
            yield formula, value
    for names in grids:
        yield from _values_of_names(names, counts)


def _values_of_names(names: NameGrid, counts: LedgerCounts) -> Iterator[tuple[str, int]]:
    sums = [0, 0, 0]
    for row, name in enumerate(names.names, names.head + 1):
        made = counts.named(names.key, name, f"${column_letters(names.at)}{row}")
        sums = [total + value for total, (_, value) in zip(sums, made, strict=True)]
        yield from made
    yield from counts.others(names.at + 1, names.head + 1, len(names.names), sums)


def _near_days(grid: CellGrid) -> NearDays:
    """The numbers of days from which a deadline is near and approaching, as people set them."""
    days = {}
    for row, at in product(grid.rows[:40], range(8)):
        value = grid.text(row, at + 1)
        if value.isdecimal() and len(value) < 6:
            days[grid.text(row, at)] = int(value)
    near = days.get(NEAR_LABEL, ONE_STEP.near)
    return NearDays(days.get(APPROACHING_LABEL, near), near)


def _redraw(edit: WorkbookEdit, part: str, sheet: str, grid: CellGrid) -> None:
    """Update the copy of the sheet's numbers and names that a chart keeps."""
    root = edit.root(part)
    is_changed = False
    for kind in ("num", "str"):
        for reference in root.iter(f"{CHART_NS}{kind}Ref"):
            cells = _cells(reference.findtext(f"{CHART_NS}f") or "", sheet)
            cache = reference.find(f"{CHART_NS}{kind}Cache")
            if cells and cache is not None:
                _fill_cache(cache, [_cell_value(grid, row, at) for row, at in cells])
                is_changed = True
    if is_changed:
        edit.keep_part(part, root)


def _cells(formula: str, sheet: str) -> list[tuple[int, int]]:
    """The cells of a range of the sheet; none for a range of another sheet."""
    for name in (sheet, quoted_sheet(sheet), f"'{sheet}'"):
        found = ONE_RANGE.fullmatch(formula.removeprefix(name + "!"))
        if found and formula.startswith(name + "!"):
            columns = range(column_number(found[1]), column_number(found[3]) + 1)
            rows = range(int(found[2]), int(found[4]) + 1)
            if len(rows) * len(columns) <= MAX_CHART_POINTS:
                return list(product(rows, columns))
    return []


def _cell_value(grid: CellGrid, row: int, at: int) -> str:
    """The text of a cell; the stored value of one with a formula."""
    cell = grid.cell(row, at)
    value = "" if cell is None else cell.findtext(grid.tag("v")) or ""
    return value if grid.formula(row, at) else grid.text(row, at)


def _fill_cache(cache: etree._Element, values: list[str]) -> None:
    for point in cache.findall(f"{CHART_NS}pt"):
        cache.remove(point)
    count = cache.find(f"{CHART_NS}ptCount")
    if count is None:
        count = etree.SubElement(cache, f"{CHART_NS}ptCount")
    count.set("val", str(len(values)))
    # An empty value has no point: the chart shows a gap.
    for number, value in enumerate(values):
        if value:
            point = etree.SubElement(cache, f"{CHART_NS}pt", idx=str(number))
            etree.SubElement(point, f"{CHART_NS}v").text = value
