"""The ledger of a meeting: rows that are late or near, whose they are, and rows that wait for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from duizhao.ledger.standing import state_of
from duizhao.process import RowState, Urgency, urgency_at
from duizhao.web.desk.ledger_address import ledger_address
from duizhao.web.meetings.models import Dossier
from duizhao.web.overview.todo import Onlooker, Todo

PAGE = "desk:ledger"


def state(dossier: Dossier, onlooker: Onlooker) -> str:
    known = [row.state for row in dossier.batch.standing] if dossier.batch else []
    closed = known.count(RowState.CLOSED.value)
    return f"{len(known)} 条，已销号 {closed} 条" if known else "还没有由材料生成"


def todos(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    if dossier.batch is None or not onlooker.keeps(dossier):
        return
    by_urgency: dict[Urgency, list[tuple[str, date]]] = {}
    for row in dossier.batch.standing:
        urgency = urgency_at(
            state_of({"status": row.state}), row.day, onlooker.today, onlooker.near_days
        )
        by_urgency.setdefault(urgency, []).append((row.owners, row.day))
    page = reverse(PAGE, kwargs={"batch": dossier.batch_id})
    yield from _to_answer(dossier)
    for urgency, words in ((Urgency.LATE, "已经逾期"), (Urgency.NEAR, "快到期了")):
        found = by_urgency.get(urgency, [])
        if found:
            whom = dict.fromkeys(name for owners, _ in found for name in _names(owners))
            first = min(day for _, day in found)
            is_late = urgency is Urgency.LATE
            told = f"台账 {len(found)} 条{words}"
            yield Todo(told, page, dossier, first, whom=tuple(whom), is_late=is_late)


def _to_answer(dossier: Dossier) -> Iterator[Todo]:
    """Rows that wait for somebody else than their owners."""
    batch = dossier.batch
    waiting = [row for row in batch.standing if row.state == RowState.WAITING.value]
    if waiting:
        address = ledger_address(batch, state=RowState.WAITING.value)
        yield Todo(f"台账 {len(waiting)} 条等验收", address, dossier)
    asked = [row for row in batch.standing if row.is_asked]
    if asked:
        address = reverse("rectification:row", kwargs={"tracked": asked[0].pk})
        yield Todo(f"台账 {len(asked)} 条申请延期，等答复", address, dossier)


def _names(owners: str) -> Iterator[str]:
    for line in owners.split("\n"):
        name = line.partition(". ")[2] or line
        if name:
            yield name
