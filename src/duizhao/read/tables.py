"""The tables of a story while it is read: the places of their cells, by columns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from duizhao.office.wordml import child, value
from duizhao.office.xml import whole_number
from duizhao.read.lines import LineAnchor, TextLine
from duizhao.text import Span, TextRow, TextTable

MAX_COLUMNS = 63
"""Of a table in Word."""
LONGEST_MERGED = 300
"""Characters of a cell that is given again in the rows on which it goes on: a longer one would be read for each."""


@dataclass(slots=True)
class CellDraft:
    """A cell with the columns that it covers, its first line, and its last one."""

    columns: int
    goes_on: bool
    first: TextLine
    last: TextLine

    @property
    def span(self) -> Span:
        start = LineAnchor(self.first, 0).place
        if self.first.after is None:
            start -= len(self.first.label)
        return Span(start, max(start, LineAnchor(self.last, self.last.length).place))


@dataclass(slots=True)
class TableDraft:
    """A table: for each row the columns left out before it, and its cells."""

    rows: list[tuple[int, list[CellDraft]]] = field(default_factory=list)

    def finish(self) -> TextTable:
        """The table, after the lines have their places in the text."""
        above: dict[int, Span] = {}
        return tuple(_row(before, cells, above) for before, cells in self.rows if cells)


@dataclass(slots=True)
class OpenTables:
    """Notes tables, rows and cells as the walk goes through them. `drafts` has the tables in order of their begin."""

    drafts: list[TableDraft] = field(default_factory=list)
    _open: list[TableDraft] = field(default_factory=list)

    def finish(self) -> tuple[TextTable, ...]:
        """All tables with rows, after the lines have their places in the text."""
        return tuple(table for draft in self.drafts if (table := draft.finish()))

    @contextmanager
    def table(self) -> Iterator[None]:
        draft = TableDraft()
        self.drafts.append(draft)
        self._open.append(draft)
        yield
        self._open.pop()

    def begin_row(self, element: etree._Element) -> None:
        if self._open:
            before = child(child(element, "trPr"), "gridBefore")
            self._open[-1].rows.append((_count(before, 0), []))

    def add_cell(self, element: etree._Element, first: TextLine, last: TextLine) -> None:
        """Note a cell with its first and its last line."""
        if self._open and self._open[-1].rows:
            properties = child(element, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value(merged) != "restart"
            columns = max(1, min(_count(child(properties, "gridSpan"), 1), MAX_COLUMNS))
            self._open[-1].rows[-1][1].append(CellDraft(columns, goes_on, first, last))


def _count(element: etree._Element | None, missing: int) -> int:
    return missing if element is None else whole_number(value(element), missing)


def _row(before: int, cells: list[CellDraft], above: dict[int, Span]) -> TextRow:
    """A row; `above` has, by columns, the cells of the rows above that may go on in it."""
    own = [cell.span for cell in cells]
    made = [Span(own[0].start, own[0].start)] * max(0, min(before, MAX_COLUMNS))
    for cell, span in zip(cells, own, strict=True):
        shown = above.get(len(made), span) if cell.goes_on else span
        if cell.goes_on and shown.end - shown.start > LONGEST_MERGED:
            shown = span
        above[len(made)] = shown
        made += [shown, *[Span(span.end, span.end)] * (cell.columns - 1)]
    return TextRow(Span(own[0].start, own[-1].end), tuple(made[:MAX_COLUMNS]))
