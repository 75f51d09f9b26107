"""The cells of a row, changed within the transaction of an action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from duizhao.web.desk.actions.ledger import RowEdit, change_rows
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.actions.people import match_row


def row_of_now(row: LedgerRow) -> LedgerRow:
    """The row as it is now; nobody else changes it before the transaction ends."""
    return LedgerRow.objects.select_for_update().get(pk=row.pk)


def write_cells(*, row: LedgerRow, by: Any, done: str, cells: Mapping[str, str]) -> None:
    """Give a row other cells, where they are others."""
    if cells != row.cells:
        edits = [RowEdit(row, row.version, cells=cells)]
        change_rows(batch=row.batch, by=by, done=done, edits=edits)
        match_row(row)
