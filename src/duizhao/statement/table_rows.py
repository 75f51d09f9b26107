"""Rows of a table as points: the head of a column says what its cells are."""

from __future__ import annotations

from dataclasses import dataclass, field

from duizhao.profiles import ChapterKind
from duizhao.statement.points import Point, PointContext
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

FEWEST_CELLS, LONGEST_HEAD = 3, 10
HEAD = LazyPattern(
    "序号|编号|类别|问题|表现|不足|差距|原因|根源|措施|打算|事项|目标|责任|牵头|时限|时间|期限|完成|进度|备注"
)
KINDS = (
    (ChapterKind.PROBLEMS, LazyPattern("(?:问题|表现|不足|差距)(?!类)")),
    (ChapterKind.CAUSES, LazyPattern("原因|根源")),
    (ChapterKind.MEASURES, LazyPattern("措施|打算|努力方向")),
)


@dataclass(slots=True)
class TableRows:
    """Reads the lines of a table in order; cells are parted by tabs."""

    _columns: dict[ChapterKind, int] = field(default_factory=dict)
    _width: int = 0

    def points(self, text: str, span: Span, context: PointContext) -> list[Point] | None:
        """The points of a row, none for a head; None for a line that is no row below a head."""
        line = span.of(text)
        if line.count("\t") + 1 < FEWEST_CELLS:
            self._width = 0
            return None
        cells = _cells(line, span.start)
        if _is_head(text, cells):
            self._width = len(cells)
            self._columns = {
                kind: at
                for kind, words in KINDS
                for at, cell in reversed(list(enumerate(cells)))
                if words.search(cell.of(text))
            }
            return []
        if len(cells) != self._width:
            return None
        return self._of_row(cells, span, context)

    def _of_row(self, cells: list[Span], span: Span, context: PointContext) -> list[Point]:
        kinds = [kind for kind in self._columns if kind in context.kinds]
        if len(kinds) < 2:
            claim = cells[self._columns[kinds[0]]] if kinds else span
            return [Point(context.kinds[0], span, claim, context.aspect, context.heading)]
        made: list[Point] = []
        for kind in kinds:
            cell = cells[self._columns[kind]]
            # Behind a measure stand its owner and its time.
            end = span.end if kind is ChapterKind.MEASURES else cell.end
            if cell.end > cell.start:
                behind = made[0].span if made and made[0].kind is ChapterKind.PROBLEMS else None
                whole = Span(cell.start, end)
                made.append(Point(kind, whole, cell, context.aspect, context.heading, behind))
        return made


def _cells(line: str, start: int) -> list[Span]:
    cells: list[Span] = []
    for cell in line.split("\t"):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _is_head(text: str, cells: list[Span]) -> bool:
    words = [cell.of(text).strip() for cell in cells]
    named = sum(1 for each in words if HEAD.search(each))
    return (
        named >= 2 and named * 2 >= len(words) and all(len(each) <= LONGEST_HEAD for each in words)
    )
