"""The sheet 汇总 of a new workbook: counts as formulas, so that they stay right when people edit, and their charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from duizhao.ledger.address import APPROACHING_NAME, NEAR_NAME
from duizhao.ledger.colours import BLUE, GREEN, RED, SOON, YELLOW
from duizhao.ledger.column import STATE_WORDS
from duizhao.ledger.options import ONE_STEP
from duizhao.ledger.row import Ledger
from duizhao.ledger.summary.counts import (
    COUNTED_COLUMNS,
    GRID_HEADS,
    OTHERS_LABEL,
    CountLine,
    LedgerCounts,
)
from duizhao.ledger.xlsx.saved_workbook import DAY_0
from duizhao.office.workbook import FONT, CellFormat, CellFormats, set_pages
from duizhao.process import NearDays

SUMMARY_SHEET = "汇总"
NEAR_LABEL = "几天之内算临近（可改）"
APPROACHING_LABEL = "几天之内算快到期（可改）"
ROW_HEIGHT = 18
"""Points: enough for a line of Chinese in whatever font replaces ours."""

GRID_COLUMN = 3
"""The column with the names of a grid, from 0."""


def write_summary(
    sheet: Any,
    book: Any,
    ledger: Ledger,
    counts: LedgerCounts,
    *,
    today: date,
    formats: CellFormats,
    steps: NearDays = ONE_STEP,
) -> None:
    """Write the sheet of counts: formulas with the values of `today`, for programs that do not calculate."""
    title = CellFormat.from_properties(book, **FONT | {"font_size": 16, "bold": True})
    sheet.set_default_row(ROW_HEIGHT)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 9)
    sheet.set_column(2, 2, 4)
    sheet.set_column(3, 3, 34)
    sheet.set_column(4, 6, 9)
    sheet.write_string(0, 0, "整改台账汇总", title.plain)
    sheet.write_string(1, 0, "随台账自动统计；今天", formats.note.plain)
    sheet.write_formula(1, 1, "=TODAY()", formats.date.plain, (today - DAY_0).days)
    sheet.write_string(2, 0, NEAR_LABEL, formats.text.plain)
    sheet.write_number(2, 1, steps.near, formats.number.plain)
    book.define_name(NEAR_NAME, f"={SUMMARY_SHEET}!$B$3")
    has_two = steps.approaching > steps.near
    if has_two:
        sheet.write_string(3, 0, APPROACHING_LABEL, formats.text.plain)
        sheet.write_number(3, 1, steps.approaching, formats.number.plain)
        book.define_name(APPROACHING_NAME, f"={SUMMARY_SHEET}!$B$4")
    row = _block(sheet, 4, "总数", counts.totals(), formats)
    states = row + 1
    row = _block(sheet, states, "状态", counts.statuses(), formats)
    dues = row + 1
    row = _block(sheet, dues, "期限", counts.dues(), formats)
    _block(sheet, row + 1, "还缺什么", counts.wanting(), formats)
    bottom = _grid(sheet, "aspect", ledger.aspects, 4, counts, formats)
    _grid(sheet, "file", ledger.files, bottom + 1, counts, formats)
    sheet.insert_chart("I5", _chart(book, "状态", states, len(STATE_WORDS) + 1, None))
    colours = [RED, YELLOW, *([SOON] if has_two else []), GREEN, "#E5E5E5", BLUE]
    sheet.insert_chart("I22", _chart(book, "期限", dues, len(colours), colours))
    set_pages(sheet)


def _block(
    sheet: Any, row: int, head: str, lines: Sequence[CountLine], formats: CellFormats
) -> int:
    """Write a head and lines of a label and a count. Returns the row below."""
    sheet.write_string(row, 0, head, formats.head.plain)
    sheet.write_string(row, 1, "行数", formats.head.plain)
    for at, (label, formula, value) in enumerate(lines, row + 1):
        sheet.write_string(at, 0, label, formats.text.plain)
        sheet.write_formula(at, 1, formula, formats.number.plain, value)
    return row + len(lines) + 1


def _grid(
    sheet: Any, key: str, names: Sequence[str], row: int, counts: LedgerCounts, formats: CellFormats
) -> int:
    """Write a grid: a line for each name with its three counts, and one for all other rows. Returns the row below."""
    for at, title in enumerate((COUNTED_COLUMNS[key], *GRID_HEADS), GRID_COLUMN):
        sheet.write_string(row, at, title, formats.head.plain)
    listed = [0, 0, 0]
    for number, name in enumerate(names, row + 1):
        sheet.write_string(number, GRID_COLUMN, name, formats.text.quoted)
        made = counts.named(key, name, f"$D{number + 1}")
        listed = [whole + value for whole, (_, value) in zip(listed, made, strict=True)]
        _line(sheet, number, made, formats)
    last = row + len(names) + 1
    sheet.write_string(last, GRID_COLUMN, OTHERS_LABEL, formats.text.plain)
    _line(sheet, last, counts.others(GRID_COLUMN + 1, row + 2, len(names), listed), formats)
    return last + 1


def _line(sheet: Any, row: int, counts: Sequence[tuple[str, int]], formats: CellFormats) -> None:
    for at, (formula, value) in enumerate(counts, GRID_COLUMN + 1):
        sheet.write_formula(row, at, formula, formats.number.plain, value)


def _chart(book: Any, title: str, row: int, count: int, colours: Sequence[str] | None) -> Any:
    chart = book.add_chart({"type": "bar"})
    series: dict[str, Any] = {
        "name": title,
        "categories": [SUMMARY_SHEET, row + 1, 0, row + count, 0],
        "values": [SUMMARY_SHEET, row + 1, 1, row + count, 1],
        "data_labels": {"value": True},
        "fill": {"color": "#8FAADC"},
        "border": {"color": "#808080"},
        "gap": 40,
    }
    if colours:
        series["points"] = [{"fill": {"color": colour}} for colour in colours]
    chart.add_series(series)
    chart.set_title({"name": title, "name_font": {"name": "宋体", "size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"name": "宋体", "size": 10}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 460, "height": 300})
    return chart
