"""The two short lists beside the ledger: what an update could not settle, and causes that answer no problem."""

from __future__ import annotations

from typing import Any

from duizhao.ledger.row import Ledger
from duizhao.ledger.text import fit, height, lines
from duizhao.ledger.workbook.face import Faces
from duizhao.ledger.workbook.paper import set_paper

CONFLICT_HEADS = ("编号", "列", "上次写入", "台账现填", "材料现在", "处理")
KEEP, TAKE = "保留台账", "采用材料"
CONFLICT_WIDTHS = (12, 14, 36, 36, 36, 12)
LOOSE_HEADS = ("材料", "位置", "原因", "变动")
LOOSE_WIDTHS = (24, 16, 90, 20)
# More conflicts than anybody settles in one sitting.
OFFERED = 500


def write_conflicts(sheet: Any, faces: Faces) -> None:
    """Empty, and hidden, until an update meets a cell that people and the statement have both changed."""
    _heads(sheet, CONFLICT_HEADS, CONFLICT_WIDTHS, faces)
    at = CONFLICT_HEADS.index("处理")
    sheet.data_validation(1, at, OFFERED, at, {"validate": "list", "source": [KEEP, TAKE]})
    sheet.hide()


def write_loose(sheet: Any, ledger: Ledger, faces: Faces) -> None:
    _heads(sheet, LOOSE_HEADS, LOOSE_WIDTHS, faces)
    for row, (label, loose) in enumerate(ledger.loose, 1):
        sheet.set_row(row, height(lines(loose.text, LOOSE_WIDTHS[2])))
        for at, value in enumerate((label, loose.place.label, loose.text)):
            sheet.write_string(row, at, fit(value), faces.quoted)
        sheet.write_blank(row, len(LOOSE_HEADS) - 1, None, faces.quoted)
    if not ledger.loose:
        sheet.hide()


def _heads(sheet: Any, heads: tuple[str, ...], widths: tuple[int, ...], faces: Faces) -> None:
    for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, faces.head)
    sheet.freeze_panes(1, 0)
    set_paper(sheet)
