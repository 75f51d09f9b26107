"""Changes to a saved workbook: which parts are written anew, new sheets, and the ranges that grow with a table."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from duizhao.ledger.xlsx.saved_workbook import RELATION, STRICT_RELATION, SavedWorkbook
from duizhao.office.cell import fit, is_formula_like
from duizhao.office.package_edit import PackageEdit
from duizhao.office.xml import whole_number

RANGE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(:\$?[A-Z]{1,3}\$?)(\d+)")
GROWING_RANGES = (
    ("dimension", "ref"),
    ("autoFilter", "ref"),
    ("conditionalFormatting", "sqref"),
    ("dataValidation", "sqref"),
)
"""The elements of a sheet with a range that takes in rows added to a table, and the attribute that holds the range."""

GROWING_NAMES = ("_xlnm._FilterDatabase", "_xlnm.Print_Area")
XML_OPTIONS: dict[str, Any] = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


class WorkbookEdit:
    """A workbook with changes to its sheets. Only parts that are kept here are written anew."""

    def __init__(self, workbook: SavedWorkbook) -> None:
        self.workbook = workbook
        self._package = PackageEdit(workbook.package)

    def keep_sheet(self, name: str) -> None:
        """Keep the changes that were made to the cells of a sheet."""
        self.keep_part(self.workbook.sheets[name], self.workbook.grid(name).root)

    def keep_part(self, part: str, root: etree._Element) -> None:
        """Keep a part with changes in its XML."""
        self.keep_bytes(part, etree.tostring(root, **XML_OPTIONS))

    def keep_bytes(self, part: str, data: bytes) -> None:
        self._package.put(part, data)

    def root(self, part: str) -> etree._Element:
        """The root element of a part, with the changes that were kept before."""
        kept = self._package.get(part)
        return self.workbook.package.required(part) if kept is None else etree.fromstring(kept)

    def content(self, part: str) -> bytes:
        """The bytes of a part, with the changes that were kept before."""
        kept = self._package.get(part)
        return (self.workbook.package.read(part) or b"") if kept is None else kept

    def put(self, name: str, row: int, at: int, value: str, style: str | None) -> None:
        """Put a text into a cell of the sheet `name`, in a style in which it is never taken for a formula."""
        self.workbook.grid(name).put(row, at, fit(value), self.text_style(value, style))

    def text_style(self, value: str, style: str | None) -> str | None:
        """The style for a text: the given one, or one like it with the text prefix if the text looks like a formula."""
        styles = self.workbook.styles
        return styles.quoted(style) if styles and is_formula_like(fit(value)) else style

    def add_sheet(self, name: str, *, is_hidden: bool = False) -> str:
        """Add an empty sheet behind the others. Returns its name, which has a number if `name` is taken."""
        book = self.workbook
        folder = posixpath.dirname(book.part)
        part = self._package.free_name(posixpath.join(folder, "worksheets/ledger.xml"))
        names = (name, *(f"{name}{number}" for number in range(2, 300)))
        added = next(each for each in names if each not in book.names)
        is_strict = "purl.oclc.org" in book.tag("")
        tabs = book.tabs
        number = max((whole_number(each.get("sheetId")) for each in tabs), default=0) + 1
        tab = etree.SubElement(tabs, book.tag("sheet"), name=added, sheetId=str(number))
        if is_hidden:
            tab.set("state", "veryHidden")
        # A sheet is found by three entries: the tab, its relationship, and the content type of its part.
        key = self._package.relate(book.part, "worksheet", part, is_strict=is_strict)
        tab.set(STRICT_RELATION if is_strict else RELATION, key)
        self._package.declare(part, WORKSHEET_TYPE)
        book.add(added, part)
        return added

    def define(self, name: str, reference: str, of_sheet: str | None = None) -> None:
        """Define a name for cells, in the whole workbook or for one sheet."""
        book = self.workbook
        names = book.root.find(book.tag("definedNames"))
        if names is None:
            names = etree.Element(book.tag("definedNames"))
            _after(book, names, ("externalReferences", "functionGroups", "sheets"))
        added = etree.SubElement(names, book.tag("definedName"), name=name)
        if of_sheet is not None:
            added.set("localSheetId", str(book.index(of_sheet)))
        added.text = reference

    def show_sheet(self, name: str) -> None:
        """Show the tab of a sheet that may be hidden."""
        self.workbook.tabs[self.workbook.index(name)].attrib.pop("state", "")

    def stretch_ranges(self, name: str, last: int, to: int) -> None:
        """Let filters, drop-downs, colours and the print area of a sheet reach rows added below row `last`."""
        book = self.workbook
        grid = book.grid(name)
        for tag, attribute in GROWING_RANGES:
            for element in grid.root.iter(grid.tag(tag)):
                element.set(attribute, _stretched(element.get(attribute) or "", last, to))
        index = str(book.index(name))
        for named in book.root.iter(book.tag("definedName")):
            if named.get("name") in GROWING_NAMES and named.get("localSheetId") == index:
                named.text = _stretched(named.text or "", last, to)

    def stretch_tables(self, name: str, last: int, to: int) -> None:
        """Let tables that people made of the rows (Ctrl+T) take in rows added right below them."""
        for relation in self.workbook.package.relationships(self.workbook.sheets[name]):
            if relation.kind == "table" and relation.target:
                root = self.workbook.package.required(relation.target)
                # The table has a range, and its filter has another.
                for element in (root, *root):
                    if reference := element.get("ref"):
                        element.set("ref", _stretched(reference, last, to))
                self.keep_part(relation.target, root)

    def to_bytes(self) -> bytes:
        """The workbook with all changes. The next program that opens it calculates its formulas."""
        book = self.workbook
        styles = book.shared_part("styles")
        if book.styles and book.styles.is_changed and styles:
            self.keep_part(styles, book.styles.root)
        order = book.shared_part("calcChain")
        if order is not None and any(book.grid(name).has_lost_formula for name in book.sheets):
            # The order of calculation lists a cell that has no formula any more; Excel would report damage.
            self._package.drop(book.part, order)
        _calculate_on_load(book)
        self.keep_part(book.part, book.root)
        return self._package.to_bytes()


def _calculate_on_load(book: SavedWorkbook) -> None:
    settings = book.root.find(book.tag("calcPr"))
    if settings is None:
        settings = etree.Element(book.tag("calcPr"))
        _after(book, settings, ("definedNames", "externalReferences", "functionGroups", "sheets"))
    settings.set("fullCalcOnLoad", "1")


def _after(book: SavedWorkbook, added: etree._Element, before: Sequence[str]) -> None:
    """Put an element behind the first of these that is there: the schema fixes the order of elements."""
    places = [book.root.find(book.tag(name)) for name in before]
    next(place for place in places if place is not None).addnext(added)


def _stretched(reference: str, last: int, to: int) -> str:
    """A reference in which every range over row `last` reaches row `to`."""

    def longer(found: re.Match[str]) -> str:
        start, end = int(found[2]), int(found[4])
        grown = to if start <= last <= end < to else end
        return f"{found[1]}{start}{found[3]}{grown}"

    return RANGE.sub(longer, reference)
