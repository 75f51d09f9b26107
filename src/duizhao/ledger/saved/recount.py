"""The counts of a summary that came back, as they are now, for programs that show a workbook and do not calculate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from lxml import etree

from duizhao.ledger.saved.applied import Applied
from duizhao.ledger.saved.find import Found, line_at
from duizhao.ledger.saved.frame import XML
from duizhao.ledger.saved.grid import Grid, column
from duizhao.ledger.saved.moved import CHART_NS, chart, charts
from duizhao.ledger.saved.summary import Names, alike, names_on
from duizhao.ledger.workbook.address import Address, letters, quoted
from duizhao.ledger.workbook.counts import NEAR_DAYS, ORIGIN, Counts
from duizhao.ledger.workbook.summary import NEAR_LABEL

ONE_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
MOST_POINTS = 2000


def counts_now(found: Found, summary: str, today: date) -> Counts:
    """The counts of the ledger's table as it stands, with all that people filled in."""
    table = found.table
    # A formula counts whole columns, what people put above the head among them.
    rows = [line_at(found.book, table, row) for row in table.grid.numbers if row != table.head]
    near = _near(found.book.grid(summary)) if summary else NEAR_DAYS
    return Counts(rows, today, Address(table.sheet, table.places), near)


def recount(done: Applied, sheet: str, counts: Counts, today: date) -> None:
    """Set what our formulas show, and forget what people's own show: not every program calculates those again."""
    _forget(done, sheet)
    if not sheet:
        return
    grid = done.found.book.grid(sheet)
    known = {alike(formula): value for formula, value in _values(counts, today)}
    for names in names_on(done.found, sheet):
        known |= dict(_named(grid, names, counts))
    for row, at, formula in list(grid.formulas()):
        own = alike(formula.text or "")
        if own in known:
            grid.set_value(row, at, known[own])
    done.keep(sheet)
    for part in charts(done.found.book):
        _redraw(done, part, sheet, grid)


def _forget(done: Applied, summary: str) -> None:
    """Drop the values of formulas on the summary, and on sheets of people's that call it or the ledger."""
    found = done.found
    called = [quoted(name) + "!" for name in (summary, found.table.sheet) if name]
    called += [f"'{name}'!" for name in (summary, found.table.sheet) if name]
    for name in found.book.sheets:
        grid = found.book.grid(name)
        formulas = [] if name in (found.table.sheet, found.baseline) else list(grid.formulas())
        texts = [formula.text or "" for _, _, formula in formulas]
        if name == summary or any(each in text for text in texts for each in called):
            for row, at, _ in formulas:
                grid.set_value(row, at, None)
            done.keep(name)


def _values(counts: Counts, today: date) -> Iterator[tuple[str, int]]:
    yield "TODAY()", (today - ORIGIN).days
    for block in (counts.whole(), counts.statuses(), counts.dues(), counts.wanting()):
        for _, formula, value in block:
            yield formula, value


def _named(grid: Grid, names: Names, counts: Counts) -> Iterator[tuple[str, int]]:
    listed = [0, 0, 0]
    for row, name in enumerate(names.names, names.head + 1):
        made = counts.named(names.key, name, f"${letters(names.at)}{row}")
        listed = [whole + value for whole, (_, value) in zip(listed, made, strict=True)]
        yield from ((alike(formula), value) for formula, value in made)
    others = counts.others(names.at + 1, names.head + 1, len(names.names), listed)
    yield from ((alike(formula), value) for formula, value in others)


def _near(grid: Grid) -> int:
    """The days that count as near, as people set them."""
    for row, at in product(grid.numbers[:40], range(8)):
        if grid.text(row, at) == NEAR_LABEL:
            days = grid.text(row, at + 1)
            return int(days) if days.isdecimal() and len(days) < 6 else NEAR_DAYS
    return NEAR_DAYS


def _redraw(done: Applied, part: str, sheet: str, grid: Grid) -> None:
    """What a chart remembers of the sheet's numbers and names."""
    root = chart(done, part)
    is_changed = False
    for kind in ("num", "str"):
        for reference in root.iter(f"{CHART_NS}{kind}Ref"):
            cells = _cells(reference.findtext(f"{CHART_NS}f") or "", sheet)
            kept = reference.find(f"{CHART_NS}{kind}Cache")
            if cells and kept is not None:
                _remember(kept, [_shown(grid, row, at) for row, at in cells])
                is_changed = True
    if is_changed:
        done.edit.put(part, etree.tostring(root, **XML))


def _cells(formula: str, sheet: str) -> list[tuple[int, int]]:
    """The places that a range of the sheet covers; none for a range of another."""
    for name in (sheet, quoted(sheet), f"'{sheet}'"):
        found = ONE_RANGE.fullmatch(formula.removeprefix(name + "!"))
        if found and formula.startswith(name + "!"):
            columns = range(column(found[1]), column(found[3]) + 1)
            rows = range(int(found[2]), int(found[4]) + 1)
            if len(rows) * len(columns) <= MOST_POINTS:
                return list(product(rows, columns))
    return []


def _shown(grid: Grid, row: int, at: int) -> str:
    cell = grid.cell(row, at)
    value = "" if cell is None else cell.findtext(grid.tag("v")) or ""
    return value if grid.formula(row, at) else grid.text(row, at)


def _remember(kept: etree._Element, values: list[str]) -> None:
    for point in kept.findall(f"{CHART_NS}pt"):
        kept.remove(point)
    count = kept.find(f"{CHART_NS}ptCount")
    if count is None:
        count = etree.SubElement(kept, f"{CHART_NS}ptCount")
    count.set("val", str(len(values)))
    for number, value in enumerate(values):
        if value:
            point = etree.SubElement(kept, f"{CHART_NS}pt", idx=str(number))
            etree.SubElement(point, f"{CHART_NS}v").text = value
