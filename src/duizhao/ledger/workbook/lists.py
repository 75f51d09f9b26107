"""The two short lists beside the ledger: what an update could not settle, and causes that answer no problem."""

from __future__ import annotations

from typing import Any

from duizhao.ledger.row import Ledger
from duizhao.office.cell import fit, lines_in, row_height
from duizhao.office.workbook import CellFormats, put_heads, set_pages

CONFLICT_HEADS = ("编号", "列", "上次写入", "台账现填", "材料现在", "处理")
KEEP, TAKE = "保留台账", "采用材料"
CONFLICT_WIDTHS = (12, 14, 36, 36, 36, 12)
LOOSE_HEADS = ("材料", "位置", "原因", "变动")
LOOSE_WIDTHS = (24, 16, 90, 20)
# More conflicts than anybody settles in one sitting.
OFFERED = 500


def write_conflicts(sheet: Any, formats: CellFormats) -> None:
    """Empty, and hidden, until an update meets a cell that people and the statement have both changed."""
    _heads(sheet, CONFLICT_HEADS, CONFLICT_WIDTHS, formats)
    at = CONFLICT_HEADS.index("处理")
    sheet.data_validation(1, at, OFFERED, at, {"validate": "list", "source": [KEEP, TAKE]})
    sheet.hide()


def write_loose(sheet: Any, ledger: Ledger, formats: CellFormats) -> None:
    _heads(sheet, LOOSE_HEADS, LOOSE_WIDTHS, formats)
    for row, (label, loose) in enumerate(ledger.loose, 1):
        sheet.set_row(row, row_height(lines_in(loose.text, LOOSE_WIDTHS[2])))
        for at, value in enumerate((label, loose.place.label, loose.text)):
            sheet.write_string(row, at, fit(value), formats.text.quoted)
        sheet.write_blank(row, len(LOOSE_HEADS) - 1, None, formats.text.quoted)
    if not ledger.loose:
        sheet.hide()


def _heads(
    sheet: Any, heads: tuple[str, ...], widths: tuple[int, ...], formats: CellFormats
) -> None:
    put_heads(sheet, zip(heads, widths, strict=True), formats)
    sheet.freeze_panes(1, 0)
    set_pages(sheet)
