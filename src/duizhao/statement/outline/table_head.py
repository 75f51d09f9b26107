"""The head of a table: what its columns are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.document import HeadedRows
from duizhao.document.table_lines import PROBLEM, compact
from duizhao.profiles import ChapterKind
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern

KINDS = (
    (ChapterKind.PROBLEMS, PROBLEM),
    (ChapterKind.CAUSES, LazyPattern("原因|根源|根子|为什么|症结")),
    (
        ChapterKind.MEASURES,
        LazyPattern("措施|举措|打算|对策|方向|任务|怎么改|怎样改|改法|办法|承诺"),
    ),
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
            "时限|期限|(?:完成|整改|办结)(?:的)?(?:时间|日期)|时间(?:要求|节点|安排)?$|兑现|何时|什么时候"
        ),
    ),
    ("mark", LazyPattern("标志|标准|目标")),
)
"""What the columns beside that of the measures are for, by the fields of a measure."""


COLUMN_OF_ASPECTS = LazyPattern(
    "^(?!.*(?:问题|措施|原因|整改)).*(?:方面|对照|检视内容|查摆内容|类别)"
)
COLUMN_OF_EXAMPLES = LazyPattern("表现|问题描述|具体问题|事例|实例")
COLUMN_OF_KNOWN = LazyPattern("^(?:所?对应|针对)")


@value
class TableHead:
    """The columns of a table by the kinds of points and by the fields of a measure."""

    columns: dict[ChapterKind, int]
    fields: dict[str, int]
    shown: int = -1
    """The column behind that of the problems which says how each shows: 存在问题, 主要表现."""
    aspect: int = -1
    """The column of what is examined: 对照方面."""
    refers: bool = False
    """Whether the column of the problems only names them again: 对应问题."""

    @classmethod
    def of_cells(cls, text: str, cells: Sequence[Span]) -> TableHead:
        """What these cells of a head say of the columns below them."""
        named = list(reversed(list(enumerate(compact(text, cells)))))
        columns = {kind: at for kind, words in KINDS for at, cell in named if words.search(cell)}
        fields = {
            name: at
            for name, words in FIELDS
            for at, cell in named
            if at not in columns.values() and words.search(cell)
        }
        problems = columns.get(ChapterKind.PROBLEMS, -1)
        words = dict(named)
        is_shown = (
            problems >= 0 and COLUMN_OF_EXAMPLES.search(words.get(problems + 1, "")) is not None
        )
        return cls(
            columns,
            fields,
            aspect=next((at for at, cell in reversed(named) if COLUMN_OF_ASPECTS.search(cell)), -1),
            shown=problems + 1 if is_shown else -1,
            refers=COLUMN_OF_KNOWN.search(words.get(problems, "")) is not None,
        )


def problem_cells(text: str, table: HeadedRows) -> Iterator[tuple[Span, Span]]:
    """For each row of a table with a column of problems the cell of this column, and what stands behind it."""
    at = TableHead.of_cells(text, table.head).columns.get(ChapterKind.PROBLEMS)
    if at is None:
        return
    for cells in table.rows:
        if at < len(cells) and cells[at].of(text).strip():
            end = max(cell.end for cell in cells[at:])
            yield cells[at], Span(cells[at].end, end)
