"""The roster: people taken in, changed, gone and back, joined to their accounts. Each action is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from duizhao.web.accounts.actions.inviting import request_accounts
from duizhao.web.accounts.models import Person, Unit
from duizhao.web.audit.actions import record
from duizhao.web.roster.models import Department, StaffMember
from duizhao.web.roster.staff_entry import StaffEntry


class StaffOvertaken(Exception):
    """Somebody else has changed the entry since it was shown. `member` is as it is now."""

    def __init__(self, member: StaffMember | None, name: str) -> None:
        super().__init__(name)
        self.member = member
        self.name = name


@transaction.atomic
def take_in(
    *, unit: Unit, by: Any, entries: Sequence[StaffEntry], gone: Sequence[str] = (), today: date
) -> list[StaffMember]:
    """Put people on the roster of a unit and change those who are there. Raises StaffOvertaken, and then does nothing.

    `gone` has the keys of those who have left.
    """
    known = {each.key: each for each in unit.staff.select_for_update()}
    departments = {each.name: each for each in unit.departments.all()}
    first = 1 + (unit.staff.aggregate(last=Max("position"))["last"] or 0)
    if _is_whole(known.values(), entries, gone):
        # A table with everybody also says in which order they stand.
        first = 1
        known = {key: _at(each, entries) for key, each in known.items()}
    made = []
    for at, entry in enumerate(entries, first):
        member = _written(unit, entry, known, departments, at)
        made.append(member)
        _put_in_charge(unit, member, entry.oversees, departments)
    StaffMember.objects.filter(unit=unit, key__in=gone, left_on=None).update(left_on=today)
    unit.departments.filter(staff=None, overseer=None).delete()
    record(actor=by, act="roster.take_in", kind="roster", key=unit.pk)
    return made


@transaction.atomic
def leave(*, member: StaffMember, on: date, by: Any) -> None:
    """Note that somebody has left. What they did keeps their name."""
    member.left_on = on
    member.save(update_fields=["left_on"])
    Department.objects.filter(overseer=member).update(overseer=None)
    record(actor=by, act="roster.leave", kind="staff", key=member.key)


@transaction.atomic
def come_back(*, member: StaffMember, by: Any) -> None:
    """Take back that somebody has left."""
    member.left_on = None
    member.save(update_fields=["left_on"])
    record(actor=by, act="roster.come_back", kind="staff", key=member.key)


@transaction.atomic
def give_account(*, member: StaffMember, account: Person | None, by: Any) -> None:
    """Say with which account somebody logs in; None for nobody's."""
    if account:
        _take_from_other_units(account, member.unit)
    member.account = account
    member.save(update_fields=["account"])
    record(actor=by, act="roster.give_account", kind="staff", key=member.key)


@transaction.atomic
def link_accounts(*, unit: Unit, by: Any, pairs: Sequence[tuple[StaffMember, Person]]) -> int:
    """Join people to accounts that somebody has looked at. Returns the number of those who had none."""
    count = 0
    for member, account in pairs:
        free = StaffMember.objects.filter(pk=member.pk, unit=unit, account=None)
        _take_from_other_units(account, unit)
        if not StaffMember.objects.filter(account=account).exists():
            count += free.update(account=account)
    record(actor=by, act="roster.link_accounts", kind="roster", key=unit.pk)
    return count


def _take_from_other_units(account: Person, unit: Unit) -> None:
    """Who has moved is somebody on the roster of the new unit, and in the old one a name."""
    StaffMember.objects.filter(account=account).exclude(unit=unit).update(account=None)


@transaction.atomic
def ask_accounts(*, unit: Unit, members: Sequence[StaffMember], by: Any) -> int:
    """Ask the administrator for accounts. Returns for how many people it is new."""
    return request_accounts(unit=unit, names={each.key: each.name for each in members}, by=by)


def _is_whole(
    known: Iterable[StaffMember], entries: Sequence[StaffEntry], gone: Sequence[str]
) -> bool:
    """Whether entries name everybody who is on the roster."""
    named = {each.member for each in entries} | set(gone)
    return all(each.left_on or each.key in named for each in known)


def _at(member: StaffMember, entries: Sequence[StaffEntry]) -> StaffMember:
    """Somebody at the place that a table gives them."""
    places = {each.member: at for at, each in enumerate(entries, 1)}
    member.position = places.get(member.key, member.position)
    return member


def _written(
    unit: Unit,
    entry: StaffEntry,
    known: dict[str, StaffMember],
    departments: dict[str, Department],
    position: int,
) -> StaffMember:
    member = known.get(entry.member)
    if entry.member and (member is None or member.version != entry.version):
        raise StaffOvertaken(member, entry.name)
    if member is None:
        member = StaffMember(unit=unit, position=position, version=0)
    for name in ("name", "duty", "standing", "branch", "branch_duty"):
        setattr(member, name, getattr(entry, name))
    member.department = _department(unit, entry.department, departments)
    member.version += 1
    member.save()
    return member


def _put_in_charge(
    unit: Unit, member: StaffMember, names: Sequence[str], departments: dict[str, Department]
) -> None:
    """Let somebody be in charge of just these departments."""
    for each in departments.values():
        if each.overseer_id == member.key and each.name not in names:
            each.overseer = None
            each.save(update_fields=["overseer"])
    for name in names:
        department = _department(unit, name, departments)
        if department and department.overseer_id != member.key:
            department.overseer = member
            department.save(update_fields=["overseer"])


def _department(unit: Unit, name: str, known: dict[str, Department]) -> Department | None:
    if name and name not in known:
        known[name] = Department.objects.create(unit=unit, name=name)
    return known.get(name)
