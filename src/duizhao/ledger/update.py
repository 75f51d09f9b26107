"""A filled-in workbook brought up to date: read by sheet, merged with the current statements, changed in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from duizhao.ledger.added_print_sheet import add_print_sheet
from duizhao.ledger.conflicts import is_listed, patch_conflicts, read_listed
from duizhao.ledger.locate import LocatedSheets
from duizhao.ledger.loose_causes import (
    LooseLine,
    LoosePlan,
    patch_loose_causes,
    plan_loose_causes,
    read_loose_lines,
)
from duizhao.ledger.memory import causes_of, is_remembered, patch_memory
from duizhao.ledger.plan import Cells, UpdatedLedger, UpdatePlan
from duizhao.ledger.print_sheet import patch_print_sheet
from duizhao.ledger.row import Ledger
from duizhao.ledger.rows.colour_postponed import colour_postponed
from duizhao.ledger.rows.merge import merge
from duizhao.ledger.rows.table import patch_table, with_columns
from duizhao.ledger.summary.name_grids import WantedNames, add_names, name_grids
from duizhao.ledger.summary.recount import current_counts, recount
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.marked_package import with_mark
from duizhao.output_mark import OutputKind


def update_workbook(
    data: bytes, name: str, ledger: Ledger, *, is_whole: bool, today: date | None = None
) -> UpdatedLedger:
    """Bring the workbook `data` up to date. `is_whole` is True if the ledger has all files there are.

    `today` is the day of the counts, for programs that do not calculate. Raises UnreadableDocument for a file that is
    no ledger.
    """
    sheets = LocatedSheets.from_workbook(SavedWorkbook.from_bytes(data, name))
    update = _SheetUpdate.from_sheets(sheets, ledger, is_whole)
    if update.is_idle:
        return UpdatedLedger(data, False, update.rows)
    return UpdatedLedger(update.to_bytes(today or date.today()), True, update.rows)


@dataclass(frozen=True, slots=True)
class _SheetUpdate:
    """What is to be done to each sheet, and what the sheets hold now."""

    sheets: LocatedSheets
    rows: UpdatePlan
    loose: LoosePlan
    wanted: WantedNames
    memory: tuple[Cells, ...]
    conflicts: Sequence[Sequence[str]]
    causes: Mapping[int, LooseLine]

    @classmethod
    def from_sheets(cls, sheets: LocatedSheets, ledger: Ledger, is_whole: bool) -> _SheetUpdate:
        book, memory = sheets.table.workbook, sheets.read_memory()
        causes = read_loose_lines(book.grid(sheets.loose)) if sheets.loose else {}
        lines, remembered = tuple(causes.values()), causes_of(memory)
        return cls(
            sheets=sheets,
            rows=merge(sheets.read_filled(memory), ledger, is_whole=is_whole),
            loose=plan_loose_causes(lines, remembered, ledger, is_whole=is_whole),
            wanted={"aspect": ledger.aspects, "file": ledger.files},
            memory=memory,
            conflicts=read_listed(book.grid(sheets.conflicts)) if sheets.conflicts else [],
            causes=causes,
        )

    @property
    def written(self) -> tuple[Cells, ...]:
        """What to remember for the next update."""
        return (*self.rows.written, *self.loose.written)

    @property
    def is_idle(self) -> bool:
        """Would every sheet stay as it is?"""
        book, summary = self.sheets.table.workbook, self.sheets.summary
        grids = name_grids(book.grid(summary)) if summary else ()
        return (
            not self.rows.changes
            and not self.rows.added
            and not self.sheets.later_columns
            and is_remembered(self.written, self.memory)
            and is_listed(self.rows.conflicts, self.conflicts)
            and tuple(self.causes.values()) == self.loose.lines
            and not self.loose.added
            and not any(grid.missing(self.wanted) for grid in grids)
        )

    def to_bytes(self, today: date) -> bytes:
        """The workbook with every sheet brought up to date."""
        sheets = self.sheets
        edit, style = WorkbookEdit(sheets.table.workbook), sheets.table.text_style
        # Asked before the memory is written anew, which shows it.
        lacks_print_sheet = sheets.lacks_print_sheet
        table = with_columns(edit, sheets.table, sheets.later_columns)
        if "postponed" in sheets.later_columns:
            colour_postponed(table)
        patch_table(edit, table, self.rows.changes, self.rows.added)
        patch_memory(edit, sheets.memory, self.written)
        patch_conflicts(edit, sheets.conflicts, self.rows.conflicts, self.conflicts, style)
        patch_loose_causes(edit, sheets.loose, self.loose, self.causes, style)
        # The counts include the added rows, so the table comes first.
        counts = current_counts(table, sheets.summary, today)
        if sheets.summary:
            add_names(edit, sheets.summary, self.wanted, counts)
        others = (sheets.memory, sheets.printed.sheet if sheets.printed else None)
        recount(edit, sheets.summary, table, others, counts, today)
        printed = sheets.printed
        if lacks_print_sheet:
            printed = add_print_sheet(edit, table)
        if printed:
            patch_print_sheet(edit, printed, table)
        return with_mark(edit.to_bytes(), OutputKind.LEDGER)
