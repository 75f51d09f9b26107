"""The moves of a row from state to state, with their guards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction

from duizhao.ledger.moved_cells import moved_cells
from duizhao.ledger.standing import deadline_of
from duizhao.process import Move, MoveRequest, Refusal
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.ledger import RowEdit, RowOvertaken, change_rows
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.actions.people import match_row
from duizhao.web.rectification.models import RowMove, RowPart
from duizhao.web.rectification.refusals import RefusedMove, refuse_still
from duizhao.web.refused_act import RefusedAct


@transaction.atomic
def move_row(
    *,
    row: LedgerRow,
    version: int,
    by: Any,
    request: MoveRequest,
    acceptor: str = "",
    by_name: str = "",
) -> RowMove:
    """Move a row to another state. Raises RefusedMove with every reason, RefusedAct, and RowOvertaken.

    `acceptor` is the name of whoever accepts the result, where it is another than the cell has. `by_name` is who did
    it, where somebody else writes it down.
    """
    refuse_still(row)
    if row.version != version:
        raise RowOvertaken(row)
    if request.move is Move.CLOSE and is_owner(row, by):
        raise RefusedMove(["这一行的责任人就是你，要请别人验收"])
    before = {**row.cells, "acceptor": acceptor.strip() or row.cells.get("acceptor", "")}
    cells = moved_cells(before, replace(request, reason=request.reason.strip()))
    if isinstance(cells, Refusal):
        raise RefusedMove(cells.reasons)
    done = f"{request.move.value}：{row.id_in_ledger}"
    change_rows(batch=row.batch, by=by, done=done, edits=[RowEdit(row, version, cells=cells)])
    made = RowMove.objects.create(
        row=row,
        move=request.move.name.lower(),
        on=request.on,
        by=by,
        by_name=by_name.strip() or by.signed_name,
        state_before=row.cells.get("status", ""),
        state_after=cells["status"],
        reason=request.reason.strip(),
        consent=request.consent.strip(),
        receiver=request.receiver.strip(),
        acceptor=cells["acceptor"] if request.move is Move.CLOSE else "",
        due_before=deadline_of(row.cells),
        due_after=deadline_of(cells),
        version=version + 1,
    )
    match_row(row)
    act = f"rectification.{request.move.name.lower()}"
    record(actor=by, act=act, kind="ledger-row", key=row.pk)
    return made


def is_owner(row: LedgerRow, person: Any) -> bool:
    """Whether somebody with an account is an owner of a row, or acts for one."""
    return row.people.filter(part=RowPart.OWNER, member__account__in=person.hands).exists()


def refuse_owner(row: LedgerRow, person: Any, why: str) -> None:
    """Raise RefusedAct where somebody is an owner of a row."""
    if is_owner(row, person):
        raise RefusedAct(why)
