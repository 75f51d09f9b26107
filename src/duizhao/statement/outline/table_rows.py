"""Rows of a table as points: the head of a column gives the kind of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.profiles import ChapterKind
from duizhao.statement.outline.points import Point, PointContext
from duizhao.statement.outline.table_head import (
    FEWEST_CELLS,
    KINDS,
    LONGEST_HEAD,
    TableHead,
    cells_of,
)
from duizhao.text import Span


@dataclass(slots=True)
class TableRows:
    """Reads the lines of a table in order; cells are parted by tabs."""

    _head: TableHead | None = None

    def points(self, text: str, span: Span, context: PointContext) -> list[Point] | None:
        """The points of a row, none for a head; None for a line that is no row below a head."""
        line = span.of(text)
        cells = cells_of(line, span.start)
        if len(cells) < FEWEST_CELLS and (not self._head or len(cells) == 1):
            self._head = None
            return _of_label(text, cells, context)
        if head := TableHead.of_cells(text, cells):
            self._head = head
            return []
        head = self._head
        if head is None or len(cells) > head.width:
            return None
        # The empty cells at the end of a row are blanks behind its line.
        cells += [Span(span.end, span.end)] * (head.width - len(cells))
        return _of_row(head, cells, span, context)


def _of_row(head: TableHead, cells: list[Span], span: Span, context: PointContext) -> list[Point]:
    columns = head.columns
    # Below measures a column of problems only repeats them; below problems, further columns answer them.
    may = frozenset(columns if ChapterKind.PROBLEMS in context.kinds else context.kinds)
    kinds = [kind for kind in columns if kind in may]
    if len(kinds) < 2:
        claim = cells[columns[kinds[0]]] if kinds else span
        return [Point(context.kinds[0], span, claim, context.aspect, context.heading)]
    made: list[Point] = []
    for kind in kinds:
        cell = cells[columns[kind]]
        end = _end(head, cells, cell) if kind is ChapterKind.MEASURES else cell.end
        if cell.end > cell.start:
            behind = made[0].span if made and made[0].kind is ChapterKind.PROBLEMS else None
            whole = Span(cell.start, end)
            own = _beside(head, cells) if kind is ChapterKind.MEASURES else ()
            made.append(Point(kind, whole, cell, context.aspect, context.heading, behind, own))
    return made


def _end(head: TableHead, cells: list[Span], measure: Span) -> int:
    """Behind a measure stand its owner and its time, up to a column of another kind."""
    behind = [cells[at].start for at in head.columns.values() if cells[at] > measure]
    return min(behind) - 1 if behind else cells[-1].end


def _beside(head: TableHead, cells: list[Span]) -> tuple[tuple[str, Span], ...]:
    named = ((name, cells[at]) for name, at in head.fields.items())
    return tuple((name, cell) for name, cell in named if cell.end > cell.start)


def _of_label(text: str, cells: Sequence[Span], context: PointContext) -> list[Point] | None:
    """The point of a row of two cells, the first of which is a label for the second; None for any other line."""
    if len(cells) != 2 or len(cells[0].of(text)) > LONGEST_HEAD:
        return None
    for kind, words in KINDS:
        if kind in context.kinds and words.search(cells[0].of(text)):
            return [Point(kind, cells[1], cells[1], context.aspect, context.heading)]
    return None
