"""How people leave, and how they move to another unit. Nobody is removed: what they did keeps their name."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from duizhao.web.accounts.actions.administered import administrators_stay, refuse_beyond_reach
from duizhao.web.accounts.actions.sessions import end_all
from duizhao.web.accounts.models import Delegation, Grant, Person, Unit
from duizhao.web.audit.actions import SITE_ITSELF, record
from duizhao.web.person_role import ADMINISTRATORS, PersonRole
from duizhao.web.refused_act import RefusedAct


@transaction.atomic
def set_last_day(*, person: Person, last_day: date | None, by: Person) -> None:
    """Until which day somebody logs in; None for longer. After it the account is switched off. Raises RefusedAct."""
    if person == by:
        raise RefusedAct("不能给自己定离开的日子")
    if not person.is_active:
        raise RefusedAct("账号已经停用；要接着用，先点“恢复使用”")
    refuse_beyond_reach(person, by)
    with administrators_stay():
        person.last_day = last_day
        person.save(update_fields=["last_day"])
    record(actor=by, act="accounts.set_last_day", kind="person", key=person.username)
    switch_off_who_left()


@transaction.atomic
def switch_off_who_left() -> None:
    """Switch the accounts off whose last day is over. Whenever somebody logs in, this has been done."""
    left = Person.objects.filter(is_active=True, last_day__lt=timezone.localdate())
    for person in left.select_for_update():
        end_all(person)
        person.grants.all().delete()
        person.is_active = False
        person.save(update_fields=["is_active"])
        record(actor=SITE_ITSELF, act="accounts.left", kind="person", key=person.username)


@transaction.atomic
def move_person(*, person: Person, unit: Unit, by: Person) -> None:
    """Let somebody work in another unit: the roles that they had in their own are now there, all others end.
    Raises RefusedAct."""
    if unit == person.unit:
        raise RefusedAct(f"{person.name}已经在{unit.name}")
    refuse_beyond_reach(person, by)
    held = set(person.grants.values_list("role", "unit"))
    if {role for role, _ in held} & ADMINISTRATORS:
        raise RefusedAct("管理员调动：先收回管理员的角色，到新单位再给")
    kept = sorted(role for role, at in held if at == person.unit_id)
    person.grants.all().delete()
    Grant.objects.bulk_create(Grant(person=person, role=role, unit=unit) for role in kept)
    Delegation.objects.open().filter(taker=person).update(ended_at=timezone.now())
    person.unit = unit
    person.save(update_fields=["unit"])
    end_all(person)
    record(actor=by, act="accounts.move_person", kind="person", key=person.username)
    for role in kept:
        key = f"{person.username}@{unit.pk}"
        record(
            actor=by, act="accounts.add_grant", kind="grant", key=key, note=str(PersonRole(role))
        )
