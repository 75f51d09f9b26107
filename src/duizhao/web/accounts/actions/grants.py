"""How people get roles and lose them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from duizhao.web.accounts.actions.administered import (
    administrators_stay,
    refuse_beyond_reach,
    refuse_giving_roles,
    refuse_mixed_roles,
)
from duizhao.web.accounts.actions.sessions import end_all
from duizhao.web.accounts.models import Grant, Person, Unit
from duizhao.web.audit.actions import record
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct


@transaction.atomic
def add_grant(*, person: Person, role: PersonRole, unit: Unit, by: Person) -> Grant:
    """Give a person a role in a unit. Raises RefusedAct."""
    refuse_giving_roles(by)
    refuse_mixed_roles(person, role)
    grant, is_new = Grant.objects.get_or_create(person=person, role=role, unit=unit)
    if not is_new:
        raise RefusedAct("已经有这个角色")
    _end_others(person, by)
    record(actor=by, act="accounts.add_grant", kind="grant", key=_key(grant), note=str(role))
    return grant


@transaction.atomic
def give_roles(*, people: Iterable[Person], role: PersonRole, by: Person) -> None:
    """Give each of many people a role in their own unit. Raises RefusedAct."""
    for person in people:
        add_grant(person=person, role=role, unit=person.unit, by=by)


@transaction.atomic
def end_grant(*, grant: Grant, by: Person) -> None:
    """Take a role back. Raises RefusedAct."""
    refuse_giving_roles(by)
    refuse_beyond_reach(grant.person, by)
    key, role = _key(grant), grant.role
    with administrators_stay():
        grant.delete()
    _end_others(grant.person, by)
    record(actor=by, act="accounts.end_grant", kind="grant", key=key, note=role)


def _end_others(person: Person, by: Person) -> None:
    """Whoever gets or loses a role begins anew, so that no page is open that shows what is no longer theirs."""
    if person != by:
        end_all(person)


def _key(grant: Grant) -> str:
    return f"{grant.person.username}@{grant.unit_id}"
