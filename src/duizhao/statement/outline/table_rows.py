"""Rows of a table as points: the head of a column gives the kind of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.profiles import ChapterKind
from duizhao.statement.outline.points import Point, PointContext
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

FEWEST_CELLS, LONGEST_HEAD = 3, 10
HEAD = LazyPattern(
    "序号|编号|类别|方面|问题|表现|不足|差距|毛病|原因|根源|根子|措施|举措|打算|办法|承诺|怎么改|事项|目标|责任|牵头|配合|谁来|负责|"
    "时限|时间|期限|完成|何时|什么时候|标准|标志|进度|进展|成效|备注"
)
KINDS = (
    (
        ChapterKind.PROBLEMS,
        LazyPattern(
            "^(?!.*(?:原因|根源|根子|措施|举措|有无))(?:.*(?:问题|表现|不足|差距|毛病))(?!类)"
        ),
    ),
    (ChapterKind.CAUSES, LazyPattern("原因|根源|根子|为什么|症结")),
    (ChapterKind.MEASURES, LazyPattern("措施|举措|打算|努力方向|怎么改|怎样改|改法|办法|承诺")),
)


FIELDS = (
    ("leader", LazyPattern("(?:责任|牵头|分管|包抓|包保)领导")),
    ("department", LazyPattern("(?:责任|牵头|主责|承办)(?:单位|部门|科室)")),
    ("partner", LazyPattern("配合|协办|协同")),
    (
        "owner",
        LazyPattern(
            "责任人|负责人|牵头人|责任主体|谁来|由谁|^责任(?!单位|部门|科室|领导)|^负责(?!单位|部门|科室|领导)"
        ),
    ),
    (
        "deadline",
        LazyPattern(
            "时限|期限|(?:完成|整改|办结)(?:的)?(?:时间|日期)|时间(?:要求|节点|安排)?$|何时|什么时候"
        ),
    ),
    ("mark", LazyPattern("标志|标准|目标")),
)
"""What the columns beside that of the measures are for, by the fields of a measure."""


@dataclass(slots=True)
class TableRows:
    """Reads the lines of a table in order; cells are parted by tabs."""

    _columns: dict[ChapterKind, int] = field(default_factory=dict)
    _fields: dict[str, int] = field(default_factory=dict)
    _width: int = 0

    def points(self, text: str, span: Span, context: PointContext) -> list[Point] | None:
        """The points of a row, none for a head; None for a line that is no row below a head."""
        line = span.of(text)
        cells = _cells(line, span.start)
        if len(cells) < FEWEST_CELLS and (not self._width or len(cells) == 1):
            self._width = 0
            return _of_label(text, cells, context)
        if _is_head(text, cells):
            self._width = len(cells)
            self._columns = {
                kind: at
                for kind, words in KINDS
                for at, cell in reversed(list(enumerate(cells)))
                if words.search(cell.of(text))
            }
            self._fields = {
                name: at
                for name, words in FIELDS
                for at, cell in reversed(list(enumerate(cells)))
                if at not in self._columns.values() and words.search(cell.of(text))
            }
            return []
        # The empty cells at the end of a row are blanks behind its line.
        cells += [Span(span.end, span.end)] * (self._width - len(cells))
        if len(cells) != self._width:
            return None
        return self._of_row(cells, span, context)

    def _of_row(self, cells: list[Span], span: Span, context: PointContext) -> list[Point]:
        # Below measures a column of problems only repeats them; below problems, further columns answer them.
        may = frozenset(self._columns if ChapterKind.PROBLEMS in context.kinds else context.kinds)
        kinds = [kind for kind in self._columns if kind in may]
        if len(kinds) < 2:
            claim = cells[self._columns[kinds[0]]] if kinds else span
            return [Point(context.kinds[0], span, claim, context.aspect, context.heading)]
        made: list[Point] = []
        for kind in kinds:
            cell = cells[self._columns[kind]]
            end = self._end(cells, cell) if kind is ChapterKind.MEASURES else cell.end
            if cell.end > cell.start:
                behind = made[0].span if made and made[0].kind is ChapterKind.PROBLEMS else None
                whole = Span(cell.start, end)
                own = self._cells(cells) if kind is ChapterKind.MEASURES else ()
                made.append(Point(kind, whole, cell, context.aspect, context.heading, behind, own))
        return made

    def _end(self, cells: list[Span], measure: Span) -> int:
        """Behind a measure stand its owner and its time, up to a column of another kind."""
        behind = [cells[at].start for at in self._columns.values() if cells[at] > measure]
        return min(behind) - 1 if behind else cells[-1].end

    def _cells(self, cells: list[Span]) -> tuple[tuple[str, Span], ...]:
        named = ((name, cells[at]) for name, at in self._fields.items())
        return tuple((name, cell) for name, cell in named if cell.end > cell.start)


def _cells(line: str, start: int) -> list[Span]:
    cells: list[Span] = []
    for cell in line.split("\t"):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _of_label(text: str, cells: Sequence[Span], context: PointContext) -> list[Point] | None:
    """The point of a row of two cells, the first of which is a label for the second; None for any other line."""
    if len(cells) != 2 or len(cells[0].of(text)) > LONGEST_HEAD:
        return None
    for kind, words in KINDS:
        if kind in context.kinds and words.search(cells[0].of(text)):
            return [Point(kind, cells[1], cells[1], context.aspect, context.heading)]
    return None


def _is_head(text: str, cells: list[Span]) -> bool:
    words = [cell.of(text).strip() for cell in cells]
    named = sum(1 for each in words if HEAD.search(each))
    return (
        named >= 2 and named * 2 >= len(words) and all(len(each) <= LONGEST_HEAD for each in words)
    )
