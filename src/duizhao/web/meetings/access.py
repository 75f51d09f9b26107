"""Who may do what with the dossiers of meetings: clerks keep them, those who attend and reviewers see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.meetings.models import Attendee
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import below, in_unit


def attended(thing: str, path: str) -> Mapping[str, Scope]:
    """Members of a meeting and authors reach what belongs to the meetings that they attend themselves.

    `path` leads from the thing to its dossier.
    """

    def limit(person: Any) -> Q:
        # As a subquery: a join would give a dossier as often as there are ways to it.
        own = Attendee.objects.filter(member__account=person).values("dossier")
        return Q(**{f"{path}__in": own})

    scope = Scope(f"本人参加的会议的{thing}", frozenset(("own",)), limit)
    return {str(PersonRole.MEMBER): scope, str(PersonRole.AUTHOR): scope}


_KEPT = in_unit("会议", "unit")
_UNIT = in_unit("单位", "pk")
_SEEN = {**_KEPT, **below("会议", "unit"), **attended("会议", "pk")}

TABLE = AccessTable(
    "meetings",
    {
        "meetings": _SEEN,
        "begin": _UNIT,
        "plan": _SEEN,
    },
)
