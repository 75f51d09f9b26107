"""Table and text → a TableBlock."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from duizhao.layout import Layout, Role
from duizhao.text import Span
from duizhao.text.width import width
from duizhao.typeset.block import Block, PictureRun, Run, TableBlock, TableCell, TableRow, TextRun
from duizhao.typeset.original import PlacedPicture, PlacedTable, TableShape
from duizhao.typeset.original.place import PlacedLine
from duizhao.typeset.picture_size import picture_run
from duizhao.typeset.table.grid import GridCell, TableContents, heads
from duizhao.typeset.table.size import cell_width, column_widths, line_count, padding, text_size

MANY_LINES = 12
"""A row of more lines may be broken over two pages."""

PICTURE_ROOM = 0.8
"""The part of the type area's height that a picture in a cell may take."""

TYPED_INDENT = ("\u3000\u3000", "    ")
ALIGNS = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}


def table_block(table: PlacedTable, text: str, layout: Layout) -> TableBlock:
    """A table of the text `text` as it is to be set in the type area of `layout`."""
    planner = _TablePlanner(TableContents(table, text), text, layout)
    return planner.block(table.shape, layout.width)


class _TablePlanner:
    """Plans a table, and the tables in its cells."""

    def __init__(self, contents: TableContents, text: str, layout: Layout) -> None:
        self._contents, self._text, self._layout = contents, text, layout

    def block(self, table: TableShape, room: float, most: float = 0) -> TableBlock:
        """The block of a table in `room` mm, with text no larger than `most` pt."""
        grid = self._contents.grid(table)
        texts = [[self._cell_text(cell) for cell in row] for row in grid.rows]
        columns = column_widths(table, grid, texts, room)
        size = text_size(grid, texts, columns, most or self._layout.roles[Role.BODY].size)
        beside = padding(grid.count)
        head = heads(table, grid, [[width(text) for text in row] for row in texts])
        shapes = [row for row in table.rows if row.cells]
        rows = []
        for at, row in enumerate(grid.rows):
            rooms = [cell_width(cell, columns) - 2 * beside for cell in row]
            lines = max(map(line_count, texts[at], rooms, [size] * len(row)), default=1)
            cells = (
                self._cell(cell, max(room, 1.0), size, is_head=at < head)
                for cell, room in zip(row, rooms, strict=True)
            )
            rows.append(TableRow(tuple(cells), shapes[at].height, holds=lines <= MANY_LINES))
        return TableBlock(
            Role.BODY,
            (),
            columns=tuple(columns),
            rows=tuple(rows),
            heads=head,
            size=size,
            padding=beside,
            has_borders=table.has_borders,
        )

    def _cell_text(self, cell: GridCell) -> str:
        return "\n".join(line.span.of(self._text) for line in cell.content.lines)

    def _cell(self, cell: GridCell, room: float, size: float, *, is_head: bool) -> TableCell:
        blocks = tuple(self._blocks(cell, room, size, is_head)) if cell.rows else ()
        vertical = "center" if is_head else cell.shape.vertical
        return TableCell(blocks or (Block(Role.BODY, ()),), cell.columns, cell.rows, vertical)

    def _blocks(self, cell: GridCell, room: float, size: float, is_head: bool) -> Iterator[Block]:
        """The paragraphs and tables of a cell, in order."""
        tables = sorted(cell.shape.tables, key=attrgetter("first"))
        pictures = sorted(cell.content.pictures, key=attrgetter("offset"))
        for line in cell.content.lines:
            while tables and tables[0].first <= line.paragraph:
                yield self.block(tables.pop(0), room, size)
            mine = [each for each in pictures if each.offset <= line.span.end]
            pictures = pictures[len(mine) :]
            yield self._paragraph(cell, line, mine, room, is_head)
        for table in tables:
            yield self.block(table, room, size)
        if pictures:
            runs = tuple(self._picture(each, room) for each in pictures)
            yield Block(Role.BODY, runs, align="center")

    def _paragraph(
        self,
        cell: GridCell,
        line: PlacedLine,
        pictures: list[PlacedPicture],
        room: float,
        is_head: bool,
    ) -> Block:
        said = line.span.of(self._text)
        indents = line.paragraph in cell.shape.indented or said.startswith(TYPED_INDENT)
        own = ALIGNS.get(cell.shape.aligns.get(line.paragraph, ""), "")
        align = own or ("center" if is_head or (pictures and not said.strip()) else "left")
        first = 2.0 if indents and align in ("left", "justify") else 0.0
        runs = tuple(self._runs(line.span, pictures, room))
        return Block(Role.BODY, runs, first=first, align=align)

    def _runs(self, span: Span, pictures: list[PlacedPicture], room: float) -> Iterator[Run]:
        """The words of a line, without the blanks around them, and its pictures between them."""
        said = span.of(self._text)
        at = span.start + len(said) - len(said.lstrip())
        end = max(span.end - (len(said) - len(said.rstrip())), at)
        for picture in pictures:
            place = min(max(picture.offset, at), end)
            if place > at:
                yield self._text_run(at, place)
            yield self._picture(picture, room)
            at = place
        if end > at:
            yield self._text_run(at, end)

    def _text_run(self, start: int, end: int) -> TextRun:
        span = Span(start, end)
        return TextRun(span.of(self._text), Role.BODY, span)

    def _picture(self, picture: PlacedPicture, room: float) -> PictureRun:
        return picture_run(picture, room, self._layout.height * PICTURE_ROOM)
