"""The sheet 打印: about nine columns of the table in print size on A4, a measure that answers several problems once.

Its cells are formulas that read the table by the place of the row, so that it shows what people fill in, also after
they sort. What an update adds to the table gets its line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from duizhao.ledger.address import TableAddress
from duizhao.ledger.column import COLUMN_BY_HEAD, CellForm, LedgerColumn
from duizhao.ledger.plan import Cells
from duizhao.ledger.rows.table import SavedTable
from duizhao.ledger.xlsx.grid import column_letters
from duizhao.ledger.xlsx.references import quoted_sheet
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.cell import TALLEST_ROW, fit, lines_in
from duizhao.office.workbook import CELL, FONT, CellFormats, PrintSetup, set_pages

PRINT_SHEET = "打印"
HEADS_NAME = "打印表头"
"""The defined name of the heads, by which the sheet is found whatever people call it."""

HEAD_ROW = 3
PRINT_SIZE = 11
LINE_POINTS = 14.6
SIGNATURES = "填报单位：　　　　　　　　填表人：　　　　　　审核人：　　　　　　填报日期："
PAGES = PrintSetup(0.35, 0.45, 0.5, "", "&C第 &P 页，共 &N 页")
WIDTHS = {
    "number": 4.5, "person": 15, "problem": 33, "example": 30, "causes": 34, "measures": 42, "department": 7,
    "owner": 7, "deadline": 14, "status": 7.5, "remark": 9,
}  # fmt: skip
USUAL_WIDTHS = {CellForm.TEXT: 24.0, CellForm.SHORT: 8.0, CellForm.DATE: 10.0}
PAGE_PIXELS, DIGIT_PIXELS, CELL_PIXELS = 930, 7, 5
"""The width of the table, of a digit of the standard font, and of the padding of a cell.

A page takes 1055: a program without the standard font makes columns wider by a third and shrinks the page, to 9 points
and no less.
"""
CHARACTER_DIGITS = 2.1
"""The width of a Chinese character in print size, in digits of the standard font."""

MAX_LINES = 26
"""Of a row of the greatest height that programs take; a longer text is cut, with a note."""
CUT_NOTE = "……（太长，余下的见“整改台账”表）"
ENTRY = re.compile(r"^\d+\. ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PrintLayout:
    """The printed columns under their heads, and the place of the table with their rows.

    `head` is the row of the table's head, `top` that of the printed heads, both from 1.
    """

    columns: tuple[tuple[str, LedgerColumn], ...]
    table: TableAddress
    head: int = 1
    top: int = HEAD_ROW

    @property
    def widths(self) -> list[float]:
        """Widths that fill the page, in digits."""
        wanted = [WIDTHS.get(each.key, USUAL_WIDTHS[each.form]) for _, each in self.columns]
        room = (PAGE_PIXELS - CELL_PIXELS * len(wanted)) / DIGIT_PIXELS
        return [round(each * room / sum(wanted), 2) for each in wanted]

    def lines(self, rows: Sequence[Cells]) -> Iterator[list[tuple[str, str]]]:
        """Formula and text of each cell, for each row of the table."""
        repeats = _repeats([(row.get("file", ""), row.get("measures", "")) for row in rows])
        plain = [self._plain(column) for _, column in self.columns]
        most = {
            column.key: int(width / CHARACTER_DIGITS) * MAX_LINES
            for (_, column), width in zip(self.columns, self.widths, strict=True)
        }
        for at, row in enumerate(rows):
            line = []
            for (_, column), formula in zip(self.columns, plain, strict=True):
                text = fit(row.get(column.key, ""))
                if column.key == "measures" and at in repeats:
                    back, entry = repeats[at]
                    number = rows[at - back].get("number", "")
                    formula, text = self._repeated(column, back, entry, number)
                elif len(text) > most[column.key] or text.count("\n") >= MAX_LINES:
                    formula, text = self._cut(column, text, most[column.key])
                line.append((formula, text))
            yield line

    def height(self, texts: Sequence[str], widths: Sequence[float]) -> float:
        """The height in points of a row with these texts in columns of these widths."""
        narrower = 2 / CHARACTER_DIGITS
        fullest = max(
            lines_in(text, width * narrower) for text, width in zip(texts, widths, strict=True)
        )
        return min(fullest * LINE_POINTS + 4, TALLEST_ROW)

    def missing(self, count: int) -> str:
        """A warning, as a formula, for rows of the table that are not among the `count` printed ones."""
        last = self.head + count + 2000
        columns = [
            f"{self._column(key)}${self.head + 1}:${column_letters(self.table.places[key])}${last}"
            for key in ("problem", "measures")
            if key in self.table.places
        ]
        rows = f'SUMPRODUCT(--({"&".join(columns)}<>""))'
        return f'=IF({rows}>{count},"台账另有 "&{rows}-{count}&" 行没有列入，请先更新台账","")'

    def _plain(self, column: LedgerColumn) -> str:
        cell = self._cell(column.key)
        if column.form is CellForm.DATE:
            return f'=IF(ISNUMBER({cell}),TEXT({cell},"yyyy-mm-dd"),{cell}&"")'
        # The empty text makes a blank cell blank here too, and not 0.
        return f'={cell}&""'

    def _repeated(
        self, column: LedgerColumn, back: int, entry: int, number: str
    ) -> tuple[str, str]:
        """A reference to a row above, as long as it holds the same measure: as an entry of several, or alone for 0."""
        cell, there = self._cell(column.key), self._cell(column.key, back)
        same = f'LEN(SUBSTITUTE({there},{cell},""))<LEN({there})' if entry else f"{cell}={there}"
        end = f" 行第 {entry} 条" if entry else " 行"
        numbered = self._cell("number", back) if "number" in self.table.places else ""
        said = f'"同第 "&{numbered}&"{end}"' if numbered else cell
        formula = f'=IF({cell}="","",IF({same},{said},{cell}))'
        return formula, f"同第 {number}{end}"

    def _cut(self, column: LedgerColumn, text: str, most: int) -> tuple[str, str]:
        """The beginning of a text that is too long for the tallest row, with a note that it goes on."""
        lines = text.split("\n")
        kept = len("\n".join(lines[: MAX_LINES - 1]))
        count = min(most - len(CUT_NOTE), kept)
        formula = f'=LEFT({self._cell(column.key)},{count})&"{CUT_NOTE}"'
        return formula, text[:count] + CUT_NOTE

    def _cell(self, key: str, back: int = 0) -> str:
        """The cell of the table on the line of the formula, or lines above it: by place, since people delete rows."""
        if key not in self.table.places:
            return '""'
        sheet = quoted_sheet(self.table.sheet)
        letters = column_letters(self.table.places[key])
        row = f"ROW({sheet}!$A${self.head})+ROW()-{self.top + back}"
        return f"INDEX({sheet}!${letters}:${letters},{row})"

    def _column(self, key: str) -> str:
        return f"{quoted_sheet(self.table.sheet)}!${column_letters(self.table.places[key])}"


def _repeats(measures: Sequence[tuple[str, str]]) -> dict[int, tuple[int, int]]:
    """For each measure that stands higher up: how many rows above, and as which entry of a numbered cell (0: alone).

    `measures` are pairs of a file and a text: a measure of another person is never the same.
    """
    first: dict[tuple[str, str], tuple[int, int]] = {}
    found: dict[int, tuple[int, int]] = {}
    for at, (file, text) in enumerate(measures):
        if not text:
            continue
        if (file, text) in first:
            row, entry = first[file, text]
            found[at] = at - row, entry
            continue
        first[file, text] = at, 0
        if text.startswith("1. "):
            for number, entry_text in enumerate(ENTRY.split(text)[1:], 1):
                first.setdefault((file, entry_text.strip()), (at, number))
    return found


def write_print_sheet(
    sheet: Any, book: Any, layout: PrintLayout, rows: Sequence[Cells], formats: CellFormats
) -> None:
    """Write the sheet of a new workbook."""
    size = {"font_size": PRINT_SIZE}
    text = book.add_format({**CELL, **size, "valign": "vcenter"})
    short = book.add_format({**CELL, **size, "align": "center", "valign": "vcenter"})
    title = book.add_format({**FONT, "font_size": 16, "bold": True, "align": "center"})
    own = [text if each.form is CellForm.TEXT else short for _, each in layout.columns]
    last = len(layout.columns) - 1
    sheet.merge_range(0, 0, 0, last, "整改台账", title)
    sheet.set_row(0, 26)
    sheet.write_string(1, 0, SIGNATURES, book.add_format({**FONT, **size}))
    warning = book.add_format({**FONT, **size, "font_color": "#B00020", "align": "right"})
    sheet.write_formula(1, last, layout.missing(len(rows)), warning, "")
    sheet.set_row(HEAD_ROW - 1, 30)
    widths = layout.widths
    for at, ((head, _), width) in enumerate(zip(layout.columns, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(HEAD_ROW - 1, at, head, formats.head.plain)
    for row, line in enumerate(layout.lines(rows), HEAD_ROW):
        sheet.set_row(row, layout.height([value for _, value in line], widths))
        for at, (formula, value) in enumerate(line):
            sheet.write_formula(row, at, formula, own[at], value)
    sheet.freeze_panes(HEAD_ROW, 0)
    set_pages(sheet, PAGES)
    sheet.center_horizontally()
    sheet.repeat_rows(HEAD_ROW - 1)
    right = column_letters(last)
    name = quoted_sheet(PRINT_SHEET)
    book.define_name(HEADS_NAME, f"={name}!$A${HEAD_ROW}:${right}${HEAD_ROW}")


@dataclass(frozen=True, slots=True)
class SavedPrintSheet:
    """The printed sheet of a saved workbook: its name, the row of its heads, and the printed columns by their place."""

    sheet: str
    top: int
    columns: dict[int, tuple[str, LedgerColumn]]

    @classmethod
    def from_workbook(cls, book: SavedWorkbook) -> SavedPrintSheet | None:
        """The sheet; None if people removed it, or the workbook never had one."""
        for named in book.root.iter(book.tag("definedName")):
            if named.get("name") != HEADS_NAME:
                continue
            sheet, _, cells = (named.text or "").rpartition("!")
            sheet = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
            found = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d{1,7}):.*", cells)
            if found and sheet in book.sheets:
                grid, top = book.grid(sheet), int(found[2])
                heads = {at: grid.text(top, at) for at in sorted(grid.columns(top))}
                known = {
                    at: (head, COLUMN_BY_HEAD[head])
                    for at, head in heads.items()
                    if head in COLUMN_BY_HEAD
                }
                return cls(sheet, top, known)
        return None


def patch_print_sheet(edit: WorkbookEdit, saved: SavedPrintSheet, table: SavedTable) -> None:
    """Write a line for each row of the table anew, in the look of the first line. What stands above the heads stays."""
    grid = edit.workbook.grid(saved.sheet)
    shown = {column.key for _, column in saved.columns.values()} | {"file", "number", "measures"}
    keys = shown & table.places.keys()
    filled = (row for row in reversed(table.grid.rows) if table.grid.is_filled(row))
    last = next(filled, table.head)
    rows = [table.line(row, keys) for row in range(table.head + 1, last + 1)]
    address = TableAddress(table.sheet, table.places)
    layout = PrintLayout(tuple(saved.columns.values()), address, table.head, saved.top)
    styles = {at: grid.style(saved.top + 1, at) for at in saved.columns}
    widths = layout.widths
    grid.clear_below(saved.top)
    for row, line in enumerate(layout.lines(rows), saved.top + 1):
        for at, (formula, value) in zip(saved.columns, line, strict=True):
            grid.put_text_formula(row, at, formula, value, styles[at])
        grid.raise_to(row, layout.height([value for _, value in line], widths))
    _renew_warning(grid, layout, saved.top - 1, len(rows))
    edit.keep_sheet(saved.sheet)


def _renew_warning(grid: Any, layout: PrintLayout, row: int, count: int) -> None:
    for at in list(grid.columns(row)):
        if "没有列入" in grid.formula(row, at):
            grid.put_text_formula(row, at, layout.missing(count), "", grid.style(row, at))
