"""The head of a table: what its columns are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.profiles import ChapterKind
from duizhao.text import Span, value
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


@value
class TableHead:
    """The width of a table in cells, and its columns by the kinds of points and by the fields of a measure."""

    width: int
    columns: dict[ChapterKind, int]
    fields: dict[str, int]

    @classmethod
    def of_cells(cls, text: str, cells: list[Span]) -> TableHead | None:
        """The head in a line; None if the line is none."""
        if not _is_head(text, cells):
            return None
        at_end = list(reversed(list(enumerate(cells))))
        columns = {
            kind: at for kind, words in KINDS for at, cell in at_end if words.search(cell.of(text))
        }
        taken = columns.values()
        fields = {
            name: at
            for name, words in FIELDS
            for at, cell in at_end
            if at not in taken and words.search(cell.of(text))
        }
        return cls(len(cells), columns, fields)


def cells_of(line: str, start: int) -> list[Span]:
    """The cells of a line that begins at `start`; they are parted by tabs."""
    cells: list[Span] = []
    for cell in line.split("\t"):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells


def problem_cells(text: str, lines: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """The cell of each row of a table below a head with a column of problems, and the row."""
    head: TableHead | None = None
    for line in lines:
        cells = cells_of(line.of(text), line.start)
        if found := TableHead.of_cells(text, cells):
            head = found
        elif len(cells) >= FEWEST_CELLS and head and len(cells) <= head.width:
            at = head.columns.get(ChapterKind.PROBLEMS)
            if at is not None and at < len(cells) and cells[at].of(text).strip():
                yield cells[at], line


def _is_head(text: str, cells: list[Span]) -> bool:
    words = [cell.of(text).strip() for cell in cells]
    named = sum(1 for each in words if HEAD.search(each))
    return (
        named >= 2 and named * 2 >= len(words) and all(len(each) <= LONGEST_HEAD for each in words)
    )
