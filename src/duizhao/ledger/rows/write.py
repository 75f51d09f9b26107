"""The sheet 整改台账 of a new workbook: a row for each problem, drop-downs, colours by condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from duizhao.ledger.address import APPROACHING_NAME, NEAR_NAME, PLACES, TABLE_SHEET, first_cell
from duizhao.ledger.colours import RED, SHADES, SOON, UNSURE, WANTED, YELLOW
from duizhao.ledger.column import CLOSED_WORD, COLUMNS, HANDED_OVER_WORD, CellForm, LedgerColumn
from duizhao.ledger.deadline import as_day
from duizhao.ledger.options import LedgerOptions
from duizhao.ledger.plan import Cells
from duizhao.ledger.xlsx.grid import column_letters
from duizhao.office.cell import lines_in, row_height
from duizhao.office.workbook import HEAD_HEIGHT, CellFormats, put, put_heads, set_pages
from duizhao.process import Urgency

LAST_PRINTED_COLUMN = "remark"
LAST_ROW = 1_048_576
"""Of a sheet."""

SPARE_ROWS = 2000
"""Drop-downs and colours reach so many rows further: people add rows below ours."""

# A row counts as one if it has an id: titles, and notes of people below the table, have none.
IS_ROW = f'{first_cell("id")}<>""'
IS_CLOSED = f'TRIM({first_cell("status")})="{CLOSED_WORD}"'
IS_HANDED_OVER = f'TRIM({first_cell("status")})="{HANDED_OVER_WORD}"'
# A postponement takes the place of the deadline.
DAY = f'IF({first_cell("postponed")}<>"",{first_cell("postponed")},{first_cell("due")})'
HAS_DAY = f"ISNUMBER({DAY})"
# True in the acceptor's cell if it names an owner. FIND and not SEARCH: FIND takes no wildcards.
IS_OWNER = (
    f'AND(TRIM({first_cell("acceptor")})<>"",'
    f"ISNUMBER(FIND(TRIM({first_cell('acceptor')}),{first_cell('owner')})))"
)


def write_rows(
    sheet: Any, book: Any, rows: Sequence[Cells], formats: CellFormats, options: LedgerOptions
) -> None:
    """Write the heads and rows of the ledger, with widths, colours, drop-downs and what prints."""
    sheet.set_row(0, HEAD_HEIGHT)
    put_heads(sheet, ((each.head, each.width) for each in COLUMNS), formats)
    for at, column in enumerate(COLUMNS):
        if not options.is_shown(column):
            sheet.set_column(at, at, column.width, None, {"hidden": True})
    for number, cells in enumerate(rows, 1):
        _write_row(sheet, number, cells, formats)
    sheet.freeze_panes(1, PLACES["aspect"])
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    _add_rules(sheet, book, len(rows) + SPARE_ROWS, options)
    set_pages(sheet)
    sheet.repeat_rows(0)
    # All rows of the sheet, so that added ones are printed; as cells, since some readers warn at columns ($A:$U).
    area = f"$A$1:${column_letters(PLACES[LAST_PRINTED_COLUMN])}${LAST_ROW}"
    book.define_name(f"{TABLE_SHEET}!_xlnm.Print_Area", f"={TABLE_SHEET}!{area}")


def _write_row(sheet: Any, number: int, cells: Cells, formats: CellFormats) -> None:
    own = {
        CellForm.TEXT: formats.text,
        CellForm.SHORT: formats.centred,
        CellForm.DATE: formats.date,
    }
    sheet.set_row(number, row_height(most_lines(cells)))
    sheet.write_number(number, PLACES["number"], number, formats.number.plain)
    for at, column in enumerate(COLUMNS):
        if column.key == "number":
            continue
        text = cells[column.key]
        day = as_day(text) if column.form is CellForm.DATE else None
        put(sheet, number, at, day or text, formats, own[column.form])


def most_lines(cells: Cells) -> int:
    """The lines of the cell of a row that takes most of them."""
    return max(lines_in(cells.get(column.key, ""), column.width) for column in COLUMNS)


def _add_rules(sheet: Any, book: Any, last: int, options: LedgerOptions) -> None:
    """Add drop-downs and colours to the rows from the second to `last`, counted from 0."""
    for column in COLUMNS:
        if offered := _validation(column):
            at = PLACES[column.key]
            sheet.data_validation(1, at, last, at, offered)
    for key, criteria, colour in _colours(options.has_two_steps):
        at = PLACES[key]
        shown = {"type": "formula", "criteria": f"={criteria}", "stop_if_true": True}
        shown["format"] = book.add_format({"bg_color": colour})
        sheet.conditional_format(1, at, last, at, shown)


def _validation(column: LedgerColumn) -> dict[str, Any] | None:
    """What a column offers or asks for. It only warns: a unit may have words of its own."""
    warning: dict[str, Any] = {"error_type": "warning", "ignore_blank": True}
    if column.choices:
        return warning | {
            "validate": "list",
            "source": list(column.choices),
            "error_title": f"不在“{column.head}”的选项里",
            "error_message": "仍要这样填写吗？",
        }
    if column.key == "acceptor":
        return warning | {
            "validate": "custom",
            "value": f"=NOT({IS_OWNER})",
            "error_title": "验收人不能是责任人",
            "error_message": "谁整改，就请别人验收。仍要这样填写吗？",
        }
    if column.form is CellForm.DATE:
        return warning | {
            "validate": "date",
            "criteria": ">",
            "value": "=DATE(2000,1,1)",
            "error_title": "不是日期",
            "error_message": "写成 2024-6-30 的样子，颜色和统计才认得。仍要这样填写吗？",
        }
    return None


def _colours(has_two_steps: bool) -> Iterator[tuple[str, str, str]]:
    """Column, condition and colour. If several conditions of a column hold, the first decides."""
    closed = SHADES[Urgency.CLOSED.colour]
    for key in ("due", "postponed"):
        there = f'AND({first_cell(key)}<>"",{HAS_DAY})'
        yield key, f"AND({there},{IS_CLOSED})", closed
        there = f"AND({there},NOT({IS_HANDED_OVER}))"
        yield key, f"AND({there},{DAY}<TODAY())", SHADES[Urgency.LATE.colour]
        yield key, f"AND({there},{DAY}-TODAY()<={NEAR_NAME})", SHADES[Urgency.NEAR.colour]
        if has_two_steps:
            yield key, f"AND({there},{DAY}-TODAY()<={APPROACHING_NAME})", SOON
        yield key, there, SHADES[Urgency.ON_TIME.colour]
    yield "status", f"AND({IS_ROW},{IS_CLOSED})", closed
    yield "acceptor", IS_OWNER, RED
    for key in ("evidence", "acceptor", "closed"):
        yield key, f'AND({IS_ROW},{IS_CLOSED},TRIM({first_cell(key)})="")', YELLOW
    for column in COLUMNS:
        if column.is_wanted:
            yield column.key, f'AND({IS_ROW},TRIM({first_cell(column.key)})="")', WANTED
    yield "change", f'ISNUMBER(FIND("无",{first_cell("change")}))', UNSURE
    yield "change", f'TRIM({first_cell("change")})<>""', YELLOW
