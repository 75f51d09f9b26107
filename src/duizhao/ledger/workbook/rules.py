"""What the ledger's sheet does by itself: drop-downs, and colours that follow what people fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duizhao.ledger.column import CLOSED, COLUMNS, CellForm, LedgerColumn
from duizhao.ledger.workbook.address import NEAR, PLACES, first
from duizhao.ledger.workbook.colours import RED, SHADES, UNSURE, WANTED, YELLOW
from duizhao.process import Urgency

# A row counts as one where it has an id: title rows and what people note below it have none.
IS_ROW = f'{first("id")}<>""'
IS_CLOSED = f'TRIM({first("status")})="{CLOSED}"'
HAS_DAY = f"ISNUMBER({first('due')})"
# Said of the acceptor's cell. FIND and not SEARCH: a name may hold no wildcard.
IS_OWNER = (
    f'AND(TRIM({first("acceptor")})<>"",ISNUMBER(FIND(TRIM({first("acceptor")}),{first("owner")})))'
)


def add_rules(sheet: Any, book: Any, last: int) -> None:
    """Drop-downs and colours for the rows from the second to `last`, counted from 0."""
    for column in COLUMNS:
        if offered := _validation(column):
            at = PLACES[column.key]
            sheet.data_validation(1, at, last, at, offered)
    for key, criteria, colour in _colours():
        at = PLACES[key]
        shown = {"type": "formula", "criteria": f"={criteria}", "stop_if_true": True}
        shown["format"] = book.add_format({"bg_color": colour})
        sheet.conditional_format(1, at, last, at, shown)


def _validation(column: LedgerColumn) -> dict[str, Any] | None:
    """What may be chosen in a column. It warns and lets people go on: a unit may have words of its own."""
    told: dict[str, Any] = {"error_type": "warning", "ignore_blank": True}
    if column.choices:
        return told | {
            "validate": "list",
            "source": list(column.choices),
            "error_title": f"不在“{column.head}”的选项里",
            "error_message": "仍要这样填写吗？",
        }
    if column.key == "acceptor":
        return told | {
            "validate": "custom",
            "value": f"=NOT({IS_OWNER})",
            "error_title": "验收人不能是责任人",
            "error_message": "谁整改，就请别人验收。仍要这样填写吗？",
        }
    if column.form is CellForm.DATE:
        return told | {
            "validate": "date",
            "criteria": ">",
            "value": "=DATE(2000,1,1)",
            "error_title": "不是日期",
            "error_message": "写成 2024-6-30 的样子，颜色和统计才认得。仍要这样填写吗？",
        }
    return None


def _colours() -> Iterator[tuple[str, str, str]]:
    """Column, condition and colour; of several that hold the first counts."""
    due = first("due")
    closed = SHADES[Urgency.CLOSED.colour]
    yield "due", f"AND({HAS_DAY},{IS_CLOSED})", closed
    yield "due", f"AND({HAS_DAY},{due}<TODAY())", SHADES[Urgency.LATE.colour]
    yield "due", f"AND({HAS_DAY},{due}-TODAY()<={NEAR})", SHADES[Urgency.NEAR.colour]
    yield "due", HAS_DAY, SHADES[Urgency.ON_TIME.colour]
    yield "status", f"AND({IS_ROW},{IS_CLOSED})", closed
    yield "acceptor", IS_OWNER, RED
    for key in ("evidence", "acceptor", "closed"):
        yield key, f'AND({IS_ROW},{IS_CLOSED},TRIM({first(key)})="")', YELLOW
    for column in COLUMNS:
        if column.is_wanted:
            yield column.key, f'AND({IS_ROW},TRIM({first(column.key)})="")', WANTED
    yield "change", f'ISNUMBER(FIND("无",{first("change")}))', UNSURE
    yield "change", f'TRIM({first("change")})<>""', YELLOW
