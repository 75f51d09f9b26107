"""Who is on the roster, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from duizhao.web.accounts.models import AccountRequest, Person, Unit
from duizhao.web.roster.access import TABLE
from duizhao.web.roster.models import StaffMember
from duizhao.web.roster.staff_entry import StaffEntry


def staff(person: Any, act: str) -> QuerySet[StaffMember]:
    """The people of the roster on whom `person` has an act: those who have not left first."""
    known = StaffMember.objects.select_related("unit", "account", "department__overseer")
    known = known.prefetch_related("oversees")
    return TABLE.limit(act, person, known).order_by("unit", "position", "name")


def units(person: Any, act: str) -> QuerySet[Unit]:
    """The units on whose roster `person` has an act."""
    return TABLE.limit(act, person, Unit.objects.order_by("pk"))


def entries(unit: Unit) -> list[StaffEntry]:
    """The roster of a unit as entries, without those who have left."""
    present = unit.staff.filter(left_on=None).select_related("department")
    return [StaffEntry.from_member(each) for each in present.prefetch_related("oversees")]


def free_accounts(unit: Unit) -> QuerySet[Person]:
    """The accounts of a unit that belong to nobody on its roster: who has moved may still stand on that of another."""
    elsewhere = Q(staff_member=None) | ~Q(staff_member__unit=unit)
    return unit.people.filter(elsewhere, is_active=True).order_by("pk")


def without_account(unit: Unit) -> QuerySet[StaffMember]:
    """Those who cannot log in and for whom nobody has asked for an account."""
    asked = AccountRequest.objects.filter(unit=unit).values("reference")
    return unit.staff.filter(account=None, left_on=None).exclude(key__in=asked)


def likely_accounts(unit: Unit) -> list[tuple[StaffMember, Person]]:
    """People without an account, each with the one account of the unit that has their name."""
    free: dict[str, list[Person]] = {}
    for each in free_accounts(unit):
        free.setdefault(each.name, []).append(each)
    without = unit.staff.filter(account=None, left_on=None)
    named: dict[str, list[StaffMember]] = {}
    for member in without:
        named.setdefault(member.name, []).append(member)
    return [
        (members[0], free[name][0])
        for name, members in named.items()
        if len(members) == 1 and len(free.get(name, ())) == 1
    ]
