"""Who may do what with talks: clerks keep the matrix, the two alone see what was said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.meetings.access import attended
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import below, in_unit

PARTIES = (PersonRole.CLERK, PersonRole.AUTHOR, PersonRole.MEMBER)
"""The roles of people who have talks."""


def _of_the_two(thing: str, path: str = "") -> Mapping[str, Scope]:
    """What belongs to a talk, for the two who had it. `path` leads from the thing to its talk."""

    def limit(person: Any) -> Q:
        return Q(**{f"{path}one__account": person}) | Q(**{f"{path}other__account": person})

    scope = Scope(f"本人的谈心谈话的{thing}", frozenset(("own",)), limit)
    return {str(role): scope for role in PARTIES}


def _with_own(kept: Mapping[str, Scope], own: Mapping[str, Scope]) -> Mapping[str, Scope]:
    """The scopes of both: a clerk who is one of the two has what clerks have, which is more."""
    return {**own, **kept}


_MEETING = in_unit("会议", "unit")
_ATTENDED = attended("会议", "pk")
_TALK = _with_own(in_unit("谈心谈话", "dossier__unit"), _of_the_two("登记"))
# On the desk there is one person, whose computer it is: nobody else can be shut out from what is on it.
_WORDS = _with_own(
    in_unit("谈话记录", "dossier__unit") if settings.IS_DESK else {}, _of_the_two("记录")
)

TABLE = AccessTable(
    "talks",
    {
        "talks": {**_MEETING, **below("会议", "unit"), **_ATTENDED},
        "mark": _MEETING,
        "add": {**_MEETING, **_ATTENDED},
        "sheets": {**_MEETING, **_ATTENDED},
        "list": {**_MEETING, **below("会议", "unit"), **_ATTENDED},
        "own": _of_the_two("登记"),
        "talk": _TALK,
        "edit": _TALK,
        "sheet": _TALK,
        "record": _WORDS,
        "write": _WORDS,
        "agree": _WORDS,
        "withdraw": _with_own(
            in_unit("列入台账的约定", "talk__dossier__unit"), _of_the_two("约定", "talk__")
        ),
    },
)
