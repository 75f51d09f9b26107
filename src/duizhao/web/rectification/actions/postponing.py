"""A postponement: an owner asks for it, somebody else agrees or not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.ledger.standing import tracked_row
from duizhao.process import Move, MoveRequest, refusals
from duizhao.web.audit.actions import record
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.actions.moving import move_row, refuse_owner
from duizhao.web.rectification.models import AskedPostponement, PostponementAnswer
from duizhao.web.rectification.refusals import RefusedMove, refuse_still
from duizhao.web.refused_act import RefusedAct

SOMEBODY = "某人"
"""Stands for whoever will agree, while it is asked whether anything else forbids the postponement."""


@transaction.atomic
def ask_postponement(
    *, row: LedgerRow, by: Any, due: date, reason: str, by_name: str = ""
) -> AskedPostponement:
    """Ask for a later deadline. Raises RefusedMove where it could not be granted."""
    refuse_still(row)
    if row.asked_postponements.filter(answer=PostponementAnswer.OPEN).exists():
        raise RefusedAct("已经申请过延期，等答复")
    request = MoveRequest(Move.POSTPONE, timezone.localdate(), reason, SOMEBODY, due)
    if reasons := refusals(tracked_row(row.cells), request):
        raise RefusedMove(reasons)
    made = AskedPostponement.objects.create(
        row=row, due=due, reason=reason.strip(), by=by, by_name=by_name.strip() or by.signed_name
    )
    record(actor=by, act="rectification.ask_postponement", kind="ledger-row", key=row.pk)
    return made


@transaction.atomic
def answer_postponement(
    *, asked: AskedPostponement, version: int, by: Any, agrees: bool, words: str, name: str = ""
) -> None:
    """Agree to a postponement, which makes it, or decline it. `name` is who agreed, where another writes it down.

    Raises RefusedMove, RefusedAct and RowOvertaken.
    """
    row = asked.row
    refuse_still(row)
    if asked.answer != PostponementAnswer.OPEN:
        raise RefusedAct(f"{asked.answered_by}已经答复过：{asked.get_answer_display()}")
    refuse_owner(row, by, "这一行的责任人就是你，延期要请别人同意")
    who, move = name.strip() or by.signed_name, None
    if agrees:
        today = timezone.localdate()
        request = MoveRequest(Move.POSTPONE, today, asked.reason, who, asked.due)
        move = move_row(row=row, version=version, by=by, request=request)
    AskedPostponement.objects.filter(pk=asked.pk).update(
        answer=PostponementAnswer.AGREED if agrees else PostponementAnswer.DECLINED,
        answered_by=who,
        answered_at=timezone.now(),
        words=words.strip(),
        move=move,
    )
    record(actor=by, act="rectification.answer_postponement", kind="ledger-row", key=row.pk)
