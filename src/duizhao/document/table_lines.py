"""Tables whose head names problems, causes or measures: each row is one paragraph, with its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duizhao.document.lines import Line, trim
from duizhao.document.nodes import HeadedRows
from duizhao.text import Source, Span, TextRow, TextTable
from duizhao.text.pattern import LazyPattern

FEWEST_CELLS, LONGEST_HEAD = 3, 16
"""Fewer cells in a line are no head; longer words, in characters, head no column."""
HEAD = LazyPattern(
    "序号|编号|类别|项目|来源|内容|领导|监督|方面|问题|表现|不足|差距|毛病|原因|根源|根子|症结|措施|举措|打算|办法|对策|承诺|怎么改|方向|为什么|事项|任务|目标|责任|牵头|配合|谁来|负责|"
    "时限|时间|期限|完成|兑现|何时|什么时候|标准|标志|进度|进展|成效|结果|状态|备注"
)
PROBLEM = LazyPattern(
    "^(?!.*(?:原因|根源|根子|措施|举措|有无)).*(?:问题|表现|不足|差距|毛病)(?!类)"
)
"""A head of the column of problems."""
ANSWER = LazyPattern("原因|根源|根子|症结|措施|举措|打算|办法|对策|承诺|怎么改|方向")
STOPS = LazyPattern("[，。；！？]|[0-9]{2}")
LONGEST_LABEL, LONGEST_TITLE = 8, 30
LONGEST_LABELLED, MOST_LINES = 300, 4
"""A labelled cell with more characters or lines holds a chapter, not one point."""
# 序号    存在问题    整改措施: columns that only blanks part, as pasted from a page.
BLANKS_BETWEEN = "   "
SPACED_HEAD = LazyPattern(
    "(?:问题|措施|表现|原因|清单|差距|举措|方向|办法|打算)\\S{0,8} {3,}\\S{2,16}(?: {3,}\\S|\\n)"
)
SPACED_CELL = LazyPattern("\\S+(?:[ \u3000]\\S+)*")
PARTING = "\t|｜"
RULE_OF_TABLE = frozenset("|-: ")

TableLines = dict[int, tuple[int, HeadedRows]]
"""By the start of a paragraph its end, and its rows."""


def tables_apart(source: Source, blocks: list[Line]) -> tuple[list[Line], TableLines]:
    """The lines that stand in no such table, and the rows of the tables."""
    found: TableLines = {}
    if source.tables:
        blocks = _without(blocks, _records(source), found)
        blocks = _with_whole_labels(source, blocks)
    if any(map(source.text.__contains__, PARTING)) or _has_spaced_head(source.text):
        blocks = _without_rows(source.text, blocks, found)
    return blocks, found


def _has_spaced_head(text: str) -> bool:
    return BLANKS_BETWEEN in text and SPACED_HEAD.search(text) is not None


def is_head(words: Sequence[str]) -> bool:
    """Whether these cells head columns: short words, most of which name one."""
    named = sum(1 for each in words if HEAD.search(each))
    if named < 2 or named * 2 < len(words):
        return False
    return all(len(each) <= LONGEST_HEAD and not STOPS.search(each) for each in words)


def cells_of(line: str, start: int) -> list[Span]:
    """The cells of a line that begins at `start`; they are parted by tabs."""
    cells: list[Span] = []
    for cell in line.split("\t"):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return cells


def compact(text: str, cells: Iterable[Span]) -> list[str]:
    """The words of cells without blanks: 责任 领导 may stand on two lines."""
    return ["".join(cell.of(text).split()) for cell in cells]


# The tables of a Word file


Record = tuple[Span, HeadedRows]


def _records(source: Source) -> list[Record]:
    text = source.text
    found = [record for table in source.tables for record in _of_table(text, table)]
    return sorted(found, key=lambda record: record[0])


def _of_table(text: str, table: TextTable) -> list[Record]:
    first = compact(text, table[0].cells)
    if is_head(first) and any(map(PROBLEM.search, first)) and any(map(ANSWER.search, first)):
        return _below_head(text, table)
    return _beside_labels(text, table) or _below_head(text, table)


def _below_head(text: str, table: TextTable) -> list[Record]:
    """The rows from the head on. A row with words in one cell alone is a title above those behind it."""
    found: list[Record] = []
    head: tuple[Span, ...] = ()
    title: Span | None = None
    for row in table:
        words = compact(text, row.cells)
        if len(words) >= 2 and is_head(words):
            head = _joined(text, head, row.cells)
            found.append((row.span, HeadedRows(head, ())))
        elif head and sum(map(bool, words)) == 1:
            title = row.span
            found.append((row.span, HeadedRows(head, (), title)))
        elif head and 1 < len(row.cells) <= len(head):
            found.append((row.span, HeadedRows(head, (row.cells,), title)))
    return found


def _beside_labels(text: str, table: TextTable) -> list[Record]:
    """Rows that begin with labels, as a table with its rows and columns exchanged; empty for any other table."""
    labels = [compact(text, row.cells[:1])[0] for row in table]
    width = len(table[0].cells)
    named = sum(1 for each in labels if HEAD.search(each))
    if (
        width < 2
        or named * 5 < len(table) * 4
        or not any(map(PROBLEM.search, labels))
        or not any(map(ANSWER.search, labels))
        or any(len(row.cells) != width or _is_long(text, row) for row in table)
    ):
        return []
    found: list[Record] = []
    rows: list[TextRow] = []
    for row, label in [*zip(table, labels, strict=True), (None, "")]:
        if rows and (row is None or PROBLEM.search(label)):
            columns = zip(*(each.cells for each in rows), strict=True)
            head, *filled = [cells for cells in columns if any(map(str.strip, _of(text, cells)))]
            found.append(
                (Span(rows[0].span.start, rows[-1].span.end), HeadedRows(head, tuple(filled)))
            )
            rows = []
        if row is not None:
            rows.append(row)
    return found


def _of(text: str, cells: Iterable[Span]) -> Iterator[str]:
    return (cell.of(text) for cell in cells)


def _is_long(text: str, row: TextRow) -> bool:
    label, *cells = _of(text, row.cells)
    return len(label) > LONGEST_HEAD or any(
        len(cell) > LONGEST_LABELLED or cell.count("\n") >= MOST_LINES for cell in cells
    )


def _without(blocks: list[Line], records: Iterable[Record], found: TableLines) -> list[Line]:
    """The lines outside of the records, whose lines are put into `found`."""
    rest: list[Line] = []
    waiting = iter(records)
    record = next(waiting, None)
    for start, end in blocks:
        while record and record[0].end <= start:
            record = next(waiting, None)
        if record is None or start < record[0].start:
            rest.append((start, end))
            continue
        first = next(reversed(found), -1)
        if first < record[0].start:
            first = start
        found[first] = end, record[1]
    return rest


def _with_whole_labels(source: Source, blocks: list[Line]) -> list[Line]:
    """The lines, those of a label on several lines in a cell as one: 存在的 问题 beside a long cell."""
    labels: dict[int, int] = {}
    for row in (row for table in source.tables for row in table if len(row.cells) > 1):
        start, end = trim(source.text, *row.cells[0])
        (words,) = compact(source.text, row.cells[:1])
        if "\n" in source.text[start:end] and len(words) <= LONGEST_LABEL and HEAD.search(words):
            labels[start] = end
    if not labels:
        return blocks
    whole: list[Line] = []
    for start, end in blocks:
        if whole and end <= whole[-1][1]:
            continue
        whole.append((start, labels.get(start, end)))
    return whole


# Lines with tabs, and those of Markdown


def _without_rows(text: str, blocks: list[Line], found: TableLines) -> list[Line]:
    rest: list[Line] = []
    head: tuple[Span, ...] = ()
    title: Span | None = None
    for at, (start, end) in enumerate(blocks):
        line = text[start:end]
        if not (any(map(line.__contains__, PARTING)) or BLANKS_BETWEEN in line):
            if head and _titles_rows(text, blocks, at, head):
                title = Span(start, end)
                found[start] = end, HeadedRows(head, (), title)
            else:
                head, title = (), None
                rest.append((start, end))
            continue
        if line[0] == "|" and RULE_OF_TABLE.issuperset(line):
            if not head:
                rest.append((start, end))
            continue
        cells = _cells(text, start, end, line)
        if len(cells) < FEWEST_CELLS and (not head or len(cells) < 2):
            head = ()
        elif is_head(compact(text, cells)):
            head = _joined(text, head, cells)
            found[start] = end, HeadedRows(head, ())
            continue
        elif head and _fits(line, cells, head):
            # The empty cells at the end of a row are blanks behind its line.
            cells += [Span(end, end)] * (len(head) - len(cells))
            found[start] = end, HeadedRows(head, (tuple(cells),), title)
            continue
        rest.append((start, end))
    return rest


def _titles_rows(text: str, blocks: Sequence[Line], at: int, head: Sequence[Span]) -> bool:
    """Whether a short line between rows is a title of those behind it, in one cell over all columns."""
    start, end = blocks[at]
    if end - start > LONGEST_TITLE or STOPS.search(text, start, end) or at + 1 == len(blocks):
        return False
    start, end = blocks[at + 1]
    line = text[start:end]
    if "\t" not in line:
        return False
    cells = cells_of(line, start)
    return len(cells) == len(head) and not is_head(compact(text, cells))


def _joined(text: str, above: Sequence[Span], head: Sequence[Span]) -> tuple[Span, ...]:
    """A head of one line; of two lines if cells of the lower one are empty below words of the upper one."""
    if len(above) != len(head):
        return tuple(head)
    pairs = zip(above, head, strict=True)
    return tuple(low if low.of(text).strip() else high for high, low in pairs)


def _fits(line: str, cells: Sequence[Span], head: Sequence[Span]) -> bool:
    """Whether these cells can stand below a head: tabs behind the last may be missing, blanks part all of them."""
    is_parted = line[0] == "|" or "\t" in line or "｜" in line
    return len(cells) <= len(head) if is_parted else len(cells) == len(head)


def _spaced(line: str, start: int) -> list[Span]:
    return [Span(start + each.start(), start + each.end()) for each in SPACED_CELL.finditer(line)]


def _cells(text: str, start: int, end: int, line: str) -> list[Span]:
    bar = "｜" if "｜" in line and "\t" not in line else "|"
    first = line[0] == bar
    if not first and "\t" in line:
        return cells_of(line, start)
    if not first and bar not in line:
        return _spaced(line, start)
    inner = line[first : len(line) - (line[-1] == bar)]
    cells: list[Span] = []
    at = start + first
    for cell in inner.split(bar):
        cells.append(Span(*trim(text, at, at + len(cell))))
        at += len(cell) + 1
    return cells
