"""The cells of a table in their columns and rows, each with the lines of text and the pictures that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duizhao.typeset.original import CellShape, PlacedPicture, PlacedTable, RowShape, TableShape
from duizhao.typeset.original.place import PlacedLine

EMPTY = CellShape(-1)


@dataclass(slots=True)
class CellContent:
    """What stands in a cell besides the tables in it."""

    lines: list[PlacedLine] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)


@dataclass(slots=True)
class GridCell:
    """A cell in the grid: its first column, its columns, and its rows: 0 where the cell above covers it."""

    shape: CellShape
    content: CellContent
    start: int
    columns: int
    rows: int = 1


@dataclass(slots=True)
class TableGrid:
    """The cells of each row, which cover all columns."""

    rows: list[list[GridCell]]
    count: int


class TableContents:
    """The contents of the cells of a table and of the tables in it."""

    def __init__(self, table: PlacedTable, text: str) -> None:
        self._text = text
        self._contents: dict[int, CellContent] = {}
        owners = list(_owners(table.shape))
        firsts = [first for first, _ in owners]

        def content(paragraph: int) -> CellContent:
            cell = owners[max(bisect_right(firsts, paragraph) - 1, 0)][1]
            return self._contents.setdefault(id(cell), CellContent())

        for line in table.lines:
            content(line.paragraph).lines.append(line)
        for picture in table.pictures:
            content(picture.shape.paragraph).pictures.append(picture)

    def grid(self, table: TableShape) -> TableGrid:
        """The grid of `table`, which is the whole one or one in a cell."""
        shapes = [row for row in table.rows if row.cells]
        count = max(row.before + sum(cell.columns for cell in row.cells) for row in shapes)
        rows: list[list[GridCell]] = []
        above: dict[int, GridCell] = {}
        for shape in shapes:
            row = self._row(shape, count)
            above = {cell.start: self._opener(cell, above.get(cell.start)) for cell in row}
            rows.append(row)
        return TableGrid(rows, count)

    def _row(self, shape: RowShape, count: int) -> list[GridCell]:
        found: list[GridCell] = []
        if shape.before:
            found.append(GridCell(EMPTY, CellContent(), 0, shape.before))
        at = shape.before
        for cell in shape.cells:
            content = self._contents.get(id(cell)) or CellContent()
            found.append(GridCell(cell, content, at, cell.columns))
            at += cell.columns
        if at < count:
            found.append(GridCell(EMPTY, CellContent(), at, count - at))
        return found

    def _opener(self, cell: GridCell, above: GridCell | None) -> GridCell:
        """The cell that covers the place of `cell`: itself, or the one above that it continues.

        A cell that continues another and has words of its own stands alone, so that its words show.
        """
        if cell.shape.merge != "continue" or above is None or above.columns != cell.columns:
            return cell
        if not above.shape.merge or not self._is_blank(cell):
            return cell
        cell.rows = 0
        above.rows += 1
        return above

    def _is_blank(self, cell: GridCell) -> bool:
        content = cell.content
        return not (content.pictures or cell.shape.tables) and not any(
            line.span.of(self._text).strip() for line in content.lines
        )


def _owners(table: TableShape) -> Iterator[tuple[int, CellShape]]:
    """The cells of a table and of those in it, each at every paragraph from which on it holds what follows."""
    for row in table.rows:
        for cell in row.cells:
            yield cell.first, cell
            for inner in cell.tables:
                yield from _owners(inner)
                yield inner.end, cell


def heads(table: TableShape, grid: TableGrid, widths: Sequence[Sequence[float]]) -> int:
    """How many rows are the head: those marked as such, or the first of a regular table. `widths` are of its cells."""
    shapes = [row for row in table.rows if row.cells]
    marked = 0
    while marked < len(shapes) and shapes[marked].is_head:
        marked += 1
    found = marked or int(_looks_headed(grid, widths))
    if found >= len(shapes):
        return 0
    reach = max((at + cell.rows for at in range(found) for cell in grid.rows[at]), default=0)
    return found if reach <= found else 0


LEAST_ROWS = 4
"""Rows and columns from which the first row of a table without merged cells is taken for its head."""

LEAST_COLUMNS = 3
LONGEST_HEAD = 12
"""Characters of a cell in such a row."""


def _looks_headed(grid: TableGrid, widths: Sequence[Sequence[float]]) -> bool:
    if len(grid.rows) < LEAST_ROWS or grid.count < LEAST_COLUMNS:
        return False
    is_regular = all(
        len(row) == grid.count and all(cell.rows == 1 for cell in row) for row in grid.rows
    )
    return is_regular and all(0 < width <= LONGEST_HEAD for width in widths[0])
