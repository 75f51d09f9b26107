"""Cells moved down within a sheet, as a spreadsheet program does it: all that refers to them follows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from duizhao.ledger.saved.applied import Applied
from duizhao.ledger.saved.book import Book
from duizhao.ledger.saved.frame import XML
from duizhao.ledger.saved.grid import Grid
from duizhao.ledger.saved.references import Shift, translated

# Elements of a sheet that say where they apply.
PLACED = {
    "mergeCell": "ref", "autoFilter": "ref", "hyperlink": "ref", "conditionalFormatting": "sqref",
    "dataValidation": "sqref", "ignoredError": "sqref", "protectedRange": "sqref",
}  # fmt: skip
RULES = ("formula", "formula1", "formula2")
CHART = re.compile(r".*/charts/chart[^/]*\.xml")
CHART_NS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NOTE_PLACE = re.compile(rb"(<x:Row>)(\d{1,7})(</x:Row>\s*<x:Column>)(\d{1,5})(</x:Column>)")
NOTES = ("comments", "threadedComment")
MOST_FORMULAS = 2_000_000
"""Characters of all formulas of the summary: one of 800 files has 500,000."""


def move_down(done: Applied, shift: Shift) -> None:
    """Move the cells, and rewrite formulas, ranges, notes, names and charts that call them."""
    book = done.found.book
    grid = book.grid(shift.sheet)
    if not _spell_out(grid):
        raise book.package.refuse("汇总表里的公式过多，不是正常的台账；请删去自己加的公式后再更新")
    grid.move_down(shift.top, shift.left, shift.right, shift.by)
    for name in list(book.sheets):
        if _rewrite(book.grid(name), name, shift):
            done.keep(name)
    _move_ranges(grid, shift)
    _move_notes(done, shift)
    for named in book.root.iter(book.tag("definedName")):
        named.text = shift.formula(named.text or "", "")
    for part in charts(book):
        root = chart(done, part)
        if _rewrite_texts(root.iter(CHART_NS + "f"), shift, ""):
            done.edit.put(part, etree.tostring(root, **XML))
    done.keep(shift.sheet)


def charts(book: Book) -> list[str]:
    """The parts of all charts."""
    return sorted(name for name in book.package.names if CHART.fullmatch(name))


def chart(done: Applied, part: str) -> etree._Element:
    """A chart as it is now, with what was changed in it before."""
    changed = done.edit.get(part)
    return done.found.book.package.sheet(part) if changed is None else etree.fromstring(changed)


def _rewrite(grid: Grid, name: str, shift: Shift) -> bool:
    """Let the formulas of a sheet follow. Returns whether one did."""
    texts = [each for tag in ("f", *RULES) for each in grid.root.iter(grid.tag(tag))]
    return _rewrite_texts(texts, shift, name)


def _rewrite_texts(elements: Iterable[etree._Element], shift: Shift, here: str) -> bool:
    is_changed = False
    for element in elements:
        after = shift.formula(element.text or "", here)
        if after != (element.text or ""):
            element.text = after
            is_changed = True
    return is_changed


def _move_ranges(grid: Grid, shift: Shift) -> None:
    for tag, attribute in PLACED.items():
        for element in grid.root.iter(grid.tag(tag)):
            element.set(attribute, shift.ranges(element.get(attribute) or ""))
    for element in grid.root.iter(grid.tag("f")):
        if element.get("ref"):
            element.set("ref", shift.ranges(element.get("ref") or ""))
    for element in grid.root.findall(grid.tag("dimension")):
        grid.root.remove(element)


def _move_notes(done: Applied, shift: Shift) -> None:
    """What people noted on a cell moves with it."""
    book = done.found.book
    for relation in book.package.relationships(book.sheets[shift.sheet]):
        if relation.kind in NOTES and relation.target:
            root = book.package.sheet(relation.target)
            for element in root.iter():
                if element.get("ref"):
                    element.set("ref", shift.ranges(element.get("ref") or ""))
            done.edit.put(relation.target, etree.tostring(root, **XML))
        elif relation.kind == "vmlDrawing" and relation.target:
            drawn = book.package.read(relation.target) or b""
            done.edit.put(relation.target, NOTE_PLACE.sub(lambda at: _note_place(at, shift), drawn))


def _note_place(found: re.Match[bytes], shift: Shift) -> bytes:
    row, at = int(found[2]), int(found[4])
    if shift.left <= at <= shift.right and row + 1 >= shift.top:
        row += shift.by
    return found[1] + str(row).encode() + found[3] + found[4] + found[5]


def _spell_out(grid: Grid) -> bool:
    """Write formulas that stand once for several cells into each of them. False where that would be too much."""
    first: dict[str, tuple[str, int, int]] = {}
    room = MOST_FORMULAS
    for row, at, element in grid.formulas():
        key = element.get("si") or ""
        room -= len(element.text or first.get(key, ("",))[0])
        if room < 0:
            return False
        if element.get("t") != "shared":
            continue
        if element.text:
            first.setdefault(key, (element.text, row, at))
        elif key in first:
            text, top, left = first[key]
            element.text = translated(text, row - top, at - left)
        for name in ("t", "ref", "si"):
            element.attrib.pop(name, "")
    return True
