"""A sheet of rows under a head: frozen, filtered, wrapped, ready to print on A4 across. Text stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from duizhao.text.visible import ILLEGAL_IN_XML
from duizhao.text.width import columns as wide

FACE, SIZE, LINE, HEAD = "宋体", 10.5, "#D0CCC2", "#E8E3D8"
A4 = 9  # as SpreadsheetML counts papers
LONGEST = 32_767  # characters, the most that Excel takes in a cell
LINE_HEIGHT, TALLEST = 14.0, 409.0  # points; the latter is Excel's most
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\n")

Value = str | int | float
"""A float is a share and shown in percent; an empty text is an empty cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head; `width` counts digits of the standard face, two for a Chinese character."""

    head: str
    width: float


@dataclass(frozen=True, slots=True)
class Faces:
    """The formats of one workbook. `quoted` shows its text as text even after somebody edits the cell."""

    head: Any
    text: Any
    quoted: Any
    number: Any
    share: Any
    name: Any
    title: Any
    note: Any
    nothing: Any

    @classmethod
    def of(cls, book: Any) -> Faces:
        face = {"font_name": FACE, "font_size": SIZE}
        cell = {**face, "border": 1, "border_color": LINE, "valign": "top", "text_wrap": True}
        middle = {**cell, "align": "center"}
        return cls(
            head=book.add_format({**middle, "bold": True, "bg_color": HEAD, "valign": "vcenter"}),
            text=book.add_format(cell),
            quoted=book.add_format({**cell, "quote_prefix": True}),
            number=book.add_format({**middle, "num_format": "0"}),
            share=book.add_format({**middle, "num_format": "0%"}),
            name=book.add_format({**cell, "bg_color": HEAD}),
            title=book.add_format({**face, "font_size": 12, "bold": True}),
            note=book.add_format({**face, "font_color": "#666666"}),
            nothing=book.add_format({**middle, "bg_color": "#F2F0EA"}),
        )


def fill(
    sheet: Any, columns: Sequence[Column], rows: Iterable[Sequence[Value]], faces: Faces
) -> None:
    """Write head and rows."""
    sheet.set_row(0, 32)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.head, faces.head)
    last = 1
    for last, row in enumerate(rows, 1):
        sheet.set_row(last, _height(columns, row))
        for at, value in enumerate(row):
            put(sheet, last, at, value, faces)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    set_paper(sheet)
    sheet.repeat_rows(0)


def put(sheet: Any, row: int, at: int, value: Value, faces: Faces, face: Any = None) -> None:
    """Write one cell, rows and columns counted from 0; what XML cannot hold becomes U+FFFD."""
    if isinstance(value, str):
        text = ILLEGAL_IN_XML.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))[
            :LONGEST
        ]
        if not text:
            sheet.write_blank(row, at, None, face or faces.text)
            return
        # The text prefix of a cell (its ') keeps a program from taking the text for a formula when it is edited.
        risky = faces.quoted if text.startswith(FORMULA_SIGNS) else faces.text
        sheet.write_string(row, at, text, face or risky)
    else:
        sheet.write_number(
            row, at, value, face or (faces.share if isinstance(value, float) else faces.number)
        )


def _height(columns: Sequence[Column], row: Sequence[Value]) -> float:
    """The height in points that the fullest cell needs; not every program finds it by itself."""
    lines = max(
        sum(ceil(max(wide(line), 1) / (column.width - 1)) for line in str(value).split("\n"))
        if isinstance(value, str)
        else 1
        for column, value in zip(columns, row, strict=True)
    )
    return min(lines * LINE_HEIGHT + 4, TALLEST)


def set_paper(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.35, right=0.35, top=0.6, bottom=0.55)
    sheet.set_header(f'&C&"{FACE},加粗"&14&A', {"margin": 0.25})
    sheet.set_footer("&C第 &P 页，共 &N 页", {"margin": 0.25})
