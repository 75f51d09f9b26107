"""How somebody lets another act in their role for a time, and how that ends."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from duizhao.web.accounts.models import DELEGATED_ROLES, Delegation, Grant, Person
from duizhao.web.audit.actions import record
from duizhao.web.person_role import ADMINISTRATORS
from duizhao.web.refused_act import RefusedAct

LONGEST_DAYS = 180


@transaction.atomic
def delegate(
    *, giver: Person, taker: Person, grant: Grant, first_day: date, last_day: date
) -> Delegation:
    """Let somebody act in one's role from day to day. Raises RefusedAct."""
    _refuse_roles(giver, taker, grant)
    _refuse_days(first_day, last_day)
    asked = {"giver": giver, "taker": taker, "role": grant.role, "unit": grant.unit}
    known = Delegation.objects.open().filter(**asked)
    if known.filter(first_day__lte=last_day, last_day__gte=first_day).exists():
        raise RefusedAct(f"这些天里已经请{taker.name}代办了")
    made = Delegation.objects.create(**asked, first_day=first_day, last_day=last_day)
    _record(made, giver, "accounts.delegate")
    return made


def _refuse_roles(giver: Person, taker: Person, grant: Grant) -> None:
    if giver.delegation or grant.person_id != giver.pk:
        raise RefusedAct("代别人办的角色不能再请人代办")
    if grant.role not in DELEGATED_ROLES:
        raise RefusedAct("只有经办人、审核人的角色能请人代办；管理员请另设一名")
    if taker == giver or not taker.is_active:
        raise RefusedAct("请选另一个能登录的人")
    held = set(taker.grants.values_list("role", "unit"))
    if {role for role, _ in held} & ADMINISTRATORS:
        raise RefusedAct(f"{taker.name}是管理员，看不得材料，不能代办")
    if (grant.role, grant.unit_id) in held:
        raise RefusedAct(f"{taker.name}自己就有这个角色，不用代办")


def _refuse_days(first_day: date, last_day: date) -> None:
    if last_day < first_day:
        raise RefusedAct("到哪天要在从哪天之后")
    if last_day < timezone.localdate():
        raise RefusedAct("这些天已经过去了")
    if last_day - first_day > timedelta(days=LONGEST_DAYS):
        raise RefusedAct(f"一次最多代办 {LONGEST_DAYS} 天；更长的请安全管理员给角色")


@transaction.atomic
def end_delegation(*, delegation: Delegation, by: Person) -> None:
    """End a delegation before its last day."""
    delegation.ended_at = timezone.now()
    delegation.save(update_fields=["ended_at"])
    _record(delegation, by, "accounts.end_delegation")


def _record(delegation: Delegation, by: Person, act: str) -> None:
    key = f"{delegation.taker.username} 代 {delegation.giver.username}"
    record(actor=by, act=act, kind="delegation", key=key, note=str(delegation.role))


@transaction.atomic
def begin_acting(*, delegation: Delegation) -> None:
    """Somebody begins to act under a delegation."""
    person = delegation.taker
    person.delegation = delegation
    record(actor=person, act="accounts.act_for", kind="person", key=delegation.giver.username)
