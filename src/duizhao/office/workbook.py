"""The one writer of workbooks: cells that stay text, shared formats, sheets under a head, ready to print on A4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from duizhao.errors import MissingTool
from duizhao.office.cell import fit, is_formula_like, lines_in, row_height
from duizhao.office.marked_package import with_mark
from duizhao.output_mark import OutputKind

try:
    import xlsxwriter
except ImportError as missing:
    raise MissingTool.without_extra("写电子表格要用 XlsxWriter", "xlsx") from missing

Value = str | int | float | date
"""A float is a share and shown in percent; an empty text is an empty cell."""

TYPEFACE = "宋体"
FONT = {"font_name": TYPEFACE, "font_size": 10.5}
CELL = {**FONT, "border": 1, "border_color": "#D0CCC2", "valign": "top", "text_wrap": True}
CENTRED = {**CELL, "align": "center"}
HEAD_COLOUR = "#E8E3D8"
HEAD_HEIGHT = 32
SPARE = 1
"""Digits of a column that stay free in each line of a table: half a Chinese character."""
A4 = 9
"""The number of the paper in SpreadsheetML."""
CREATED = datetime(2024, 1, 1)
"""The same content gives the same bytes: the day of writing stands in no property of the file."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head; `width` counts digits of the standard face, two for a Chinese character."""

    head: str
    width: float
    is_centred: bool = False


class CellFormat(NamedTuple):
    """A format in two forms. `quoted` has the text prefix of a cell (its '), for text that looks like a formula.

    The prefix keeps a program from reading the text as a formula when the cell is edited.
    """

    plain: Any
    quoted: Any

    @classmethod
    def from_properties(cls, book: Any, **properties: Any) -> CellFormat:
        quoted = book.add_format({**properties, "quote_prefix": True})
        return cls(book.add_format(properties), quoted)


@dataclass(frozen=True, slots=True)
class CellFormats:
    """The formats that the sheets of one workbook share. XlsxWriter writes only those that a cell uses."""

    head: CellFormat
    text: CellFormat
    centred: CellFormat
    number: CellFormat
    share: CellFormat
    date: CellFormat
    note: CellFormat

    @classmethod
    def from_book(cls, book: Any) -> CellFormats:
        head = {**CENTRED, "bold": True, "bg_color": HEAD_COLOUR, "valign": "vcenter"}
        properties = {
            "head": head,
            "text": CELL,
            "centred": CENTRED,
            "number": {**CENTRED, "num_format": "0"},
            "share": {**CENTRED, "num_format": "0%"},
            "date": {**CENTRED, "num_format": "yyyy-mm-dd"},
            "note": {**FONT, "font_color": "#666666"},
        }
        return cls(
            **{k: CellFormat.from_properties(book, **each) for k, each in properties.items()}
        )

    def for_value(self, value: Value) -> CellFormat:
        if isinstance(value, str):
            return self.text
        if isinstance(value, date):
            return self.date
        return self.share if isinstance(value, float) else self.number


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """Margins in inches, and what stands above and below each page. The paper is A4 across, one page wide."""

    side: float
    top: float
    bottom: float
    header: str
    footer: str


TITLED_PAGES = PrintSetup(0.35, 0.6, 0.55, f'&C&"{TYPEFACE},加粗"&14&A', "&C第 &P 页，共 &N 页")
"""The name of the sheet above, the number of the page below."""


def add_formula_sheet(book: Any, name: str) -> Any:
    """Add a sheet of few formulas in many cells."""
    sheet = book.add_worksheet(name)
    # XlsxWriter looks for 150 functions in every formula: here once for each text.
    sheet._prepare_formula = cache(sheet._prepare_formula)
    return sheet


def write_workbook(title: str, kind: OutputKind, fill: Callable[[Any, CellFormats], None]) -> bytes:
    """The bytes of an .xlsx file with our mark; `fill` is given an XlsxWriter workbook and the formats to use in it."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": title, "author": "", "created": CREATED})
        fill(book, CellFormats.from_book(book))
    return with_mark(written.getvalue(), kind)


def put(
    sheet: Any,
    row: int,
    at: int,
    value: Value,
    formats: CellFormats,
    cell_format: CellFormat | None = None,
) -> None:
    """Write one cell, rows and columns counted from 0. Never a formula, whatever the text begins with."""
    chosen = cell_format or formats.for_value(value)
    if isinstance(value, date):
        sheet.write_datetime(row, at, value, chosen.plain)
    elif not isinstance(value, str):
        sheet.write_number(row, at, value, chosen.plain)
    elif text := fit(value):
        is_risky = is_formula_like(value)
        sheet.write_string(row, at, text, chosen.quoted if is_risky else chosen.plain)
    else:
        sheet.write_blank(row, at, None, chosen.plain)


def put_heads(sheet: Any, heads: Iterable[tuple[str, float]], formats: CellFormats) -> None:
    """The heads in the first row, each with the width of its column."""
    for at, (head, width) in enumerate(heads):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, formats.head.plain)


def put_table(
    sheet: Any,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    formats: CellFormats,
    *,
    pages: PrintSetup = TITLED_PAGES,
    frozen_columns: int = 0,
    highlights: Mapping[Value, CellFormat] | None = None,
) -> None:
    """A sheet of rows under a frozen head with filters, ready to print.

    A value that stands in `highlights` gets the format given there.
    """
    special = highlights or {}
    sheet.set_row(0, HEAD_HEIGHT)
    put_heads(sheet, ((each.head, each.width) for each in columns), formats)
    last = 0
    for last, row in enumerate(rows, 1):
        sheet.set_row(last, row_height(_fullest(columns, row)))
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            usual = formats.centred if column.is_centred else None
            put(sheet, last, at, value, formats, special.get(value, usual))
    sheet.freeze_panes(1, frozen_columns)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    set_pages(sheet, pages)
    sheet.repeat_rows(0)


def _fullest(columns: Sequence[Column], row: Sequence[Value]) -> int:
    """The lines of the cell that takes most of them."""
    return max(
        lines_in(value, column.width, SPARE) if isinstance(value, str) else 1
        for column, value in zip(columns, row, strict=True)
    )


def set_pages(sheet: Any, pages: PrintSetup = TITLED_PAGES, most: int = 0) -> None:
    """Set a sheet for printing. `most` is how many pages it may take; as many as it needs for 0."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, most)
    sheet.set_margins(left=pages.side, right=pages.side, top=pages.top, bottom=pages.bottom)
    if pages.header:
        sheet.set_header(pages.header, {"margin": 0.25})
    sheet.set_footer(pages.footer, {"margin": 0.25})
