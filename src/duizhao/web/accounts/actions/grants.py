"""How people get roles and lose them."""

from __future__ import annotations

from django.db import transaction

from duizhao.web.accounts.actions.administered import (
    refuse_beyond_reach,
    refuse_without_administrator,
)
from duizhao.web.accounts.actions.sessions import end_all
from duizhao.web.accounts.models import Grant, Person, Unit
from duizhao.web.audit.actions import record
from duizhao.web.person_role import ADMINISTRATORS, PersonRole
from duizhao.web.refused_act import RefusedAct


@transaction.atomic
def add_grant(*, person: Person, role: PersonRole, unit: Unit, by: Person) -> Grant:
    """Give a person a role in a unit. Raises RefusedAct."""
    held = set(person.grants.values_list("role", flat=True))
    # An administrator has no other role: who lets people in does not see what they write.
    if (held | {role}) & ADMINISTRATORS and held - {role}:
        raise RefusedAct("管理员不能兼别的角色：管人的不看材料，看材料的不管人。请另设账号")
    grant, is_new = Grant.objects.get_or_create(person=person, role=role, unit=unit)
    if not is_new:
        raise RefusedAct("已经有这个角色")
    _end_others(person, by)
    record(actor=by, act="accounts.add_grant", kind="grant", key=_key(grant), note=str(role))
    return grant


@transaction.atomic
def end_grant(*, grant: Grant, by: Person) -> None:
    """Take a role back. Raises RefusedAct."""
    refuse_beyond_reach(grant.person, by)
    key, role = _key(grant), grant.role
    grant.delete()
    refuse_without_administrator()
    _end_others(grant.person, by)
    record(actor=by, act="accounts.end_grant", kind="grant", key=key, note=role)


def _end_others(person: Person, by: Person) -> None:
    """Whoever gets or loses a role begins anew, so that no page is open that shows what is no longer theirs."""
    if person != by:
        end_all(person)


def _key(grant: Grant) -> str:
    return f"{grant.person.username}@{grant.unit_id}"
