"""The texts of a sheet, or of a table in Word, with the blocks of cells that are joined."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lxml import etree

from duizhao.ledger.xlsx.grid import CellGrid, column_number
from duizhao.ledger.xlsx.saved_workbook import CellStyles, SavedWorkbook
from duizhao.office.xml import whole_number

MAX_ROWS, MAX_COLUMNS, MAX_BLOCKS = 5_000, 60, 20_000
BLOCK = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
DAY_FORMATS = frozenset((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)))
"""The built-in formats that show a number as a day (ISO 29500-1 18.8.30), those of Chinese Excel among them."""
DAY_CODE = re.compile(r"y.*m|m.*d|年|月", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class CellBlock:
    """Cells that are joined to one: the first and last line and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class SheetCells:
    """The lines of a table. A joined block has its text in the first of its cells."""

    name: str
    lines: tuple[tuple[str, ...], ...]
    blocks: tuple[CellBlock, ...] = ()

    @property
    def width(self) -> int:
        return max(map(len, self.lines), default=0)

    def text(self, line: int, at: int) -> str:
        """The text of a cell itself."""
        cells = self.lines[line] if line < len(self.lines) else ()
        return cells[at] if at < len(cells) else ""

    def shown(self, line: int, at: int) -> str:
        """The text that people see in a cell: that of its block."""
        block = self._covering.get((line, at))
        return self.text(block.top, block.left) if block else self.text(line, at)

    def carried(self, line: int, at: int) -> str:
        """The text of a cell, or of a block that reaches down to it; nothing of one that comes from the left."""
        block = self._covering.get((line, at))
        if block and block.bottom > block.top and block.left == at:
            return self.text(block.top, at).strip()
        return "" if block and block.right > block.left else self.text(line, at).strip()

    def block(self, line: int, at: int) -> CellBlock | None:
        return self._covering.get((line, at))

    @cached_property
    def _covering(self) -> Mapping[tuple[int, int], CellBlock]:
        found: dict[tuple[int, int], CellBlock] = {}
        left = MAX_ROWS * MAX_COLUMNS
        for block in self.blocks:
            # Blocks that programs write never overlap: more than all cells is no ledger.
            left -= (block.bottom - block.top + 1) * (block.right - block.left + 1)
            if left < 0:
                break
            for line in range(block.top, block.bottom + 1):
                for at in range(block.left, block.right + 1):
                    found[line, at] = block
        return found


def sheets_of(book: SavedWorkbook) -> tuple[SheetCells, ...]:
    """The sheets of a workbook that have any text."""
    found = (_sheet(book, name) for name in book.sheets)
    return tuple(sheet for sheet in found if sheet.lines)


def _sheet(book: SavedWorkbook, name: str) -> SheetCells:
    grid = book.grid(name)
    days = _day_styles(book.styles)
    lines: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number in grid.rows:
        columns = [at for at in grid.columns(number) if at < MAX_COLUMNS]
        cells = [""] * (max(columns, default=-1) + 1)
        for at in columns:
            cells[at] = _text(book, grid, number, at, days)
        if any(cells) and len(lines) < MAX_ROWS:
            numbers.append(number)
            lines.append(tuple(cells))
    return SheetCells(name, tuple(lines), tuple(_blocks(grid, numbers)))


def _text(book: SavedWorkbook, grid: CellGrid, row: int, at: int, days: frozenset[int]) -> str:
    """A cell as it is seen: a day as 2024-06-30, a formula by its value."""
    cell = grid.cell(row, at)
    if cell is None:
        return ""
    if cell.find(grid.tag("f")) is not None:
        text = (cell.findtext(grid.tag("v")) or "").strip()
        is_number = cell.get("t", "n") == "n"
    else:
        text, is_number = grid.text(row, at), grid.is_number(row, at)
    if is_number and text and whole_number(cell.get("s")) in days:
        return book.day(text)
    return text.removesuffix(".0") if is_number else text


def _day_styles(styles: CellStyles | None) -> frozenset[int]:
    """The numbers of the cell formats that show days."""
    if styles is None:
        return frozenset()
    root = styles.root
    ns = f"{{{etree.QName(root).namespace or ''}}}"
    own = {
        whole_number(each.get("numFmtId")): QUOTED.sub("年" if "年" in code else "", code)
        for each in root.iter(ns + "numFmt")
        if (code := each.get("formatCode") or "")
    }
    formats = root.find(ns + "cellXfs")
    numbers = [whole_number(each.get("numFmtId")) for each in (() if formats is None else formats)]
    return frozenset(
        at
        for at, number in enumerate(numbers)
        if number in DAY_FORMATS or DAY_CODE.search(own.get(number, ""))
    )


def _blocks(grid: CellGrid, numbers: Sequence[int]) -> Iterator[CellBlock]:
    """The joined blocks of a sheet, in lines: rows without any text, which `numbers` lacks, are no lines."""
    for each in islice(grid.root.iter(grid.tag("mergeCell")), MAX_BLOCKS):
        found = BLOCK.fullmatch((each.get("ref") or "").replace("$", ""))
        if not found:
            continue
        top, bottom = sorted((int(found[2]), int(found[4])))
        first, last = bisect_left(numbers, top), bisect_right(numbers, bottom) - 1
        left, right = sorted((column_number(found[1]), column_number(found[3])))
        if first <= last and left < MAX_COLUMNS:
            yield CellBlock(first, left, last, min(right, MAX_COLUMNS - 1))
