"""Who may do what with minutes: clerks keep them, members see the counts and what concerns themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.meetings.access import attended
from duizhao.web.meetings.models import Attendee
from duizhao.web.minutes.models import PERSONAL_KINDS
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import below, in_unit


def _concerning() -> Mapping[str, Scope]:
    """Words of a meeting that somebody attended: of oneself, about oneself, and what concerns nobody alone.

    Who chaired the meeting answers for its minutes and reads all of them.
    """

    def limit(person: Any) -> Q:
        own = Attendee.objects.filter(member__account=person).values("pk")
        meetings = Attendee.objects.filter(member__account=person).values("dossier")
        shared = Q(dossier__in=meetings) & ~Q(kind__in=PERSONAL_KINDS)
        mine = Q(speaker__in=own) | Q(about__in=own)
        return mine | shared | Q(dossier__chair__account=person)

    scope = Scope("本人说的、对本人说的和不涉及个人的", frozenset(("own",)), limit)
    return {str(PersonRole.MEMBER): scope, str(PersonRole.AUTHOR): scope}


_KEPT = in_unit("会议", "unit")
_SEEN = {**_KEPT, **below("会议", "unit"), **attended("会议", "pk")}
_ENTRY = in_unit("会议记录", "dossier__unit")

TABLE = AccessTable(
    "minutes",
    {
        "meeting": _SEEN,
        "attend": _KEPT,
        "absent": _KEPT,
        "details": _KEPT,
        "agenda": _KEPT,
        "add": _KEPT,
        "hints": _KEPT,
        "end": _KEPT,
        "reopen": _KEPT,
        "paper": _KEPT,
        "counts": _SEEN,
        "words": {**_ENTRY, **_concerning()},
        "edit": _ENTRY,
        "move": _ENTRY,
        "remove": _ENTRY,
        "restore": _ENTRY,
        "rectify": _ENTRY,
    },
)
