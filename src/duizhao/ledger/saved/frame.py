"""What stands around the cells of a workbook: its list of sheets, and the ranges that grow with the table."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from lxml import etree

from duizhao.ledger.saved.book import RELATION, STRICT_RELATION, Book
from duizhao.ledger.saved.grid import Grid
from duizhao.office.package_edit import PackageEdit
from duizhao.office.xml import whole_number

RANGE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(:\$?[A-Z]{1,3}\$?)(\d+)")
FILTER = "_xlnm._FilterDatabase"
AREA = "_xlnm.Print_Area"
XML: dict[str, Any] = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def stretched(reference: str, last: int, to: int) -> str:
    """A reference whose ranges reach row `to` where they reached row `last`."""

    def longer(found: re.Match[str]) -> str:
        start, end = int(found[2]), int(found[4])
        grown = to if start <= last <= end < to else end
        return f"{found[1]}{start}{found[3]}{grown}"

    return RANGE.sub(longer, reference)


def stretch(book: Book, sheet: str, grid: Grid, last: int, to: int) -> None:
    """Let filters, drop-downs and colours of a sheet reach the rows that were added below `last`."""
    root = grid.root
    for name, attribute in (
        ("dimension", "ref"), ("autoFilter", "ref"), ("conditionalFormatting", "sqref"), ("dataValidation", "sqref"),
    ):  # fmt: skip
        for element in root.iter(grid.tag(name)):
            element.set(attribute, stretched(element.get(attribute) or "", last, to))
    at = str(book.index(sheet))
    for named in book.root.iter(book.tag("definedName")):
        if named.get("name") in (FILTER, AREA) and named.get("localSheetId") == at:
            named.text = stretched(named.text or "", last, to)


def stretch_tables(edit: PackageEdit, book: Book, sheet: str, last: int, to: int) -> None:
    """Let a table that somebody made of the rows (Ctrl+T) take in those that were added right below it."""
    for relation in book.package.relationships(book.sheets[sheet]):
        if relation.kind == "table" and relation.target:
            root = book.package.sheet(relation.target)
            for element in (root, *root):
                if reference := element.get("ref"):
                    element.set("ref", stretched(reference, last, to))
            edit.put(relation.target, etree.tostring(root, **XML))


def calculate_again(book: Book) -> None:
    """Ask the next program that opens the workbook to calculate its formulas."""
    settings = book.root.find(book.tag("calcPr"))
    if settings is None:
        settings = etree.Element(book.tag("calcPr"))
        before = ("definedNames", "externalReferences", "functionGroups", "sheets")
        places = [book.root.find(book.tag(name)) for name in before]
        next(place for place in places if place is not None).addnext(settings)
    settings.set("fullCalcOnLoad", "1")


def forget_order(edit: PackageEdit, book: Book) -> None:
    """Take out the order of calculation, which names a formula that is no more."""
    part = book.shared("calcChain")
    if part is not None:
        edit.drop(book.part, part)


def add_sheet(edit: PackageEdit, book: Book, name: str, *, is_hidden: bool = False) -> str:
    """Put an empty sheet behind the others, in place of one that people took out. Returns the name it has."""
    folder = posixpath.dirname(book.part)
    part = edit.free_name(posixpath.join(folder, "worksheets/ledger.xml"))
    called = next(each for each in (name, *_counted(name)) if each not in book.names)
    is_strict = "purl.oclc.org" in book.tag("")
    tabs = book.tabs
    number = max((whole_number(each.get("sheetId")) for each in tabs), default=0) + 1
    tab = etree.SubElement(tabs, book.tag("sheet"), name=called, sheetId=str(number))
    if is_hidden:
        tab.set("state", "veryHidden")
    key = edit.relate(book.part, "worksheet", part, is_strict=is_strict)
    tab.set(STRICT_RELATION if is_strict else RELATION, key)
    edit.declare(part, WORKSHEET)
    book.add(called, part)
    return called


def show(book: Book, name: str) -> None:
    """Let the tab of a sheet be seen."""
    book.tabs[book.index(name)].attrib.pop("state", "")


def _counted(name: str) -> list[str]:
    return [f"{name}{number}" for number in range(2, 300)]
