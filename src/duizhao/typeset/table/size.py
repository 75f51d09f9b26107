"""The widths of the columns of a table, and the size of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from duizhao.layout.model import POINTS
from duizhao.text.width import width
from duizhao.typeset.original import TableShape
from duizhao.typeset.table.grid import GridCell, TableGrid

TEXT_SIZES = (14.0, 12.0, 10.5, 9.0)
"""四号、小四、五号、小五, in pt: the largest that fits is taken."""

NEARLY_FULL = 0.8
"""A table that filled this much of its own type area fills ours."""

SHORT_LABEL = 4
"""Characters that should stand on one line: 序号, 责任人, 完成时限."""

LONGEST_WORD = 24
"""Letters and digits that should stand on one line; longer words may be broken."""

LONGEST_LABEL, LABEL_SIZE = 7.0, 12.0
"""Characters of a column that holds labels, names and days alone, and their size in pt."""

NARROWEST, WIDEST = 3.0, 20.0
"""Characters that a column is taken to need where the file gives no widths."""

WORD = re.compile(r"[0-9A-Za-z.,%/:\-]+")
PADDINGS = ((8, 1.9), (14, 0.9), (63, 0.3))
"""Up to so many columns, the room left and right of the text of a cell in mm; 1.9 is Word's."""


def column_widths(
    table: TableShape, grid: TableGrid, texts: Sequence[Sequence[str]], room: float
) -> list[float]:
    """The widths in mm: as in the file, fitted to `room`; by the longest text where the file has none."""
    if len(table.columns) >= grid.count:
        widths = table.columns[: grid.count]
        whole = room if table.share >= NEARLY_FULL else min(sum(widths), room)
    else:
        widths, whole = [NARROWEST] * grid.count, room
        for row, said in zip(grid.rows, texts, strict=True):
            for cell, text in zip(row, said, strict=True):
                if cell.columns == 1:
                    longest = max(map(width, text.split("\n")))
                    widths[cell.start] = max(widths[cell.start], min(longest, WIDEST))
        return _with_whole_labels(widths, whole)
    scale = whole / sum(widths)
    return [each * scale for each in widths]


def _with_whole_labels(widths: Sequence[float], room: float) -> list[float]:
    """Widths in characters as mm that fill `room`: short words stay on one line where the rest leaves room for it."""
    sides = 2 * padding(len(widths))
    own = [each * LABEL_SIZE / POINTS + sides if each <= LONGEST_LABEL else 0.0 for each in widths]
    rest = sum(each for each, kept in zip(widths, own, strict=True) if not kept)
    if not rest or sum(own) * 2 > room:
        return [each * room / sum(widths) for each in widths]
    scale = (room - sum(own)) / rest
    return [kept or each * scale for each, kept in zip(widths, own, strict=True)]


def padding(count: int) -> float:
    """The room left and right of the text of a cell in a table of `count` columns, in mm."""
    return next(room for most, room in PADDINGS if count <= most)


def cell_width(cell: GridCell, columns: Sequence[float]) -> float:
    """The width of a cell in mm, with its padding."""
    return sum(columns[cell.start : cell.start + cell.columns])


def text_size(
    grid: TableGrid, texts: Sequence[Sequence[str]], columns: Sequence[float], most: float
) -> float:
    """The largest size, but no larger than `most`, at which labels, words and numbers stay whole; in pt."""
    needs = [
        (cell_width(cell, columns) - 2 * padding(grid.count), _longest_whole(text))
        for row, said in zip(grid.rows, texts, strict=True)
        for cell, text in zip(row, said, strict=True)
    ]
    sizes = [size for size in TEXT_SIZES if size <= most] or [most]
    fits = (
        size for size in sizes if all(need * size <= room * POINTS for room, need in needs if need)
    )
    return next(fits, sizes[-1])


def _longest_whole(text: str) -> float:
    """The width of the longest part of a text that should not be broken, in characters."""
    lines = [line.strip() for line in text.split("\n")]
    labels = [size for size in map(width, lines) if size <= SHORT_LABEL]
    words = [width(word) for word in WORD.findall(text) if len(word) <= LONGEST_WORD]
    return max((*labels, *words), default=0.0)


def line_count(text: str, room: float, size: float) -> int:
    """About how many lines a text takes in a cell with `room` mm for it."""
    capacity = max(room * POINTS / size, 1.0)
    return sum(max(ceil(width(line) / capacity), 1) for line in text.split("\n"))
