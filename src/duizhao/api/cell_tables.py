"""Tables of texts: the sheets of a workbook, a .csv, cells pasted from a spreadsheet or a word processor."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from duizhao.errors import UnreadableDocument
from duizhao.ledger.xlsx.saved_workbook import OLE_SIGNATURE, ZIP_SIGNATURE, SavedWorkbook
from duizhao.read import decode

MAX_ROWS, MAX_COLUMNS = 5_000, 60
BETWEEN_CELLS = re.compile("\t|[ \u3000]{2,}|(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff]{4})")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellTable:
    """The rows of a sheet as texts. Empty rows are left out."""

    name: str
    rows: tuple[Row, ...]

    def head(self, known: Sequence[str], least: int = 2) -> tuple[int, Row] | None:
        """The place and the cells of the first row with at least so many `known` heads; None if no row has them."""
        for at, row in enumerate(self.rows[:30]):
            if sum(plain_head(cell) in known for cell in row) >= least:
                return at, tuple(map(plain_head, row))
        return None


def plain_head(cell: str) -> str:
    """A head without blanks, line breaks and what stands in brackets: 姓 名（签字） is 姓名."""
    return re.sub(r"[（(][^）)]*[）)]|[\s\u3000*：:]+", "", cell)


def tables_in(data: bytes, name: str) -> tuple[CellTable, ...]:
    """The tables of an .xlsx or .csv file. Raises UnreadableDocument."""
    suffix = PurePath(name).suffix.lower()
    if suffix in (".csv", ".txt"):
        return (CellTable(PurePath(name).stem, _filled(rows_of_csv(data, name))),)
    if data.startswith(OLE_SIGNATURE) or not data.startswith(ZIP_SIGNATURE):
        raise UnreadableDocument(name, "要用 .xlsx；请在 Excel 或 WPS 里另存为 .xlsx 再试")
    book = SavedWorkbook.from_bytes(data, name)
    return tuple(CellTable(sheet, _filled(_rows(book, sheet))) for sheet in book.sheets)


def rows_of_csv(data: bytes, name: str) -> Iterator[Row]:
    """The rows of a .csv file. Raises UnreadableDocument, also for a text that is no table."""
    rows = csv.reader(io.StringIO(decode(data, name).text))
    try:
        yield from map(tuple, rows)
    except csv.Error as fault:
        reason = f"第 {rows.line_num} 行读不成表格，一格太长或引号不成对；请在 Excel 或 WPS 里打开，另存为 CSV 再试"
        raise UnreadableDocument(name, reason) from fault


def pasted_table(text: str) -> CellTable:
    """Cells that were pasted: parted by tabs, as tables come, or by commas or blanks, as people type them."""
    return CellTable("", _filled(map(_cells, text.splitlines())))


def _cells(line: str) -> Row:
    if "\t" in line:
        return tuple(cell.strip(' "\u3000') for cell in line.split("\t"))
    return tuple(cell.strip() for cell in BETWEEN_CELLS.split(line.strip()))


def _rows(book: SavedWorkbook, sheet: str) -> Iterator[Row]:
    grid = book.grid(sheet)
    for number in grid.rows[:MAX_ROWS]:
        columns = [at for at in grid.columns(number) if at < MAX_COLUMNS]
        yield grid.row_of_texts(number, max(columns, default=-1) + 1)


def _filled(rows: Iterator[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if any(cell.strip() for cell in row))[:MAX_ROWS]
