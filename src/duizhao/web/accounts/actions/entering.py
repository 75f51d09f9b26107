"""The first administrator, the way in and out, and one's own password."""

from __future__ import annotations

from django.contrib.auth import login, logout, update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest

from duizhao.web.accounts.models import Grant, Person, Unit
from duizhao.web.accounts.queries import has_people
from duizhao.web.audit.actions import record
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct

BACKEND = "django.contrib.auth.backends.ModelBackend"


@transaction.atomic
def set_up(*, unit: str, name: str, username: str, password: str) -> Person:
    """The first unit, which is above all others, and its system administrator. Raises RefusedAct."""
    if has_people():
        raise RefusedAct("已经有人设置过了，请直接登录")
    whole = Unit.objects.filter(parent=None).first() or Unit.objects.create(name=unit)
    person = Person(username=username, name=name, unit=whole)
    person.set_password(password)
    person.save(force_insert=True)
    Grant.objects.create(person=person, role=PersonRole.SYSTEM, unit=whole)
    record(actor=person, act="accounts.set_up", kind="person", key=username)
    return person


@transaction.atomic
def enter(*, request: HttpRequest, person: Person) -> None:
    """Begin the session of somebody who has given the right password."""
    login(request, person, BACKEND)
    record(actor=person, act="accounts.login", kind="person", key=person.username)


@transaction.atomic
def leave(*, request: HttpRequest) -> None:
    """End the session."""
    person = request.user
    logout(request)
    if person.is_authenticated:
        record(actor=person, act="accounts.logout", kind="person", key=person.username)


@transaction.atomic
def change_password(*, request: HttpRequest, password: str) -> None:
    """Change one's own password. Other sessions of the same person end."""
    person = request.user
    person.set_password(password)
    person.has_first_password = False
    person.save(update_fields=["password", "has_first_password"])
    update_session_auth_hash(request, person)
    record(actor=person, act="accounts.password", kind="person", key=person.username)
