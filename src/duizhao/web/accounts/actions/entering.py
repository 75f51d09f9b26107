"""The first administrator, the way in and out, and one's own password."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from duizhao.web.accounts.actions import throttling
from duizhao.web.accounts.actions.leaving import switch_off_who_left
from duizhao.web.accounts.actions.sessions import end_all, remove_ended
from duizhao.web.accounts.models import (
    Delegation,
    Grant,
    PastPassword,
    Person,
    SecurityPolicy,
    Unit,
)
from duizhao.web.accounts.open_sessions import place_of
from duizhao.web.accounts.queries import has_people, has_second_factor
from duizhao.web.accounts.session_store import PLACE
from duizhao.web.audit.actions import record
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct

BACKEND = "django.contrib.auth.backends.ModelBackend"
OWES_FACTOR = "owes-factor"
"""In the session of somebody who has to set up an authenticator app before anything else."""


MAY_ACT = "may_act"
"""Whether somebody had asked this person to act for them when the session began."""


@transaction.atomic
def set_up(*, unit: str, name: str, username: str, password: str) -> Person:
    """The first unit, which is above all others, and its system administrator. Raises RefusedAct."""
    if has_people():
        raise RefusedAct("已经有人设置过了，请直接登录")
    whole = Unit.objects.filter(parent=None).first() or Unit.objects.create(name=unit)
    person = Person(username=username, name=name, unit=whole)
    person.set_password(password)
    person.password_changed_at = timezone.now()
    person.save(force_insert=True)
    Grant.objects.create(person=person, role=PersonRole.SYSTEM, unit=whole)
    record(actor=person, act="accounts.set_up", kind="person", key=username)
    return person


@transaction.atomic
def enter(*, request: HttpRequest, person: Person) -> None:
    """Begin the session of somebody who has given all that is asked for."""
    switch_off_who_left()
    remove_ended()
    policy = SecurityPolicy.current()
    login(request, person, BACKEND)
    request.session[PLACE] = place_of(request)
    if policy.asks_code_of(person.roles) and not has_second_factor(person):
        request.session[OWES_FACTOR] = True
    request.session[MAY_ACT] = Delegation.objects.running(person).exists()
    if _is_too_old(person, policy):
        person.has_first_password = True
        person.save(update_fields=["has_first_password"])
    throttling.forget(username=person.username)
    record(actor=person, act="accounts.login", kind="person", key=person.username)


def _is_too_old(person: Person, policy: SecurityPolicy) -> bool:
    if not policy.password_days or person.password_changed_at is None:
        return False
    return timezone.now() - person.password_changed_at > timedelta(days=policy.password_days)


@transaction.atomic
def leave(*, request: HttpRequest) -> None:
    """End the session."""
    person = request.user
    logout(request)
    if person.is_authenticated:
        record(actor=person, act="accounts.logout", kind="person", key=person.username)


@transaction.atomic
def change_password(*, request: HttpRequest, password: str) -> None:
    """Change one's own password. Other sessions of the same person end. Raises RefusedAct."""
    person = request.user
    keep_password(person, password)
    update_session_auth_hash(request, person)
    end_all(person, except_key=request.session.session_key)
    record(actor=person, act="accounts.password", kind="person", key=person.username)


def keep_password(person: Person, password: str) -> None:
    """Give somebody a password that they have chosen, as part of another action. Raises RefusedAct."""
    kept = SecurityPolicy.current().kept_passwords
    earlier = person.past_passwords.order_by("-pk")
    known = [person.password, *earlier.values_list("password", flat=True)][:kept]
    if any(check_password(password, each) for each in known):
        raise RefusedAct(f"新密码和以前的一样；最近用过的 {kept} 个不能再用")
    if person.has_usable_password():
        PastPassword.objects.create(person=person, password=person.password)
    person.past_passwords.exclude(pk__in=earlier.values("pk")[:kept]).delete()
    person.set_password(password)
    person.has_first_password, person.password_changed_at = False, timezone.now()
    person.save(update_fields=["password", "has_first_password", "password_changed_at"])
