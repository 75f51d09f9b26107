"""The ledger as a workbook, written from new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO

from duizhao.errors import MissingTool
from duizhao.ledger.column import cells_of
from duizhao.ledger.row import Ledger

try:
    import xlsxwriter
except ImportError as missing:
    raise MissingTool("写台账要用 XlsxWriter，尚未安装：pip install 'duizhao[xlsx]'") from missing

from duizhao.ledger.workbook.address import (
    BASELINE,
    CONFLICTS,
    GUIDE,
    LOOSE,
    SUMMARY,
    TABLE,
)
from duizhao.ledger.workbook.baseline import write_baseline
from duizhao.ledger.workbook.counts import Counts
from duizhao.ledger.workbook.face import Faces
from duizhao.ledger.workbook.guide import write_guide
from duizhao.ledger.workbook.lists import write_conflicts, write_loose
from duizhao.ledger.workbook.summary import write_summary
from duizhao.ledger.workbook.table import write_table

# The same ledger gives the same bytes: the day it was written stands in no property of the file.
MADE = datetime(2024, 1, 1)


def render(ledger: Ledger, today: date | None = None) -> bytes:
    """The bytes of an .xlsx file; `today` is the day for which its counts are shown before a program calculates."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": TABLE, "author": "", "created": MADE})
        faces = Faces.of(book)
        rows = [cells_of(row) for row in ledger.rows]
        table, summary, guide, conflicts, loose, baseline = (
            book.add_worksheet(name) for name in (TABLE, SUMMARY, GUIDE, CONFLICTS, LOOSE, BASELINE)
        )
        write_table(table, book, rows, faces)
        day = today or date.today()
        write_summary(summary, book, ledger, Counts(rows, day), day, faces)
        write_guide(guide, book, faces)
        write_conflicts(conflicts, faces)
        write_loose(loose, ledger, faces)
        write_baseline(baseline, _remembered(ledger, rows))
    return written.getvalue()


def _remembered(ledger: Ledger, rows: Sequence[dict[str, str]]) -> Iterator[dict[str, str]]:
    for row, cells in zip(ledger.rows, rows, strict=True):
        yield cells | {"claim": row.claim}
    for label, loose in ledger.loose:
        yield {"file": label, "claim": loose.text}
