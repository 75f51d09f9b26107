"""The cells of one sheet, read and changed in its XML; what is not touched stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from duizhao.ledger.workbook.address import letters
from duizhao.office.xml import whole_number

CELL = re.compile("([A-Z]{1,3})([0-9]{1,7})")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Element = etree._Element


def column(name: str) -> int:
    """A column by its name, counted from 0."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


class Grid:
    """A worksheet. Rows are called by their number, columns count from 0."""

    def __init__(self, root: Element, strings: Sequence[str]) -> None:
        self.root = root
        self._strings = strings
        self._ns = f"{{{etree.QName(root).namespace or ''}}}"
        data = root.find(self._ns + "sheetData")
        self._data = data if data is not None else etree.SubElement(root, self._ns + "sheetData")
        self._rows: dict[int, Element] = {}
        self._cells: dict[int, dict[int, Element]] = {}
        self.lost_formula = False
        self._number()

    def tag(self, name: str) -> str:
        """A name in the namespace of the sheet, which Strict Open XML spells otherwise."""
        return self._ns + name

    @property
    def numbers(self) -> list[int]:
        """The numbers of the rows that are there, in order."""
        return sorted(self._rows)

    def places(self, row: int) -> Iterator[int]:
        """The columns of a row that have a cell."""
        return iter(self._cells.get(row, ()))

    def cell(self, row: int, at: int) -> Element | None:
        return self._cells.get(row, {}).get(at)

    def text(self, row: int, at: int) -> str:
        """What a cell shows, without the blanks around it; a number as it is stored, a formula with its sign."""
        cell = self.cell(row, at)
        return "" if cell is None else self._shown(cell).strip()

    def is_number(self, row: int, at: int) -> bool:
        cell = self.cell(row, at)
        return cell is not None and cell.get("t", "n") == "n" and cell.find(self.tag("f")) is None

    def style(self, row: int, at: int) -> str | None:
        cell = self.cell(row, at)
        return None if cell is None else cell.get("s")

    def put(self, row: int, at: int, value: str, style: str | None = None) -> None:
        """Text into a cell, never a formula; its style stays, or is the one given."""
        cell = self._made(row, at, style)
        if value:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, self.tag("is")), self.tag("t"))
            text.set(SPACE, "preserve")
            text.text = value

    def put_number(self, row: int, at: int, value: int, style: str | None = None) -> None:
        etree.SubElement(self._made(row, at, style), self.tag("v")).text = str(value)

    def put_formula(self, row: int, at: int, formula: str, value: int, style: str | None) -> None:
        """A formula with the value that it has now."""
        cell = self._made(row, at, style)
        etree.SubElement(cell, self.tag("f")).text = formula.removeprefix("=")
        etree.SubElement(cell, self.tag("v")).text = str(value)

    def formula(self, row: int, at: int) -> str:
        """The formula of a cell without its sign; nothing where it holds none."""
        cell = self.cell(row, at)
        return "" if cell is None else cell.findtext(self.tag("f")) or ""

    def formulas(self) -> Iterator[tuple[int, int, Element]]:
        """Row, column and element of every formula."""
        for row, cells in self._cells.items():
            for at, cell in cells.items():
                formula = cell.find(self.tag("f"))
                if formula is not None:
                    yield row, at, formula

    def set_value(self, row: int, at: int, value: int | None) -> None:
        """What a formula gives now, for programs that do not calculate; None where that has to be calculated."""
        cell = self._cells[row][at]
        cell.attrib.pop("t", "")
        for shown in cell.findall(self.tag("v")):
            cell.remove(shown)
        if value is not None:
            etree.SubElement(cell, self.tag("v")).text = str(value)

    def move_down(self, top: int, left: int, right: int, by: int) -> None:
        """Move the cells of the columns `left` to `right` from row `top` on, as they are; formulas stay as written."""
        for row in sorted((row for row in self._rows if row >= top), reverse=True):
            for at in [at for at in self._cells[row] if left <= at <= right]:
                cell = self._cells[row].pop(at)
                self._rows[row].remove(cell)
                line, cells = self._row(row + by), self._cells[row + by]
                line.insert(_among(cells, at), cell)
                cell.set("r", f"{letters(at)}{row + by}")
                cells[at] = cell

    def clear_below(self, row: int) -> None:
        """Take away every row under this one."""
        for number in [number for number in self._rows if number > row]:
            self._data.remove(self._rows.pop(number))
            self._cells.pop(number)

    def raise_to(self, row: int, points: float) -> None:
        """Make a row at least so high."""
        element = self._row(row)
        if _points(element.get("ht")) < points:
            element.set("ht", f"{points:g}")
            element.set("customHeight", "1")

    def _number(self) -> None:
        """Rows and cells may leave out their place where it follows from the one before."""
        number = 0
        for row in self._data.iterchildren(self.tag("row")):
            number = whole_number(row.get("r"), number + 1)
            row.set("r", str(number))
            self._rows[number] = row
            self._cells[number] = cells = {}
            at = -1
            for cell in row.iterchildren(self.tag("c")):
                found = CELL.fullmatch(cell.get("r") or "")
                at = column(found[1]) if found else at + 1
                cell.set("r", f"{letters(at)}{number}")
                cells[at] = cell

    def _shown(self, cell: Element) -> str:
        formula = cell.find(self.tag("f"))
        value = cell.findtext(self.tag("v")) or ""
        if formula is not None:
            return f"={formula.text or value}"
        kind = cell.get("t", "n")
        if kind == "s":
            return (
                self._strings[int(value)]
                if value.isdigit() and int(value) < len(self._strings)
                else ""
            )
        if kind == "inlineStr":
            return string(cell.find(self.tag("is")))
        return value

    def _made(self, row: int, at: int, style: str | None) -> Element:
        """The cell at a place, emptied, made where there is none."""
        cell = self.cell(row, at)
        if cell is None:
            line, cells = self._row(row), self._cells[row]
            cell = etree.Element(self.tag("c"), r=f"{letters(at)}{row}")
            line.insert(_among(cells, at), cell)
            cells[at] = cell
        self.lost_formula |= cell.find(self.tag("f")) is not None
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", "")
        if style is not None:
            cell.set("s", style)
        return cell

    def _row(self, row: int) -> Element:
        if row not in self._rows:
            element = etree.Element(self.tag("row"), r=str(row))
            self._data.insert(_among(self._rows, row), element)
            self._rows[row] = element
            self._cells[row] = {}
        # It says which columns a row spans, and may be left out.
        self._rows[row].attrib.pop("spans", "")
        return self._rows[row]


def _among(taken: Iterable[int], number: int) -> int:
    """How many of these come before: where the next one is put in."""
    return sum(other < number for other in taken)


def _points(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0


def string(element: Element | None) -> str:
    """The text of a string with its runs, without the readings that stand over it."""
    if element is None:
        return ""
    ns = f"{{{etree.QName(element).namespace or ''}}}"
    direct = [element.findtext(ns + "t") or ""]
    runs = [run.findtext(ns + "t") or "" for run in element.iterchildren(ns + "r")]
    return "".join(direct + runs)
