"""Rows of a table as points: the head of a column gives the kind of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duizhao.document import Paragraph
from duizhao.document.table_lines import LONGEST_HEAD, cells_of, compact
from duizhao.profiles import AspectNames, ChapterKind, normalised
from duizhao.statement.outline.points import DITTO, EMPTY, Point, PointContext
from duizhao.statement.outline.table_head import KINDS, TableHead
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern

# 1.每周学习半天 in a cell with several measures, each on a line of its own.
COUNTED_LINE = LazyPattern(
    "\\s*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳]|[一二三四五六七八九十]是)\\s*(?=[^0-9\\s])"
)
NEXT_LINE = LazyPattern("\\n|(?<=[；;])(?=[0-9][.．、][^0-9])")


Stretches = tuple[tuple[Span, Span], ...]
"""Points of a cell, each with its claim."""
POINTS_BEFORE = 200
"""How many points are looked through for a problem, so that the time stays linear."""


@dataclass(slots=True)
class TableRows:
    """Reads the rows of tables in order. `_known` are the problems so far, `_problem` the last one.

    `_opened` are the words of a head below which the first problems stand.
    """

    _problem: Span | None = None
    _known: dict[str, Span] = field(default_factory=dict)
    _opened: list[str] = field(default_factory=list)

    def points(
        self,
        text: str,
        paragraph: Paragraph,
        context: PointContext,
        names: AspectNames,
        found: Sequence[Point],
    ) -> list[Point]:
        """The points of the rows in a paragraph; a head has none.

        `names` find the aspect that a cell names; `found` are the points so far.
        """
        table = paragraph.table
        if table is None:
            return []
        head = TableHead.of_cells(text, table.head)
        words = compact(text, table.head)
        if not self._known and not any(map(_is_problem, found[:POINTS_BEFORE])):
            self._opened = words
        # Below measures a column of problems only repeats them, unless none came before; below problems, further
        # columns answer them.
        opens = ChapterKind.PROBLEMS in context.kinds or words == self._opened
        may = frozenset(head.columns if opens else context.kinds)
        row = _HeadedCells(
            text, paragraph.span, head, [kind for kind in head.columns if kind in may]
        )
        return [
            point
            for cells in table.rows
            for point in self._of_cells(row, cells, row.under(cells, context, names, table.title))
        ]

    def _of_cells(
        self, row: _HeadedCells, cells: Sequence[Span], context: PointContext
    ) -> Iterator[Point]:
        if beside := row.counted_alike(cells):
            yield from row.in_pairs(beside, cells, context)
            return
        behind = None
        if ChapterKind.PROBLEMS not in row.kinds:
            behind = self._known.get(row.words_of_problem(cells))
        for kind in row.kinds:
            cell = cells[row.head.columns[kind]]
            words = cell.of(row.text)
            is_empty = bool(EMPTY.fullmatch(words) or DITTO.fullmatch(words))
            if kind is ChapterKind.PROBLEMS:
                behind, is_new = self._problem_of(row, cells, cell)
                is_empty |= not is_new
            if is_empty:
                continue
            is_measure = kind is ChapterKind.MEASURES
            own = row.beside(cells) if is_measure else ()
            answers = None if kind is ChapterKind.PROBLEMS else behind
            for whole, claim in row.stretches(cells, cell, kind):
                yield Point(kind, whole, claim, context.aspect, context.heading, answers, own)

    def _problem_of(
        self, row: _HeadedCells, cells: Sequence[Span], cell: Span
    ) -> tuple[Span | None, bool]:
        """The problem of a row, and whether it is a new one: not that above, and none of an earlier table."""
        words = cell.of(row.text).strip()
        if not words or cell == self._problem or DITTO.fullmatch(words):
            return self._problem, False
        if EMPTY.fullmatch(words):
            self._problem = None
            return None, False
        known = self._known.get(words)
        if known or row.head.refers:
            return known, False
        self._problem = self._known[words] = row.problem(cells, cell)
        return self._problem, True


@value
class _HeadedCells:
    """Rows at `span` below a head, with the kinds of points that they may give."""

    text: str
    span: Span
    head: TableHead
    kinds: Sequence[ChapterKind]

    def stretches(self, cells: Sequence[Span], cell: Span, kind: ChapterKind) -> Stretches:
        """The points of a cell with their claims. A measure goes on with its owner and its time behind it."""
        if kind is ChapterKind.PROBLEMS:
            return ((self.problem(cells, cell), cell),)
        if kind is not ChapterKind.MEASURES:
            return ((cell, cell),)
        if counted := _counted(self.text, cell):
            return counted
        here = [each for each in cells if each.start >= self.span.start]
        others = [
            cells[at].start for at in self.head.columns.values() if cells[at].start > cell.start
        ]
        start = cell.start if len(self.kinds) > 1 else min(each.start for each in (cell, *here))
        limit = min(others, default=self.span.end)
        ends = (each.end for each in here if cell.start <= each.start < limit)
        return ((Span(start, max(cell.end, *ends)), cell),)

    def counted_alike(self, cells: Sequence[Span]) -> dict[ChapterKind, Stretches]:
        """The lines of a row whose cells count as many problems as causes and measures; empty for any other row."""
        filled = {
            kind: _counted(self.text, cells[self.head.columns[kind]])
            for kind in self.kinds
            if cells[self.head.columns[kind]].of(self.text).strip()
        }
        counts = set(map(len, filled.values()))
        is_alike = len(counts) == 1 and min(counts) > 1 and len(filled) > 1
        return filled if is_alike and ChapterKind.PROBLEMS in filled else {}

    def in_pairs(
        self, lines: dict[ChapterKind, Stretches], cells: Sequence[Span], context: PointContext
    ) -> Iterator[Point]:
        """Problem by problem with the causes and measures that have its number."""
        for at, (problem, _) in enumerate(lines[ChapterKind.PROBLEMS]):
            for kind, stretches in lines.items():
                whole, claim = stretches[at]
                behind = None if kind is ChapterKind.PROBLEMS else problem
                own = self.beside(cells) if kind is ChapterKind.MEASURES else ()
                yield Point(kind, whole, claim, context.aspect, context.heading, behind, own)

    def under(
        self,
        cells: Sequence[Span],
        context: PointContext,
        names: AspectNames,
        title: Span | None,
    ) -> PointContext:
        """The context with the aspect that a cell names, or the title of the rows."""
        at = self.head.aspect
        told = cells[at] if 0 <= at < len(cells) else title
        if context.aspect or told is None:
            return context
        found = names.find(normalised(told.of(self.text)))
        return PointContext(context.kinds, found[0][1], context.heading) if found else context

    def words_of_problem(self, cells: Sequence[Span]) -> str:
        at = self.head.columns.get(ChapterKind.PROBLEMS)
        return "" if at is None else cells[at].of(self.text).strip()

    def problem(self, cells: Sequence[Span], cell: Span) -> Span:
        """A problem with the cell behind it that says how it shows."""
        shown = cells[self.head.shown] if self.head.shown >= 0 else cell
        return Span(cell.start, shown.end) if shown.start > cell.start else cell

    def beside(self, cells: Sequence[Span]) -> tuple[tuple[str, Span], ...]:
        named = ((name, cells[at]) for name, at in self.head.fields.items())
        return tuple(
            (name, cell) for name, cell in named if not EMPTY.fullmatch(cell.of(self.text))
        )


def _is_problem(point: Point) -> bool:
    return point.kind is ChapterKind.PROBLEMS


def point_of_label(text: str, span: Span, context: PointContext) -> list[Point] | None:
    """The point of a line of two cells, the first of which is a label for the second; None for any other line."""
    cells = cells_of(span.of(text), span.start)
    if len(cells) != 2 or len(cells[0].of(text)) > LONGEST_HEAD:
        return None
    for kind, words in KINDS:
        if kind in context.kinds and words.search(cells[0].of(text)):
            return [Point(kind, cells[1], cells[1], context.aspect, context.heading)]
    return None


def _counted(text: str, cell: Span) -> Stretches:
    """The lines of a cell with those behind their numbers as claims; empty if one line is not counted."""
    found: list[tuple[Span, Span]] = []
    at = cell.start
    for line in NEXT_LINE.split(cell.of(text)):
        number = COUNTED_LINE.match(line)
        if number is None:
            return ()
        end = at + len(line)
        found.append((Span(at, end), Span(at + number.end(), end)))
        at = end + (text[end : end + 1] == "\n")
    return tuple(found)
