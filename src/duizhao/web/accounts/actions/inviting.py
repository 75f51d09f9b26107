"""Invitations by a printed slip: made for one person or many, used once, revoked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from duizhao.web.accounts.actions.administered import refuse_beyond_reach
from duizhao.web.accounts.actions.entering import keep_password
from duizhao.web.accounts.models import AccountRequest, Invitation, Person, Unit
from duizhao.web.accounts.one_time import one_time_word
from duizhao.web.accounts.open_sessions import has_left
from duizhao.web.accounts.time_codes import hash_of
from duizhao.web.audit.actions import record
from duizhao.web.refused_act import RefusedAct

LARGEST_BATCH = 100

Invited = tuple[Person, str]
"""Somebody, and the code of their slip."""


@transaction.atomic
def invite(*, people: Iterable[Person], days: int, by: Person) -> list[Invited]:
    """A new slip for each: earlier slips and first passwords end. Raises RefusedAct."""
    made = []
    for person in people:
        refuse_beyond_reach(person, by)
        if person.password_changed_at:
            raise RefusedAct(f"{person.name}已经定过自己的密码；忘了密码用“重设密码”")
        made.append((person, _new_code(person, days)))
        record(actor=by, act="accounts.invite", kind="person", key=person.username)
    return made


@transaction.atomic
def invite_new(
    *, unit: Unit, people: Sequence[tuple[str, str]], days: int, by: Person
) -> list[Invited]:
    """Accounts for people by name and account, the account made of the name where none is given, with a slip each.
    Raises RefusedAct."""
    if len(people) > LARGEST_BATCH:
        raise RefusedAct(f"一次最多 {LARGEST_BATCH} 人，请分几次")
    made = []
    for name, wanted in people:
        if wanted and Person.objects.filter(username=wanted).exists():
            raise RefusedAct(f"账号“{wanted}”已经有人用了，请换一个")
        person = Person(unit=unit, name=name, username=wanted or _free_username(name))
        person.set_unusable_password()
        person.save(force_insert=True)
        record(actor=by, act="accounts.add_person", kind="person", key=person.username)
        made.append((person, _new_code(person, days)))
        record(actor=by, act="accounts.invite", kind="person", key=person.username)
    return made


@transaction.atomic
def answer_requests(*, requests: Iterable[AccountRequest], days: int, by: Person) -> list[Invited]:
    """Accounts with slips for those who were asked for from rosters. Raises RefusedAct."""
    made = []
    for each in requests:
        made += invite_new(unit=each.unit, people=[(each.name, "")], days=days, by=by)
        each.done_at = timezone.now()
        each.save(update_fields=["done_at"])
    return made


@transaction.atomic
def request_accounts(*, unit: Unit, names: Mapping[str, str], by: Person) -> int:
    """Ask for accounts for people of a roster, by their keys there. Returns for how many it is new."""
    known = set(AccountRequest.objects.values_list("reference", flat=True))
    new = [
        AccountRequest(unit=unit, reference=reference, name=name)
        for reference, name in names.items()
        if reference not in known
    ]
    AccountRequest.objects.bulk_create(new)
    record(actor=by, act="accounts.request_accounts", kind="unit", key=unit.pk)
    return len(new)


def _free_username(name: str) -> str:
    """The name itself, with a number where somebody has it already."""
    plain = "".join(name.split())
    taken = set(
        Person.objects.filter(username__startswith=plain).values_list("username", flat=True)
    )
    tried = (plain, *(f"{plain}{at}" for at in range(2, len(taken) + 3)))
    return next(each for each in tried if each not in taken)


def _new_code(person: Person, days: int) -> str:
    now = timezone.now()
    Invitation.objects.open().filter(person=person).update(revoked_at=now)
    person.set_unusable_password()
    person.has_first_password = False
    person.save(update_fields=["password", "has_first_password"])
    code = one_time_word()
    Invitation.objects.create(
        person=person, hash=hash_of(code), expires_at=now + timedelta(days=days)
    )
    return code


def _use(invitation: Invitation) -> bool:
    """Whether this is the first to use it. One statement on the row alone: with a join PostgreSQL lets all in."""
    unused = Invitation.objects.filter(pk=invitation.pk, used_at=None, revoked_at=None)
    return unused.update(used_at=timezone.now()) == 1


@transaction.atomic
def accept(*, code: str, password: str) -> Person:
    """Set the first password of who was invited. Raises RefusedAct."""
    found = Invitation.objects.open().filter(hash=hash_of(code)).first()
    if found is None or has_left(found.person) or not _use(found):
        raise RefusedAct("这个码不对、用过了、作废了或者过期了；请系统管理员重新印一张")
    person = found.person
    keep_password(person, password)
    record(actor=person, act="accounts.accept_invitation", kind="person", key=person.username)
    return person


@transaction.atomic
def revoke(*, invitation: Invitation, by: Person) -> None:
    """Make a slip void."""
    Invitation.objects.filter(pk=invitation.pk, used_at=None).update(revoked_at=timezone.now())
    key = invitation.person.username
    record(actor=by, act="accounts.revoke_invitation", kind="person", key=key)
