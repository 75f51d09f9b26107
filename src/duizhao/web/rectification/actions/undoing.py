"""A wrong click at a row taken back: without a reason, by the same person, as long as nothing else has happened."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.process import Move
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.ledger import RowEdit, RowOvertaken, change_rows
from duizhao.web.desk.models import EarlierRow, LedgerRow
from duizhao.web.rectification.actions.people import match_row
from duizhao.web.rectification.models import RowMove
from duizhao.web.rectification.refusals import refuse_still
from duizhao.web.refused_act import RefusedAct

UNDONE_WITHIN = timedelta(days=1)
TOO_LATE = "只能撤销自己一天之内办的，而且后来这一行没有改过；要改回去，请另办一次，写明理由"


def undoable_move(row: LedgerRow, person: Any) -> RowMove | None:
    """The last move of a row, where this person made it a short time ago and nothing has changed the row since.

    A postponement answers somebody who has asked for it: that is not taken back by a click.
    """
    last = row.moves.order_by("version").last()
    if last is None or last.version != row.version or last.by_id != person.pk:
        return None
    is_fresh = timezone.now() - last.made_at <= UNDONE_WITHIN
    return last if is_fresh and last.move != Move.POSTPONE.name.lower() else None


@transaction.atomic
def undo_move(*, row: LedgerRow, version: int, by: Any) -> None:
    """Give a row the cells that it had before its last move; both stay in its life. Raises RefusedAct, RowOvertaken."""
    refuse_still(row)
    if row.version != version:
        raise RowOvertaken(row)
    last = undoable_move(row, by)
    before = EarlierRow.objects.filter(row=row, version=version - 1).first()
    if last is None or before is None:
        raise RefusedAct(TOO_LATE)
    done = f"撤销点错的“{last.get_move_display()}”：{row.id_in_ledger}"
    edit = RowEdit(row, version, cells=before.cells)
    change_rows(batch=row.batch, by=by, done=done, edits=[edit])
    match_row(row)
    record(actor=by, act="rectification.undo_move", kind="ledger-row", key=row.pk)
