"""Who may do what with announcements: clerks make them, those of their scope read them while they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone

from duizhao.web.access import AccessTable, Scope
from duizhao.web.announcements.models import AnnouncementScope
from duizhao.web.meetings.access import attended
from duizhao.web.meetings.models import Attendee
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import UNIT, in_unit

READERS = (PersonRole.MEMBER, PersonRole.AUTHOR, PersonRole.REVIEWER)


def _shown(role: str) -> Scope:
    """What is shown today to the unit, to the team, or to whoever has the link."""

    def limit(person: Any) -> Q:
        today = timezone.localdate()
        shown = Q(published_on__isnull=False, starts_on__lte=today, ends_on__gte=today)
        own = Attendee.objects.filter(member__account=person).values("dossier")
        of_unit = Q(dossier__unit__in=person.units_by_role.get(role, ()))
        to_unit = of_unit & ~Q(scope=AnnouncementScope.TEAM)
        return shown & (to_unit | Q(dossier__in=own))

    return Scope("正在通报的、给本人看的", UNIT, limit)


_READ: Mapping[str, Scope] = {str(role): _shown(str(role)) for role in READERS}
_KEPT = in_unit("会议", "unit")
_SEEN = {**_KEPT, **attended("会议", "pk")}
_ANNOUNCED = in_unit("通报", "dossier__unit")

TABLE = AccessTable(
    "announcements",
    {
        "announcements": _SEEN,
        "begin": _KEPT,
        "announcement": {**_ANNOUNCED, **_READ},
        "edit": _ANNOUNCED,
        "publish": _ANNOUNCED,
        "withdraw": _ANNOUNCED,
        "remove": _ANNOUNCED,
        "paper": _ANNOUNCED,
        "begin_survey": _ANNOUNCED,
    },
)
