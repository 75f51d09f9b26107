"""Who may do what with opinions: clerks ask for them and answer, those who attend read what is theirs.

An opinion on one person reaches that person alone. Only where nobody can log in as that person does the clerk see it,
to hand it over on paper.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.meetings.access import attended
from duizhao.web.meetings.models import Attendee
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import UNIT, below, in_unit

CLERK, MEMBER, AUTHOR = map(str, (PersonRole.CLERK, PersonRole.MEMBER, PersonRole.AUTHOR))

_KEPT = in_unit("会议", "unit")
_SEEN = {**_KEPT, **below("会议", "unit"), **attended("会议", "pk")}
_ROUNDS = in_unit("会议的征求意见", "dossier__unit")


def _read_by_themselves(units: Any) -> Any:
    """Those who attend a meeting of these units and can log in to read what is said of them."""
    granted = Q(member__account__grants__role__in=(MEMBER, AUTHOR), dossier__unit__in=units)
    return Attendee.objects.filter(granted, member__account__is_active=True).values("pk")


def _own_people(person: Any) -> Q:
    return Q(member__account=person)


def _handed_over(person: Any) -> Q:
    units = person.units_by_role.get(PersonRole.CLERK, ())
    return Q(dossier__unit__in=units) & (
        _own_people(person) | ~Q(pk__in=_read_by_themselves(units))
    )


def _own_opinions(person: Any) -> Q:
    return Q(about__member__account=person) & ~Q(about_name="")


def _kept_opinions(person: Any) -> Q:
    units = person.units_by_role.get(PersonRole.CLERK, ())
    handed_over = Q(about=None) | ~Q(about__in=_read_by_themselves(units)) | _own_opinions(person)
    return Q(dossier__unit__in=units) & (Q(about_name="") | handed_over)


_OWN_PEOPLE = Scope("对本人的意见", frozenset(("own",)), _own_people)
_ABOUT = {
    CLERK: Scope("对本单位会议上不能自己登录看的人的意见", UNIT, _handed_over),
    MEMBER: _OWN_PEOPLE,
    AUTHOR: _OWN_PEOPLE,
}
_OWN_OPINIONS = Scope("对本人的意见", frozenset(("own",)), _own_opinions)
_ANSWERED = {
    CLERK: Scope("本单位会议的意见，能自己登录看的人的除外", UNIT, _kept_opinions),
    MEMBER: _OWN_OPINIONS,
    AUTHOR: _OWN_OPINIONS,
}

TABLE = AccessTable(
    "opinions",
    {
        "opinions": _SEEN,
        "opinions_out": _SEEN,
        "begin_round": _KEPT,
        "enter": _KEPT,
        "template": _KEPT,
        "sheet": _KEPT,
        "publish": _KEPT,
        "round": _ROUNDS,
        "change_round": _ROUNDS,
        "print_codes": _ROUNDS,
        "give_links": _ROUNDS,
        "void_codes": _ROUNDS,
        "close_round": _ROUNDS,
        "drop_round": _ROUNDS,
        "about": _ABOUT,
        "opinion": _ANSWERED,
        "link": _ANSWERED,
        "reply": _ANSWERED,
        "mend": _ANSWERED,
        "remove": _ANSWERED,
    },
)
