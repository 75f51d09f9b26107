"""A walk over the body of a Word file that finds its tables and pictures.

It counts paragraphs and runs as `read.story` does, so that each is found again by the origins of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from duizhao.errors import UnreadableDocument
from duizhao.office.wordml import ALTERNATIVES, UNREAD, child, is_on, is_understood, value, word
from duizhao.office.xml import whole_number
from duizhao.typeset.original.lost import Lost
from duizhao.typeset.original.pictures import is_group, lost_kind, picture_shape
from duizhao.typeset.original.shapes import CellShape, PictureShape, RowShape, TableShape
from duizhao.typeset.original.tables import cell_shape, column_widths, has_borders, row_shape

MAX_PICTURES = 2_000
"""Pictures of one document; a statement with a photo on each page has 100."""

MAX_CELLS = 17_000
"""Cells of all tables together: a ledger of 2,000 rows."""

BOX = word("txbxContent")
TEXT = frozenset((*word("t"), *word("tab"), *word("br"), *word("sym"), *word("noBreakHyphen")))


@dataclass(slots=True)
class FoundObjects:
    """The tables that stand in no other, all pictures, and how many objects of each kind cannot be kept."""

    tables: list[TableShape] = field(default_factory=list)
    pictures: list[PictureShape] = field(default_factory=list)
    lost: Counter[Lost] = field(default_factory=Counter)


class ObjectWalk:
    """The walk. `styles` are those of tables that draw borders; `area` is the width of the type area in mm."""

    def __init__(
        self,
        targets: dict[str, str],
        bordered: frozenset[str],
        area: float,
        refuse: Callable[[str], UnreadableDocument],
    ) -> None:
        self.found = FoundObjects()
        self._targets, self._bordered, self._area = targets, bordered, area
        self._refuse = refuse
        self._paragraphs = self._cells = 0
        self._paragraph = self._run = -1
        self._table: TableShape | None = None
        self._row: RowShape | None = None
        self._cell: CellShape | None = None
        self._is_silent = False
        self._has_text = False

    def read(self, root: etree._Element) -> FoundObjects:
        """Everything in `root`, a document that `read_docx` has accepted. Raises UnreadableDocument."""
        self._descend(root)
        return self.found

    def _descend(self, element: etree._Element) -> None:
        for inner in element:
            handler = HANDLERS.get(inner.tag, ObjectWalk._descend)
            if handler is not None:
                handler(self, inner)

    # Paragraphs and runs

    def _read_paragraph(self, element: etree._Element) -> None:
        outer = (self._paragraph, self._run, self._has_text)
        self._paragraph, self._run, self._has_text = self._paragraphs, -1, False
        self._paragraphs += 1
        if self._cell is not None:
            _note_properties(self._cell, self._paragraph, child(element, "pPr"))
        self._descend(element)
        self._paragraph, self._run, self._has_text = outer

    def _read_run(self, element: etree._Element) -> None:
        self._run += 1
        self._has_text = False
        if is_on(child(child(element, "rPr"), "vanish")):
            self._mute(element)
        else:
            self._descend(element)

    def _note_text(self, _: etree._Element) -> None:
        self._has_text = True

    # What does not show

    def _mute(self, element: etree._Element) -> None:
        outer, self._is_silent = self._is_silent, True
        self._descend(element)
        self._is_silent = outer

    def _read_alternatives(self, element: etree._Element) -> None:
        branches = list(element)
        first = branches[0] if branches else None
        chosen = next((each for each in branches if is_understood(each)), first)
        if any(
            "chartex" in (each.get("Requires") or "") or _is_new_chart(each) for each in branches
        ):
            # The picture in its place stands for it.
            self._lose(Lost.CHART)
            chosen = None
        for branch in branches:
            (self._descend if branch is chosen else self._mute)(branch)

    # Pictures and other objects

    def _read_object(self, element: etree._Element) -> None:
        has_box = next(element.iterdescendants(*BOX), None) is not None
        if not self._is_silent and self._paragraph >= 0:
            if has_box:
                self._lose(Lost.TEXT_BOX)
                if is_group(element):
                    self._lose(Lost.DRAWN)
            elif (kind := lost_kind(element)) is not None:
                self._lose(kind)
            else:
                self._keep_picture(element)
        self._descend(element)

    def _keep_picture(self, element: etree._Element) -> None:
        place = (self._paragraph, self._run, self._has_text)
        shape = picture_shape(element, self._targets, place)
        if shape is None:
            self._lose(Lost.LINKED)
        elif len(self.found.pictures) >= MAX_PICTURES:
            self._lose(Lost.TOO_MANY)
        else:
            self.found.pictures.append(shape)

    def _lose(self, kind: Lost) -> None:
        if not self._is_silent:
            self.found.lost[kind] += 1

    def _read_formula(self, element: etree._Element) -> None:
        self._lose(Lost.FORMULA)
        self._mute(element)

    # Tables

    def _read_table(self, element: etree._Element) -> None:
        if self._is_silent:
            self._descend(element)
            return
        outer = (self._table, self._row, self._cell)
        widths = column_widths(element)
        self._table = table = TableShape(
            self._paragraphs,
            columns=widths,
            share=min(sum(widths) / self._area, 1.0) if widths else 1.0,
            has_borders=has_borders(element, self._bordered),
        )
        self._row = self._cell = None
        self._descend(element)
        table.end = self._paragraphs
        self._table, self._row, self._cell = outer
        if any(row.cells for row in table.rows):
            (self.found.tables if outer[2] is None else outer[2].tables).append(table)

    def _read_row(self, element: etree._Element) -> None:
        if self._table is None or self._row is not None or self._is_silent:
            self._descend(element)
            return
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            self._mute(element)
            return
        self._row = row_shape(properties)
        self._table.rows.append(self._row)
        self._descend(element)
        self._row = None

    def _read_cell(self, element: etree._Element) -> None:
        if self._row is None or self._cell_is_open() or self._is_silent:
            self._descend(element)
            return
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise self._refuse(f"表格超过 {MAX_CELLS:,} 格，排不了；请拆分后再排")
        outer = self._cell
        self._cell = cell_shape(child(element, "tcPr"), self._paragraphs)
        self._row.cells.append(self._cell)
        inner_table, inner_row = self._table, self._row
        self._descend(element)
        self._cell, self._table, self._row = outer, inner_table, inner_row

    def _cell_is_open(self) -> bool:
        return self._cell is not None


def _note_properties(cell: CellShape, paragraph: int, properties: etree._Element | None) -> None:
    if properties is None:
        return
    aligned, indented = child(properties, "jc"), child(properties, "ind")
    if aligned is not None:
        cell.aligns[paragraph] = value(aligned) or ""
    if indented is not None and any(
        whole_number(value(indented, name)) > 0 for name in ("firstLine", "firstLineChars")
    ):
        cell.indented.add(paragraph)


def _is_new_chart(branch: etree._Element) -> bool:
    """Whether a branch holds a chart of the kinds that came after 2010 (waterfall, treemap)."""
    return any("chartex" in (each.get("uri") or "") for each in branch.iter("{*}graphicData"))


MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
HANDLERS: dict[object, Callable[[ObjectWalk, etree._Element], None] | None] = {
    tag: handler
    for handler, names in (
        (ObjectWalk._read_paragraph, ("p",)),
        (ObjectWalk._read_run, ("r",)),
        (ObjectWalk._mute, ("del", "moveFrom", "rt")),
        (ObjectWalk._read_object, ("drawing", "pict", "object")),
        (ObjectWalk._read_table, ("tbl",)),
        (ObjectWalk._read_row, ("tr",)),
        (ObjectWalk._read_cell, ("tc",)),
        (None, UNREAD),
    )
    for name in names
    for tag in word(name)
}
HANDLERS |= dict.fromkeys(TEXT, ObjectWalk._note_text)
HANDLERS |= {ALTERNATIVES: ObjectWalk._read_alternatives, MATH: ObjectWalk._read_formula}
