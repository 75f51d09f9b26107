"""The workbook of a ledger, written anew."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from duizhao.ledger.address import NEW_TABLE, TABLE_SHEET
from duizhao.ledger.column import cells_of
from duizhao.ledger.conflicts import CONFLICTS_SHEET, write_conflicts
from duizhao.ledger.guide import GUIDE_SHEET, write_guide
from duizhao.ledger.loose_causes import LOOSE_SHEET, write_loose_causes
from duizhao.ledger.memory import MEMORY_SHEET, write_memory
from duizhao.ledger.options import LedgerOptions
from duizhao.ledger.print_sheet import PRINT_SHEET, PrintLayout, write_print_sheet
from duizhao.ledger.row import Ledger
from duizhao.ledger.rows.write import write_rows
from duizhao.ledger.summary.counts import LedgerCounts
from duizhao.ledger.summary.write import SUMMARY_SHEET, write_summary
from duizhao.office.workbook import CellFormats, add_formula_sheet, write_workbook
from duizhao.output_mark import OutputKind

SHEETS = (
    TABLE_SHEET,
    PRINT_SHEET,
    SUMMARY_SHEET,
    GUIDE_SHEET,
    CONFLICTS_SHEET,
    LOOSE_SHEET,
    MEMORY_SHEET,
)
"""The sheets in the order of their tabs."""


def render(
    ledger: Ledger, today: date | None = None, options: LedgerOptions | None = None
) -> bytes:
    """The bytes of an .xlsx file. `today` is the day of the counts that programs show which do not calculate."""
    return write_workbook(
        TABLE_SHEET,
        OutputKind.LEDGER,
        partial(_fill, ledger, today or date.today(), options or LedgerOptions()),
    )


def _fill(
    ledger: Ledger, today: date, options: LedgerOptions, book: Any, formats: CellFormats
) -> None:
    rows = [cells_of(row) for row in ledger.rows]
    table, printed, summary, guide, conflicts, loose, memory = (
        add_formula_sheet(book, name) if name == PRINT_SHEET else book.add_worksheet(name)
        for name in SHEETS
    )
    counts = LedgerCounts(rows, today, steps=options.steps)
    write_rows(table, book, rows, formats, options)
    numbered = [{**each, "number": str(number)} for number, each in enumerate(rows, 1)]
    layout = PrintLayout(options.printed_columns, NEW_TABLE)
    write_print_sheet(printed, book, layout, numbered, formats)
    write_summary(summary, book, ledger, counts, today, formats, options.steps)
    write_guide(guide, book, formats)
    write_conflicts(conflicts, formats)
    write_loose_causes(loose, ledger, formats)
    write_memory(memory, ledger, rows)
