"""Agreements of talks: their rows of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from duizhao.ledger.row import RowOrigin
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.ledger import RowEdit, add_by_hand, change_rows
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.refused_act import RefusedAct
from duizhao.web.talks.models import Talk, TalkAgreement


@transaction.atomic
def agree(*, talk: Talk, by: Any, cells: Mapping[str, str]) -> TalkAgreement:
    """Put an agreement into the ledger of the meeting, with the talk as its source."""
    refuse_closed(talk.dossier)
    batch = talk.dossier.batch
    if batch is None:
        raise RefusedAct("这次会议的材料已经删去，没有台账可以列入")
    origin = {"origin": RowOrigin.TALK.value, "place": f"谈心谈话：{talk}"}
    change = add_by_hand(batch=batch, by=by, cells={**origin, **cells})
    row = LedgerRow.objects.get(pk=change.rows[0][0])
    made = TalkAgreement.objects.create(talk=talk, row=row)
    record(actor=by, act="talks.agree", kind="talk", key=talk.key)
    return made


@transaction.atomic
def withdraw_agreement(*, agreement: TalkAgreement, by: Any) -> None:
    """Take the row of an agreement out of the ledger. Raises RowOvertaken where somebody changes it just now."""
    refuse_closed(agreement.talk.dossier)
    row = agreement.row
    if not row.is_removed:
        edit = RowEdit(row, row.version, is_removed=True)
        change_rows(batch=row.batch, by=by, done=f"已删掉 {row.id_in_ledger}", edits=[edit])
    agreement.delete()
    record(actor=by, act="talks.withdraw", kind="talk", key=agreement.talk_id)
