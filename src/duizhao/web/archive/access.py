"""Who may archive, take archives in, and remove what is kept long enough."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.desk.access import SITE
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import UNIT_AND_BELOW, in_unit

CLERK = str(PersonRole.CLERK)


def _own_archives(person: Any) -> Q:
    units = person.units_by_role.get(PersonRole.CLERK, ())
    return Q(by=person, dossier__unit__in=units)


def _proposed(person: Any) -> Q:
    return Q(dossier__unit__in=person.units_below(PersonRole.SECURITY))


# The security administrator sees of which unit, kind and year a dossier is, and nothing that it holds.
_PROPOSED = {
    str(PersonRole.SECURITY): Scope(
        "本单位及下属单位提出的销毁，看不到内容", UNIT_AND_BELOW, _proposed
    )
}
_KEPT = in_unit("会议", "unit")
_INTAKES = in_unit("放进来的档案包", "unit")
_ARCHIVES = {CLERK: Scope("本人做的档案包", frozenset(("own",)), _own_archives)}
"""An archive holds what whoever made it may read: it is for nobody else."""

TABLE = AccessTable(
    "archive",
    {
        "archives": _KEPT,
        "put_in": in_unit("单位", "pk"),
        "intake": _INTAKES,
        "confirm_intake": _INTAKES,
        "drop_intake": _INTAKES,
        "archive": _KEPT,
        "make": _KEPT,
        "made": _KEPT,
        "retention": _KEPT,
        "due_workbook": _KEPT,
        "save_periods": {CLERK: SITE},
        "propose": _KEPT,
        "remove_dossier": _KEPT if settings.IS_DESK else {},
        "take_back": in_unit("提出的销毁", "dossier__unit"),
        "removals": _PROPOSED,
        "confirm_removal": _PROPOSED,
        "decline_removal": _PROPOSED,
        "download": _ARCHIVES,
        "stop_making": _ARCHIVES,
        "remove_archive": _ARCHIVES,
    },
)
