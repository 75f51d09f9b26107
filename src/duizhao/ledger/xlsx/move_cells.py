"""Moving cells of a sheet down as a spreadsheet program does it: everything that refers to them follows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from duizhao.ledger.xlsx.grid import CellGrid
from duizhao.ledger.xlsx.references import RowShift, SharedFormula
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit

PLACED = {
    "mergeCell": "ref", "autoFilter": "ref", "hyperlink": "ref", "conditionalFormatting": "sqref",
    "dataValidation": "sqref", "ignoredError": "sqref", "protectedRange": "sqref",
}  # fmt: skip
"""The elements of a sheet that apply to a range, and the attribute that holds the range."""

RULE_FORMULAS = ("formula", "formula1", "formula2")
CHART_PART = re.compile(r".*/charts/chart[^/]*\.xml")
CHART_NS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NOTE_PLACE = re.compile(rb"(<x:Row>)(\d{1,7})(</x:Row>\s*<x:Column>)(\d{1,5})(</x:Column>)")
NOTE_PARTS = ("comments", "threadedComment")
MAX_FORMULA_CHARACTERS = 2_000_000
"""Of all formulas of the summary together: a summary of 800 files has 500,000."""


def move_down(edit: WorkbookEdit, shift: RowShift) -> None:
    """Move the cells, and adjust formulas, ranges, notes, names and charts that refer to them."""
    book = edit.workbook
    grid = book.grid(shift.sheet)
    if not _write_out_shared_formulas(grid):
        raise book.package.refuse("汇总表里的公式过多，不是正常的台账；请删去自己加的公式后再更新")
    grid.move_down(shift.top, shift.left, shift.right, shift.by)
    for name in list(book.sheets):
        if _adjust_formulas(book.grid(name), name, shift):
            edit.keep_sheet(name)
    _move_ranges(grid, shift)
    _move_notes(edit, shift)
    for named in book.root.iter(book.tag("definedName")):
        named.text = shift.adjust(named.text or "", "")
    for part in chart_parts(book):
        root = edit.root(part)
        if _adjust_texts(root.iter(CHART_NS + "f"), shift, ""):
            edit.keep_part(part, root)
    edit.keep_sheet(shift.sheet)


def chart_parts(book: SavedWorkbook) -> list[str]:
    """The parts of all charts."""
    return sorted(name for name in book.package.names if CHART_PART.fullmatch(name))


def _adjust_formulas(grid: CellGrid, name: str, shift: RowShift) -> bool:
    """Adjust the formulas of a sheet, in cells and in rules. Returns whether one has changed."""
    texts = [each for tag in ("f", *RULE_FORMULAS) for each in grid.root.iter(grid.tag(tag))]
    return _adjust_texts(texts, shift, name)


def _adjust_texts(elements: Iterable[etree._Element], shift: RowShift, here: str) -> bool:
    is_changed = False
    for element in elements:
        after = shift.adjust(element.text or "", here)
        if after != (element.text or ""):
            element.text = after
            is_changed = True
    return is_changed


def _move_ranges(grid: CellGrid, shift: RowShift) -> None:
    for tag, attribute in PLACED.items():
        for element in grid.root.iter(grid.tag(tag)):
            element.set(attribute, shift.adjust_ranges(element.get(attribute) or ""))
    for element in grid.root.iter(grid.tag("f")):
        if element.get("ref"):
            element.set("ref", shift.adjust_ranges(element.get("ref") or ""))
    # The used range of the sheet is optional, and it is no longer right.
    for element in grid.root.findall(grid.tag("dimension")):
        grid.root.remove(element)


def _move_notes(edit: WorkbookEdit, shift: RowShift) -> None:
    """Move the comments on moved cells: their text in the part of comments, their box in the old drawing format."""
    package = edit.workbook.package
    for relation in package.relationships(edit.workbook.sheets[shift.sheet]):
        if relation.kind in NOTE_PARTS and relation.target:
            root = edit.root(relation.target)
            for element in root.iter():
                if element.get("ref"):
                    element.set("ref", shift.adjust_ranges(element.get("ref") or ""))
            edit.keep_part(relation.target, root)
        elif relation.kind == "vmlDrawing" and relation.target:
            # VML is often not well-formed XML, so the place of a box is replaced in the bytes.
            drawing = edit.content(relation.target)
            moved = NOTE_PLACE.sub(lambda found: _note_place(found, shift), drawing)
            edit.keep_bytes(relation.target, moved)


def _note_place(found: re.Match[bytes], shift: RowShift) -> bytes:
    row, at = int(found[2]), int(found[4])
    # VML counts rows from 0, the sheet from 1.
    if shift.left <= at <= shift.right and row + 1 >= shift.top:
        row += shift.by
    return found[1] + str(row).encode() + found[3] + found[4] + found[5]


def _write_out_shared_formulas(grid: CellGrid) -> bool:
    """Give each cell of a shared formula its own text. Returns False if that would be too much text."""
    first: dict[str, tuple[int, SharedFormula, int, int]] = {}
    room = MAX_FORMULA_CHARACTERS
    for row, at, element in grid.formulas():
        key = element.get("si") or ""
        room -= len(element.text) if element.text else first[key][0] if key in first else 0
        if room < 0:
            return False
        if element.get("t") != "shared":
            continue
        # Only the first cell of a shared formula has a text; the others have its number `si`.
        if element.text:
            if key not in first:
                first[key] = len(element.text), SharedFormula(element.text), row, at
        elif key in first:
            _, shared, top, left = first[key]
            element.text = shared.copied(row - top, at - left)
        for name in ("t", "ref", "si"):
            element.attrib.pop(name, "")
    return True
