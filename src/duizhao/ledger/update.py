"""A filled-in workbook brought up to date: read by sheet, merged with what the statements say now, changed in place."""

from __future__ import annotations

from datetime import date

from duizhao.ledger.conflicts import is_listed, patch_conflicts, read_listed
from duizhao.ledger.locate import LocatedSheets
from duizhao.ledger.loose_causes import patch_loose_causes, plan_loose_causes, read_loose_lines
from duizhao.ledger.memory import causes_of, is_remembered, patch_memory
from duizhao.ledger.plan import UpdatedLedger
from duizhao.ledger.row import Ledger
from duizhao.ledger.rows.merge import merge
from duizhao.ledger.rows.table import patch_table
from duizhao.ledger.summary.name_grids import add_names, name_grids
from duizhao.ledger.summary.recount import current_counts, recount
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit


def update_workbook(
    data: bytes, name: str, ledger: Ledger, *, is_whole: bool, today: date | None = None
) -> UpdatedLedger:
    """Bring the workbook `data` up to date. `is_whole` is True if the ledger has all files there are.

    `today` is the day of the counts that programs show which do not calculate. Raises UnreadableDocument for a file
    that is no ledger.
    """
    book = SavedWorkbook.from_bytes(data, name)
    sheets = LocatedSheets.from_workbook(book)
    memory = sheets.read_memory()
    plan = merge(sheets.read_filled(), ledger, is_whole=is_whole)
    causes = read_loose_lines(book.grid(sheets.loose)) if sheets.loose else {}
    loose = plan_loose_causes(tuple(causes.values()), causes_of(memory), ledger, is_whole=is_whole)
    listed = read_listed(book.grid(sheets.conflicts)) if sheets.conflicts else []
    wanted = {"aspect": ledger.aspects, "file": ledger.files}
    grids = name_grids(book.grid(sheets.summary)) if sheets.summary else ()
    written = (*plan.written, *loose.written)
    if (
        not plan.changes
        and not plan.added
        and is_remembered(written, memory)
        and is_listed(plan.conflicts, listed)
        and (tuple(causes.values()), loose.added) == (loose.lines, ())
        and not any(grid.missing(wanted) for grid in grids)
    ):
        return UpdatedLedger(data, False, plan)
    edit, table = WorkbookEdit(book), sheets.table
    style = table.text_style
    patch_table(edit, table, plan.changes, plan.added)
    patch_memory(edit, sheets.memory, written)
    patch_conflicts(edit, sheets.conflicts, plan.conflicts, listed, style)
    patch_loose_causes(edit, sheets.loose, loose, causes, style)
    # Counted after the table is patched: the counts take in the added rows.
    day = today or date.today()
    counts = current_counts(table, sheets.summary, day)
    if sheets.summary:
        add_names(edit, sheets.summary, wanted, counts)
    recount(edit, sheets.summary, table.sheet, sheets.memory, counts, day)
    return UpdatedLedger(edit.to_bytes(), True, plan)
