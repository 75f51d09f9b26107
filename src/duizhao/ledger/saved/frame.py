"""What stands around the cells of a workbook: its list of sheets, and the ranges that grow with the table."""

from __future__ import annotations

import posixpath
import re
from itertools import count
from typing import Any

from lxml import etree

from duizhao.ledger.saved.book import RELATION, STRICT_RELATION, Book
from duizhao.ledger.saved.grid import Grid
from duizhao.office.xml import whole_number

RANGE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(:\$?[A-Z]{1,3}\$?)(\d+)")
FILTER = "_xlnm._FilterDatabase"
AREA = "_xlnm.Print_Area"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
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


def stretch_tables(parts: dict[str, bytes], book: Book, sheet: str, last: int, to: int) -> None:
    """Let a table that somebody made of the rows (Ctrl+T) take in those that were added right below it."""
    for relation in book.package.relationships(book.sheets[sheet]):
        if relation.kind == "table" and relation.target:
            root = book.package.sheet(relation.target)
            for element in (root, *root):
                if reference := element.get("ref"):
                    element.set("ref", stretched(reference, last, to))
            parts[relation.target] = etree.tostring(root, **XML)


def calculate_again(book: Book) -> None:
    """Ask the next program that opens the workbook to calculate its formulas."""
    settings = book.root.find(book.tag("calcPr"))
    if settings is None:
        settings = etree.Element(book.tag("calcPr"))
        before = ("definedNames", "externalReferences", "functionGroups", "sheets")
        places = [book.root.find(book.tag(name)) for name in before]
        next(place for place in places if place is not None).addnext(settings)
    settings.set("fullCalcOnLoad", "1")


def forget_order(parts: dict[str, bytes], book: Book) -> frozenset[str]:
    """Take out the order of calculation, which names a formula that is no more. Returns the parts to drop."""
    part = book.shared("calcChain")
    if part is None:
        return frozenset()
    relations = _opened(parts, book, _relations_of(book))
    types = _opened(parts, book, CONTENT_TYPES)
    for element in [each for each in relations if (each.get("Type") or "").endswith("/calcChain")]:
        relations.remove(element)
    for element in [each for each in types if each.get("PartName") == f"/{part}"]:
        types.remove(element)
    parts[_relations_of(book)] = etree.tostring(relations, **XML)
    parts[CONTENT_TYPES] = etree.tostring(types, **XML)
    return frozenset((part.lower(),))


def add_sheet(parts: dict[str, bytes], book: Book, name: str, *, is_hidden: bool = False) -> str:
    """Put an empty sheet behind the others, in place of one that people took out. Returns the name it has."""
    folder = posixpath.dirname(book.part)
    taken = book.package.names | {part.lower() for part in parts}
    leaf = next(
        leaf
        for leaf in (f"worksheets/ledger{number}.xml" for number in count(1))
        if f"{folder}/{leaf}" not in taken
    )
    called = next(each for each in (name, *_counted(name)) if each not in book.names)
    is_strict = "purl.oclc.org" in book.tag("")
    tabs = book.tabs
    number = max((whole_number(each.get("sheetId")) for each in tabs), default=0) + 1
    tab = etree.SubElement(tabs, book.tag("sheet"), name=called, sheetId=str(number))
    if is_hidden:
        tab.set("state", "veryHidden")
    tab.set(STRICT_RELATION if is_strict else RELATION, f"rIdLedger{number}")
    _relate(parts, book, f"rIdLedger{number}", leaf, is_strict)
    _declare(parts, book, f"{folder}/{leaf}")
    book.add(called, f"{folder}/{leaf}")
    return called


def show(book: Book, name: str) -> None:
    """Let the tab of a sheet be seen."""
    book.tabs[book.index(name)].attrib.pop("state", "")


def _counted(name: str) -> list[str]:
    return [f"{name}{number}" for number in range(2, 300)]


def _relate(parts: dict[str, bytes], book: Book, key: str, leaf: str, is_strict: bool) -> None:
    root = _opened(parts, book, _relations_of(book))
    kind = (STRICT_RELATION if is_strict else RELATION)[1:].partition("}")[0] + "/worksheet"
    tag = f"{{{RELATIONSHIPS}}}Relationship"
    etree.SubElement(root, tag, Id=key, Type=kind, Target=leaf)
    parts[_relations_of(book)] = etree.tostring(root, **XML)


def _declare(parts: dict[str, bytes], book: Book, part: str) -> None:
    root = _opened(parts, book, CONTENT_TYPES)
    etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{part}", ContentType=WORKSHEET)
    parts[CONTENT_TYPES] = etree.tostring(root, **XML)


def _relations_of(book: Book) -> str:
    folder, leaf = posixpath.split(book.part)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def _opened(parts: dict[str, bytes], book: Book, part: str) -> etree._Element:
    """A part as it is now, with what was changed in it before."""
    return etree.fromstring(parts[part]) if part in parts else book.package.sheet(part)
