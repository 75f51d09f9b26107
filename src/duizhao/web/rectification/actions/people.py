"""Who has a part in a row: looked up on the roster by the names in the cells, or chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from duizhao.ledger.typed_state import held_back
from duizhao.process import names_in
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.ledger import RowEdit, RowOvertaken, change_rows
from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.rectification.matching import KEY_OF_PART, Roster
from duizhao.web.rectification.models import Rectification, RowPart, RowPerson
from duizhao.web.rectification.refusals import RefusedMove, refuse_still
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember


@transaction.atomic
def match_people(*, batch: Batch, only: LedgerRow | None = None) -> None:
    """Look up the names of all rows, or of one, that have changed since, and of those with names that nobody had."""
    shown = batch.ledger_rows.filter(is_removed=False, **({"pk": only.pk} if only else {}))
    stale = Q(rectification=None) | ~Q(rectification__matched_version=F("version"))
    waiting = shown.filter(stale | ~Q(rectification__unknown=[]))
    rows = list(waiting.select_related("rectification"))
    if rows:
        roster = Roster.of(batch)
        for row in rows:
            _match(row, roster)


def match_row(row: LedgerRow) -> None:
    """Look up the names of one row anew, within the transaction of an action that has changed it."""
    _match(LedgerRow.objects.get(pk=row.pk), Roster.of(row.batch))


@transaction.atomic
def choose_people(
    *,
    row: LedgerRow,
    version: int,
    by: Any,
    people: Mapping[str, Sequence[StaffMember]],
    due: date | None = None,
) -> None:
    """Say who of the roster has which part, and by when it is done. Raises RefusedAct and RowOvertaken.

    Of a part that `people` does not name, the cell and its people stay. A later day for a row that is under way is a
    postponement, which wants a reason and somebody's consent.
    """
    refuse_still(row)
    if row.version != version:
        raise RowOvertaken(row)
    both = set(people.get(str(RowPart.OWNER), ())) & set(people.get(str(RowPart.ACCEPTOR), ()))
    if both:
        name = "、".join(member.name for member in both)
        raise RefusedAct(f"验收人“{name}”就是责任人，要请别人验收")
    cells = {**row.cells, **({"due": due.isoformat()} if due else {})}
    if reasons := held_back(row.cells, cells, timezone.localdate()).reasons:
        raise RefusedMove([f"改晚截止日期就是延期，请用“延期”办理：{'；'.join(reasons)}"])
    for part, members in people.items():
        cells[KEY_OF_PART[part]] = "、".join(member.name for member in members)
    if cells != row.cells:
        done = f"已定 {row.id_in_ledger} 的责任人、时限"
        edits = [RowEdit(row, version, cells=cells)]
        change_rows(batch=row.batch, by=by, done=done, edits=edits)
    _keep_chosen(row, people)
    match_row(row)
    record(actor=by, act="rectification.people", kind="ledger-row", key=row.pk)


def _keep_chosen(row: LedgerRow, people: Mapping[str, Sequence[StaffMember]]) -> None:
    for part, members in people.items():
        RowPerson.objects.filter(row=row, part=part).delete()
        RowPerson.objects.bulk_create(
            RowPerson(row=row, member=member, part=part, is_chosen=True) for member in members
        )


def _match(row: LedgerRow, roster: Roster) -> None:
    named = roster.named(row.cells)
    people = list(row.people.select_related("member"))
    chosen = [each for each in people if each.is_chosen and _is_named(each, row)]
    unknown = [name for name in named.unknown if name not in {each.member.name for each in chosen}]
    wanted = {(member.pk, part) for part, members in named.members.items() for member in members}
    wanted |= {(each.member_id, each.part) for each in chosen}
    known = {(each.member_id, each.part): each for each in people}
    gone = [each.pk for pair, each in known.items() if pair not in wanted]
    if gone:
        RowPerson.objects.filter(pk__in=gone).delete()
    RowPerson.objects.bulk_create(
        RowPerson(row=row, member_id=member, part=part)
        for member, part in sorted(wanted - set(known))
    )
    found = getattr(row, "rectification", None)
    if found is None or (found.matched_version, found.unknown) != (row.version, unknown):
        now = {"matched_version": row.version, "unknown": unknown}
        Rectification.objects.update_or_create(row=row, defaults=now)


def _is_named(person: RowPerson, row: LedgerRow) -> bool:
    """Whether the name of somebody who was chosen still stands in the cell."""
    name = "".join(person.member.name.split())
    return name in names_in(row.cells.get(KEY_OF_PART[person.part], ""))
