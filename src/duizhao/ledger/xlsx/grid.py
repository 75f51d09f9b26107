"""The cells of one worksheet, read and changed in its XML; all other XML stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from duizhao.office.xml import whole_number

CELL_NAME = re.compile("([A-Z]{1,3})([0-9]{1,7})")
SPACE_ATTRIBUTE = "{http://www.w3.org/XML/1998/namespace}space"
CLEARED = "cleared"
Element = etree._Element


def column_letters(at: int) -> str:
    """The name of a column counted from 0: 0 → A, 26 → AA."""
    if at < 26:
        return chr(65 + at)
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """The column with a name, counted from 0: A → 0, AA → 26."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


class CellGrid:
    """The cells of a worksheet. Rows have the number that the sheet gives them, columns count from 0."""

    def __init__(self, root: Element, strings: Sequence[str]) -> None:
        self.root = root
        self._strings = strings
        self._ns = f"{{{etree.QName(root).namespace or ''}}}"
        data = root.find(self._ns + "sheetData")
        self._data = data if data is not None else etree.SubElement(root, self._ns + "sheetData")
        self._rows: dict[int, Element] = {}
        self._cells: dict[int, dict[int, Element]] = {}
        self.has_lost_formula = False
        self._number_cells()

    def tag(self, name: str) -> str:
        """An element name in the namespace of the sheet: Strict Open XML has another than Transitional."""
        return self._ns + name

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows that the sheet has, in order."""
        return sorted(self._rows)

    def columns(self, row: int) -> Iterator[int]:
        """The columns in which a row has a cell."""
        return iter(self._cells.get(row, ()))

    def is_filled(self, row: int) -> bool:
        """Has any cell of the row a text?"""
        return any(self.text(row, at) for at in self.columns(row))

    def row_of_texts(self, row: int, count: int) -> tuple[str, ...]:
        """The texts of the first cells of a row."""
        return tuple(self.text(row, at) for at in range(count))

    def cell(self, row: int, at: int) -> Element | None:
        return self._cells.get(row, {}).get(at)

    def text(self, row: int, at: int) -> str:
        """The text of a cell without blanks at its ends: a number as it is stored, a formula with its sign."""
        cell = self.cell(row, at)
        return "" if cell is None else self._cell_text(cell).strip()

    def is_number(self, row: int, at: int) -> bool:
        cell = self.cell(row, at)
        return cell is not None and cell.get("t", "n") == "n" and cell.find(self.tag("f")) is None

    def style(self, row: int, at: int) -> str | None:
        cell = self.cell(row, at)
        return None if cell is None else cell.get("s")

    def put(self, row: int, at: int, value: str, style: str | None = None) -> None:
        """Put a text, never a formula, into a cell. The cell keeps its style unless one is given."""
        cell = self._emptied(row, at, style)
        if value:
            # An inline string: the table of shared strings stays as it is, whoever else uses it.
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, self.tag("is")), self.tag("t"))
            text.set(SPACE_ATTRIBUTE, "preserve")
            text.text = value

    def put_number(self, row: int, at: int, value: int, style: str | None = None) -> None:
        etree.SubElement(self._emptied(row, at, style), self.tag("v")).text = str(value)

    def put_formula(self, row: int, at: int, formula: str, value: int, style: str | None) -> None:
        """Put a formula into a cell, with its value of today."""
        cell = self._emptied(row, at, style)
        etree.SubElement(cell, self.tag("f")).text = formula.removeprefix("=")
        etree.SubElement(cell, self.tag("v")).text = str(value)

    def put_text_formula(
        self, row: int, at: int, formula: str, value: str, style: str | None
    ) -> None:
        """Put a formula that gives a text into a cell, with its value of today."""
        cell = self._emptied(row, at, style)
        etree.SubElement(cell, self.tag("f")).text = formula.removeprefix("=")
        cell.set("t", "str")
        etree.SubElement(cell, self.tag("v")).text = value

    def formula(self, row: int, at: int) -> str:
        """The formula of a cell without its sign; empty for a cell without one."""
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
        """Set the stored value of a formula, for programs that do not calculate. None drops it."""
        cell = self._cells[row][at]
        cell.attrib.pop("t", "")
        for shown in cell.findall(self.tag("v")):
            cell.remove(shown)
        if value is not None:
            etree.SubElement(cell, self.tag("v")).text = str(value)

    def move_down(self, top: int, left: int, right: int, by: int) -> None:
        """Move the cells of the columns `left` to `right` from row `top` on. Formulas keep their text."""
        # From the last row upwards: a cell never lands on one that is still to be moved.
        for row in sorted((row for row in self._rows if row >= top), reverse=True):
            for at in [at for at in self._cells[row] if left <= at <= right]:
                cell = self._cells[row].pop(at)
                self._rows[row].remove(cell)
                line, cells = self._row(row + by), self._cells[row + by]
                line.insert(_count_before(cells, at), cell)
                cell.set("r", f"{column_letters(at)}{row + by}")
                cells[at] = cell

    def clear_below(self, row: int) -> None:
        """Remove every row below this one."""
        for number in [number for number in self._rows if number > row]:
            self._cells.pop(number)
            self._rows.pop(number).tag = CLEARED
        # All at once, when nothing refers to them: taken out one by one, a row of 100,000 cells takes seconds, because
        # lxml then makes each cell independent of the sheet.
        etree.strip_elements(self._data, CLEARED)

    def raise_to(self, row: int, points: float) -> None:
        """Make a row at least so high."""
        element = self._row(row)
        if _points(element.get("ht")) < points:
            element.set("ht", f"{points:g}")
            element.set("customHeight", "1")

    def set_column(self, at: int, width: float, *, is_hidden: bool = False) -> None:
        """Set the width of a column, and hide it. Columns that a program saved in one entry with it keep theirs."""
        columns = self.root.find(self.tag("cols"))
        if columns is None:
            columns = etree.Element(self.tag("cols"))
            self._data.addprevious(columns)
        number = at + 1
        for entry in list(columns):
            first, last = whole_number(entry.get("min"), 0), whole_number(entry.get("max"), 0)
            if first <= number <= last:
                for start, end in ((first, number - 1), (number + 1, last)):
                    if start <= end:
                        part = deepcopy(entry)
                        part.set("min", str(start))
                        part.set("max", str(end))
                        entry.addprevious(part)
                columns.remove(entry)
        place = {"min": str(number), "max": str(number)}
        added = etree.Element(self.tag("col"), {**place, "width": f"{width:g}", "customWidth": "1"})
        if is_hidden:
            added.set("hidden", "1")
        before = [each for each in columns if whole_number(each.get("max"), 0) < number]
        columns.insert(len(before), added)

    def _number_cells(self) -> None:
        """Index all rows and cells, and write out the places that a program left out because they are the next ones."""
        number = 0
        for row in self._data.iterchildren(self.tag("row")):
            number = whole_number(row.get("r"), number + 1)
            row.set("r", str(number))
            self._rows[number] = row
            self._cells[number] = cells = {}
            at = -1
            for cell in row.iterchildren(self.tag("c")):
                found = CELL_NAME.fullmatch(cell.get("r") or "")
                at = column_number(found[1]) if found else at + 1
                cell.set("r", f"{column_letters(at)}{number}")
                cells[at] = cell

    def _cell_text(self, cell: Element) -> str:
        formula = cell.find(self.tag("f"))
        value = cell.findtext(self.tag("v")) or ""
        if formula is not None:
            return f"={formula.text or value}"
        kind = cell.get("t", "n")
        if kind == "s":
            is_known = value.isdigit() and int(value) < len(self._strings)
            return self._strings[int(value)] if is_known else ""
        if kind == "inlineStr":
            return string_text(cell.find(self.tag("is")))
        return value

    def _emptied(self, row: int, at: int, style: str | None) -> Element:
        """The cell at a place without its content; a new cell if the place is empty."""
        cell = self.cell(row, at)
        if cell is None:
            line, cells = self._row(row), self._cells[row]
            cell = etree.Element(self.tag("c"), r=f"{column_letters(at)}{row}")
            line.insert(_count_before(cells, at), cell)
            cells[at] = cell
        self.has_lost_formula |= cell.find(self.tag("f")) is not None
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", "")
        if style is not None:
            cell.set("s", style)
        return cell

    def _row(self, row: int) -> Element:
        if row not in self._rows:
            element = etree.Element(self.tag("row"), r=str(row))
            self._data.insert(_count_before(self._rows, row), element)
            self._rows[row] = element
            self._cells[row] = {}
        # `spans` names the columns that a row covers. It may be left out, and a new cell would make it wrong.
        self._rows[row].attrib.pop("spans", "")
        return self._rows[row]


def _count_before(taken: Iterable[int], number: int) -> int:
    """How many of the numbers come before `number`: the index at which to insert it."""
    return sum(other < number for other in taken)


def _points(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0


def string_text(element: Element | None) -> str:
    """The text of a string with its runs, without the phonetic readings above it."""
    if element is None:
        return ""
    ns = f"{{{etree.QName(element).namespace or ''}}}"
    direct = [element.findtext(ns + "t") or ""]
    runs = [run.findtext(ns + "t") or "" for run in element.iterchildren(ns + "r")]
    return "".join(direct + runs)
