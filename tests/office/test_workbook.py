"""The one writer of workbooks: what it does to cells, and that every workbook of ours goes through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import TEXT, ledger_of
from made_reports import report
from openpyxl import load_workbook

from duizhao.ledger.workbook import render as render_ledger
from duizhao.office.cell import (
    CUT_NOTE,
    FORMULA_SIGNS,
    LONGEST_CELL,
    TALLEST_ROW,
    fit,
    is_formula_like,
    lines_in,
    row_height,
)
from duizhao.office.workbook import CellFormats, Column, Value, put_table, write_workbook
from duizhao.output_mark import OutputKind
from duizhao.report.xlsx import render as render_report
from duizhao.reuse.model import DocumentLabel, ExcludedSpan, ScreenResult
from duizhao.reuse.view import ShownCheck
from duizhao.reuse.view.xlsx import render as render_screening
from duizhao.text import Span


def in_table(text: str) -> bytes:
    def fill(book: Any, formats: CellFormats) -> None:
        put_table(book.add_worksheet("表"), [Column("列", 20, True)], [[text]], formats)

    return write_workbook("试", OutputKind.FINDINGS, fill)


def in_report(text: str) -> bytes:
    return render_report(report(failures=((text, "读不了"),)))


def in_screening(text: str) -> bytes:
    left_out = ScreenResult((), (ExcludedSpan(Span(0, 1), "引文", "书名号"),))
    return render_screening(ShownCheck(text, "一二三", DocumentLabel(), left_out, None))  # type: ignore[arg-type]


def in_ledger(text: str) -> bytes:
    ledger = ledger_of(TEXT)
    row = replace(ledger.rows[0], problem=text, acceptor=text)
    return render_ledger(replace(ledger, rows=(row,)))


WRITERS = (in_table, in_report, in_screening, in_ledger)


def cells_of(data: bytes) -> Iterator[Any]:
    """The cells of the sheets that people see; the ledger's memory is hidden and bare."""
    book = load_workbook(BytesIO(data))
    seen = (sheet for sheet in book if sheet.sheet_state == "visible")
    return (cell for sheet in seen for row in sheet for cell in row)


@pytest.mark.parametrize("sign", FORMULA_SIGNS, ids=repr)
@pytest.mark.parametrize("write", WRITERS)
def test_text_that_looks_like_a_formula_stays_text(
    write: Callable[[str], bytes], sign: str
) -> None:
    text = f"{sign}cmd|' /C calc'!A0"
    found = [cell for cell in cells_of(write(text)) if "cmd|" in str(cell.value)]
    assert found
    for cell in found:
        assert cell.value == text.replace("\r", "\n")
        assert cell.data_type == "s"
        assert cell.quotePrefix


@pytest.mark.parametrize("write", WRITERS)
def test_plain_text_has_no_prefix(write: Callable[[str], bytes]) -> None:
    found = [cell for cell in cells_of(write("平常的话")) if cell.value == "平常的话"]
    assert found
    assert not any(cell.quotePrefix for cell in found)


@pytest.mark.parametrize("write", WRITERS)
def test_long_text_is_cut_and_says_so(write: Callable[[str], bytes]) -> None:
    values = [
        str(c.value) for c in cells_of(write("长" * 40_000)) if str(c.value).startswith("长长")
    ]
    assert values
    for value in values:
        assert len(value) == LONGEST_CELL
        assert value.endswith(CUT_NOTE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("甲\x00乙\ud800", "甲\ufffd乙\ufffd"),
        ("\t制表", "\t制表"),
        ("", ""),
    ],
)
def test_text_is_made_fit(text: str, expected: str) -> None:
    assert fit(text) == expected


@given(st.text(max_size=50))
def test_what_is_fit_stays_as_it_is_and_as_risky(text: str) -> None:
    assert fit(fit(text)) == fit(text)
    assert is_formula_like(fit(text)) == is_formula_like(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("一二三四", 9, 1), ("一二三四五", 9, 2), ("“一”", 7, 1), ("abcdefgh", 9, 1), ("一\n二\n三", 9, 3)],
)  # fmt: skip
def test_lines_are_counted(text: str, width: float, lines: int) -> None:
    assert lines_in(text, width) == lines


def test_a_row_has_a_greatest_height() -> None:
    assert row_height(1) == 18
    assert row_height(1000) == TALLEST_ROW


def test_a_value_chooses_its_format() -> None:
    row: list[Value] = ["文字", 3, 0.25, date(2026, 3, 2), ""]

    def fill(book: Any, formats: CellFormats) -> None:
        columns = [Column(str(at), 12) for at in range(len(row))]
        put_table(book.add_worksheet("表"), columns, [row], formats, frozen_columns=1)

    (sheet,) = load_workbook(BytesIO(write_workbook("试", OutputKind.FINDINGS, fill)))
    shown = [(cell.number_format, cell.alignment.horizontal) for cell in sheet[2]]
    assert shown == [
        ("General", None), ("0", "center"), ("0%", "center"), ("yyyy-mm-dd", "center"), ("General", None),
    ]  # fmt: skip
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:E2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)


def test_same_content_gives_same_bytes() -> None:
    assert in_report("甲.txt") == in_report("甲.txt")
