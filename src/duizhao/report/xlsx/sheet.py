"""A sheet of rows under a head: frozen, filtered, wrapped, ready to print on A4 across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from duizhao.lint import Severity
from duizhao.report.xlsx.cell import put
from duizhao.text.width import columns as wide

LINE = Side(style="thin", color="D0CCC2")
BORDER = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
FACE = "宋体"
LINE_HEIGHT = 14.0
TALLEST = 409.0  # points, the most that Excel takes
HEAD = PatternFill("solid", fgColor="E8E3D8")
TINTS = dict(zip(Severity, ("FBE3E0", "FDF0CF", "E6F1F5"), strict=True))
TEXT, NUMBER = "对照 文字", "对照 数字"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head; `width` counts digits of the standard face, two for a Chinese character."""

    head: str
    width: float
    is_number: bool = False


# A cell that holds nothing but the name of a severity takes its colour.
LABELS: Mapping[str | int, str] = {s.label: f"对照 {s.label}" for s in Severity}


def styles() -> Iterator[NamedStyle]:
    """The styles of all cells under the head. Named ones, for a style of its own for every cell costs 0.1 ms each."""
    text = Alignment(wrap_text=True, vertical="top")
    middle = Alignment(horizontal="center", vertical="top")
    font = Font(FACE, 10.5)
    yield NamedStyle(TEXT, font=font, border=BORDER, alignment=text)
    yield NamedStyle(NUMBER, font=font, border=BORDER, alignment=middle)
    for severity, colour in TINTS.items():
        tint = PatternFill("solid", fgColor=colour)
        name = LABELS[severity.label]
        yield NamedStyle(name, font=font, border=BORDER, alignment=middle, fill=tint)


def fill(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Sequence[str | int]], keep: str
) -> None:
    """Writes the rows. `keep` is the first cell that scrolls, such as `B2`."""
    _head(sheet, columns)
    for number, row in enumerate(rows, 2):
        for at, (column, value) in enumerate(zip(columns, row, strict=True), 1):
            cell = sheet.cell(number, at)
            cell.style = LABELS.get(value, NUMBER if column.is_number else TEXT)
            put(cell, value)
        sheet.row_dimensions[number].height = _height(columns, row)
    sheet.freeze_panes = keep
    sheet.auto_filter.ref = sheet.dimensions
    _paper(sheet)


def _height(columns: Sequence[Column], row: Sequence[str | int]) -> float:
    """The height in points that the fullest cell needs; not every program finds it by itself."""
    lines = max(
        sum(ceil(max(wide(line), 1) / (column.width - 2)) for line in str(value).split("\n"))
        for column, value in zip(columns, row, strict=True)
    )
    return min(lines * LINE_HEIGHT + 3, TALLEST)


def _head(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for at, column in enumerate(columns, 1):
        cell = sheet.cell(1, at, column.head)
        cell.font, cell.fill, cell.border = Font(FACE, 10.5, bold=True), HEAD, BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.row_dimensions[1].height = 32


def _paper(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4, as SpreadsheetML counts papers
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.footer = 0.25
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"  # type: ignore[union-attr]
