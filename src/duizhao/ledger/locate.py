"""The sheets of a ledger in a saved workbook, by their heads: people rename sheets, move columns, add titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.ledger.column import COLUMN_BY_KEY
from duizhao.ledger.conflicts import is_conflicts_sheet, read_choices
from duizhao.ledger.loose_causes import is_loose_sheet
from duizhao.ledger.memory import check_version, is_memory_sheet, read_heads, read_memory, rows_of
from duizhao.ledger.plan import Cells, FilledLedger
from duizhao.ledger.print_sheet import SavedPrintSheet
from duizhao.ledger.rows.table import LATER_COLUMNS, SavedTable
from duizhao.ledger.summary.name_grids import summary_sheet
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook


@dataclass(frozen=True, slots=True)
class LocatedSheets:
    """The ledger's table, and the names of its other sheets. A sheet that people removed is None or empty."""

    table: SavedTable
    memory: str | None
    conflicts: str | None
    loose: str | None
    summary: str
    printed: SavedPrintSheet | None

    @classmethod
    def from_workbook(cls, book: SavedWorkbook) -> LocatedSheets:
        """Raises UnreadableDocument for a workbook without a ledger."""
        memory = conflicts = loose = None
        tables: list[SavedTable] = []
        printed = SavedPrintSheet.from_workbook(book)
        for name in book.sheets:
            grid = book.grid(name)
            if is_memory_sheet(grid):
                check_version(book, grid)
                memory = name
            elif is_conflicts_sheet(grid):
                conflicts = name
            elif is_loose_sheet(grid):
                loose = name
            elif not (printed and name == printed.sheet):
                found = SavedTable.from_sheet(book, name)
                tables += [found] if found else []
        # A table with ids is ours. Without one, an office's own ledger is taken over.
        table = next((each for each in tables if "id" in each.places), next(iter(tables), None))
        if table is None:
            wanted = (COLUMN_BY_KEY[key].head for key in ("id", "problem", "measures"))
            raise book.package.refuse(
                "没有找到台账：要有一张表的表头含“{}”和各列的列名，或含“{}”“{}”等列；"
                "请给出 duizhao ledger 写的台账，或本单位的 .xlsx 台账".format(*wanted)
            )
        summary = summary_sheet(book, (table.sheet, memory, conflicts, loose))
        return cls(table, memory, conflicts, loose, summary, printed)

    def read_memory(self) -> tuple[Cells, ...]:
        """What was last written; nothing without the hidden sheet."""
        return read_memory(self.table.workbook.grid(self.memory)) if self.memory else ()

    @property
    def lacks_print_sheet(self) -> bool:
        """Was the workbook written before there was a printed sheet? One that people removed is not put back."""
        heads = read_heads(self.table.workbook.grid(self.memory)) if self.memory else frozenset()
        return bool(heads) and not heads & LATER_COLUMNS and self.printed is None

    @property
    def later_columns(self) -> tuple[str, ...]:
        """The columns that an update adds to the table."""
        heads = read_heads(self.table.workbook.grid(self.memory)) if self.memory else frozenset()
        return self.table.missing(heads)

    def read_filled(self, memory: Sequence[Cells]) -> FilledLedger:
        """The ledger as people gave it back; `memory` is what was last written."""
        return FilledLedger(
            lines=tuple(self.table.lines()),
            columns=frozenset((*self.table.places, *self.later_columns)),
            written=rows_of(memory),
            choices=(
                read_choices(self.table.workbook.grid(self.conflicts)) if self.conflicts else {}
            ),
        )
