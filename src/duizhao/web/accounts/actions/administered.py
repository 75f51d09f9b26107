"""What must stay true of administrators whatever changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from duizhao.web.accounts.models import Delegation, Grant, Person
from duizhao.web.person_role import ADMINISTRATORS, PersonRole
from duizhao.web.refused_act import RefusedAct


@contextmanager
def administrators_stay() -> Iterator[None]:
    """The last administrator of a kind who keeps the whole tree stays. Raises RefusedAct: the change is taken back."""
    before = kept_roles()
    yield
    lost = before - kept_roles()
    for role in sorted(lost):
        raise RefusedAct(f"至少要留一个能登录、管全部单位的{PersonRole(role).label}")


def kept_roles() -> set[str]:
    """The kinds of administrators of whom somebody keeps the whole tree, and will tomorrow."""
    whole = Grant.objects.filter(unit__parent=None, unit__isnull=False, role__in=ADMINISTRATORS)
    staying = whole.filter(person__is_active=True, person__last_day=None)
    return set(staying.values_list("role", flat=True))


def keeps_whole_tree(person: Person, role: str) -> bool:
    """Whether somebody has a role in the unit that is above all others."""
    return person.grants.filter(role=role, unit__isnull=False, unit__parent=None).exists()


def gives_roles(by: Person) -> bool:
    """Whether somebody gives roles: who makes accounts does so only until there is a security administrator."""
    return by.roles != {str(PersonRole.SYSTEM)} or str(PersonRole.SECURITY) not in kept_roles()


def refuse_giving_roles(by: Person) -> None:
    """Who makes accounts could else let oneself in with a new one. Raises RefusedAct."""
    if not gives_roles(by):
        raise RefusedAct("有了安全管理员，角色就由安全管理员给、收")


def refuse_beyond_reach(person: Person, by: Person) -> None:
    """Who has a role above is not changed from below: a new password would lead up there. Raises RefusedAct."""
    reached: frozenset[int] = frozenset()
    for role in ADMINISTRATORS:
        reached |= by.units_below(str(role))
    if set(person.grants.values_list("unit", flat=True)) - reached:
        raise RefusedAct("此人在别的单位还有角色，请由上级单位的管理员办理")


def refuse_mixed_roles(person: Person, role: str) -> None:
    """An administrator has no other role, not for a time either: who lets people in does not see what they write.
    Raises RefusedAct."""
    held = set(person.grants.values_list("role", flat=True))
    if (held | {role}) & ADMINISTRATORS and held - {role}:
        raise RefusedAct("管理员不能兼别的角色：管人的不看材料，看材料的不管人。请另设账号")
    if role in ADMINISTRATORS and Delegation.objects.open().filter(taker=person).exists():
        raise RefusedAct("此人正代别人办事，看得到材料；先结束代办，再做管理员")
