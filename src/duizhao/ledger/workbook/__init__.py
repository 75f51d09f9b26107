"""The ledger as a workbook, written from new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from duizhao.ledger.column import cells_of
from duizhao.ledger.row import Ledger
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
from duizhao.ledger.workbook.guide import write_guide
from duizhao.ledger.workbook.lists import write_conflicts, write_loose
from duizhao.ledger.workbook.summary import write_summary
from duizhao.ledger.workbook.table import write_table
from duizhao.office.workbook import CellFormats, write_workbook


def render(ledger: Ledger, today: date | None = None) -> bytes:
    """The bytes of an .xlsx file; `today` is the day for which its counts are shown before a program calculates."""
    return write_workbook(TABLE, partial(_fill, ledger, today or date.today()))


def _fill(ledger: Ledger, today: date, book: Any, formats: CellFormats) -> None:
    rows = [cells_of(row) for row in ledger.rows]
    table, summary, guide, conflicts, loose, baseline = (
        book.add_worksheet(name) for name in (TABLE, SUMMARY, GUIDE, CONFLICTS, LOOSE, BASELINE)
    )
    write_table(table, book, rows, formats)
    write_summary(summary, book, ledger, Counts(rows, today), today, formats)
    write_guide(guide, book, formats)
    write_conflicts(conflicts, formats)
    write_loose(loose, ledger, formats)
    write_baseline(baseline, _remembered(ledger, rows))


def _remembered(ledger: Ledger, rows: Sequence[dict[str, str]]) -> Iterator[dict[str, str]]:
    for row, cells in zip(ledger.rows, rows, strict=True):
        yield cells | {"claim": row.claim}
    for label, loose in ledger.loose:
        yield {"file": label, "claim": loose.text}
