"""The workbook of a ledger, written anew."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from duizhao.ledger.address import NEW_TABLE, TABLE_SHEET
from duizhao.ledger.column import COLUMNS, cells_of
from duizhao.ledger.conflicts import CONFLICTS_SHEET, write_conflicts
from duizhao.ledger.guide import GUIDE_SHEET, write_guide
from duizhao.ledger.loose_causes import LOOSE_SHEET, write_loose_causes
from duizhao.ledger.memory import MEMORY_SHEET, write_memory
from duizhao.ledger.options import LedgerOptions
from duizhao.ledger.plan import FilledLedger
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
EVERY_COLUMN = frozenset(column.key for column in COLUMNS)
EMPTY_ROW = dict.fromkeys(EVERY_COLUMN, "")


def render(
    ledger: Ledger, today: date | None = None, options: LedgerOptions | None = None
) -> bytes:
    """The bytes of an .xlsx file. `today` is the day of the counts that programs show which do not calculate."""
    rows = tuple(cells_of(row) for row in ledger.rows)
    written = tuple(
        {**cells, "claim": row.claim} for row, cells in zip(ledger.rows, rows, strict=True)
    )
    return render_filled(FilledLedger(rows, EVERY_COLUMN, written), ledger, today, options)


def render_filled(
    filled: FilledLedger,
    ledger: Ledger,
    today: date | None = None,
    options: LedgerOptions | None = None,
    copy: str = "",
) -> bytes:
    """The same with rows that people have filled in; of `ledger` all is taken except its rows.

    `copy` names this very workbook, for when it comes back.
    """
    fill = partial(
        _fill,
        filled,
        ledger,
        copy=copy,
        today=today or date.today(),
        options=options or LedgerOptions(),
    )
    return write_workbook(TABLE_SHEET, OutputKind.LEDGER, fill)


def _fill(
    filled: FilledLedger,
    ledger: Ledger,
    book: Any,
    formats: CellFormats,
    *,
    copy: str,
    today: date,
    options: LedgerOptions,
) -> None:
    rows = [{**EMPTY_ROW, **cells} for cells in filled.lines]
    table, printed, summary, guide, conflicts, loose, memory = (
        add_formula_sheet(book, name) if name == PRINT_SHEET else book.add_worksheet(name)
        for name in SHEETS
    )
    counts = LedgerCounts(rows, today, steps=options.steps)
    write_rows(table, book, rows, formats, options)
    numbered = [{**each, "number": str(number)} for number, each in enumerate(rows, 1)]
    layout = PrintLayout(options.printed_columns, NEW_TABLE)
    write_print_sheet(printed, book, layout, numbered, formats)
    write_summary(summary, book, ledger, counts, today=today, formats=formats, steps=options.steps)
    write_guide(guide, book, formats)
    write_conflicts(conflicts, formats)
    write_loose_causes(loose, ledger, formats)
    write_memory(memory, filled.written, ledger, copy)
