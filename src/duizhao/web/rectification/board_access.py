"""Who sees boards, one's own rows and reminders: clerks keep them for their units, reviewers look on.

Everybody sees the rows in which they have a part; nobody sees how others of them are doing.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from duizhao.web.access import NOBODYS, Scope
from duizhao.web.desk.batch_scopes import in_batches_of, in_own_batches
from duizhao.web.person_role import WORKERS, PersonRole
from duizhao.web.rectification.models import RowPerson
from duizhao.web.unit_scopes import UNIT, below, in_unit

DOSSIER_UNIT = "batch__dossier__unit"


def _kept(person: Any) -> Q:
    units = person.units_by_role.get(PersonRole.CLERK, ())
    # Aside from meetings somebody may keep a ledger alone.
    return in_batches_of(units, "batch") | in_own_batches(person, "batch")


def _of_parts(person: Any) -> Q:
    # As a subquery: a join would give a row as often as this person has parts in it.
    own = RowPerson.objects.filter(member__account=person).values("row")
    is_shared = Q(batch__dossier__isnull=False) | Q(batch__owner=person)
    return Q(pk__in=own) & is_shared


_BOARD = {
    str(PersonRole.CLERK): Scope("本人批次和本单位会议的台账", UNIT, _kept, NOBODYS),
    **below("会议的台账", DOSSIER_UNIT),
}
_MINE = {
    str(role): Scope("有本人一份的行", frozenset(("own",)), _of_parts) for role in sorted(WORKERS)
}
_UNIT = in_unit("单位", "pk")
_MEMBERS = in_unit("单位的人", "unit")

ACTS = {
    "board": _BOARD,
    "board_out": _BOARD,
    "board_calendar": _BOARD,
    "mine": _MINE,
    "mine_out": _MINE,
    "mine_calendar": _MINE,
    "look_for": _MEMBERS,
    "reminders": _UNIT,
    "reminders_out": _UNIT,
    "choose_reminders": _UNIT,
    "keep_addresses": _UNIT,
    "send_reminders": _UNIT,
    "judge_recurrence": in_unit("会议的台账", f"row__{DOSSIER_UNIT}"),
}
