"""What must stay true of administrators whatever changes."""

from __future__ import annotations

from duizhao.web.accounts.models import Grant, Person
from duizhao.web.person_role import ADMINISTRATORS, PersonRole
from duizhao.web.refused_act import RefusedAct


def refuse_without_administrator() -> None:
    """Somebody must be left who keeps the whole tree. Raises RefusedAct, which takes the change back."""
    keepers = Grant.objects.filter(
        role=PersonRole.SYSTEM, unit__parent=None, unit__isnull=False, person__is_active=True
    )
    if not keepers.exists():
        raise RefusedAct("至少要留一个能登录、管全部单位的系统管理员")


def keeps_whole_tree(person: Person, role: str) -> bool:
    """Whether somebody has a role in the unit that is above all others."""
    return person.grants.filter(role=role, unit__isnull=False, unit__parent=None).exists()


def refuse_beyond_reach(person: Person, by: Person) -> None:
    """Who has a role above is not changed from below: a new password would lead up there. Raises RefusedAct."""
    reached: frozenset[int] = frozenset()
    for role in ADMINISTRATORS:
        reached |= by.units_below(str(role))
    if set(person.grants.values_list("unit", flat=True)) - reached:
        raise RefusedAct("此人在别的单位还有角色，请由上级单位的管理员办理")
