"""How people come, change and go. Nobody is removed: what they did keeps its name."""

from __future__ import annotations

from django.db import transaction

from duizhao.web.accounts.actions.administered import administrators_stay, refuse_beyond_reach
from duizhao.web.accounts.actions.sessions import end_all
from duizhao.web.accounts.actions.throttling import forget
from duizhao.web.accounts.models import Person, SecondFactor, Unit
from duizhao.web.accounts.one_time import one_time_word
from duizhao.web.accounts.queries import DESK_USERNAME
from duizhao.web.audit.actions import SITE_ITSELF, record
from duizhao.web.refused_act import RefusedAct


@transaction.atomic
def add_person(*, unit: Unit, name: str, username: str, by: Person) -> tuple[Person, str]:
    """A new person of a unit, and the first password, which is shown once. Raises RefusedAct."""
    if Person.objects.filter(username=username).exists():
        raise RefusedAct(f"账号“{username}”已经有人用了，请换一个")
    person, password = Person(unit=unit, name=name, username=username), one_time_word()
    person.set_password(password)
    person.has_first_password = True
    person.save(force_insert=True)
    record(actor=by, act="accounts.add_person", kind="person", key=username)
    return person, password


@transaction.atomic
def edit_person(*, person: Person, name: str, by: Person) -> None:
    """Change the name of a person. Raises RefusedAct."""
    refuse_beyond_reach(person, by)
    person.name = name
    person.save(update_fields=["name"])
    record(actor=by, act="accounts.edit_person", kind="person", key=person.username)


@transaction.atomic
def reset_password(*, person: Person, by: Person) -> str:
    """A new first password; sessions of this person end, and no wait is left. Raises RefusedAct."""
    refuse_beyond_reach(person, by)
    password = _new_first_password(person)
    record(actor=by, act="accounts.reset_password", kind="person", key=person.username)
    return password


@transaction.atomic
def let_in_again(*, username: str) -> str:
    """A new first password without a second factor, for who keeps the server. Raises RefusedAct."""
    person = Person.objects.filter(username=username, is_active=True).exclude(unit=None).first()
    if person is None or username == DESK_USERNAME:
        raise RefusedAct(f"没有能登录的账号“{username}”")
    SecondFactor.objects.filter(person=person).delete()
    person.recovery_codes.all().delete()
    password = _new_first_password(person)
    record(actor=SITE_ITSELF, act="accounts.let_in_again", kind="person", key=username)
    return password


def _new_first_password(person: Person) -> str:
    password = one_time_word()
    person.set_password(password)
    person.has_first_password, person.password_changed_at = True, None
    person.save(update_fields=["password", "has_first_password", "password_changed_at"])
    end_all(person)
    forget(username=person.username)
    return password


@transaction.atomic
def deactivate(*, person: Person, by: Person) -> None:
    """Let a person no longer in. Raises RefusedAct."""
    if person == by:
        raise RefusedAct("不能停用自己")
    refuse_beyond_reach(person, by)
    with administrators_stay():
        person.is_active = False
        person.save(update_fields=["is_active"])
    end_all(person)
    record(actor=by, act="accounts.deactivate", kind="person", key=person.username)


@transaction.atomic
def activate(*, person: Person, by: Person) -> None:
    """Let a person in again. Raises RefusedAct."""
    refuse_beyond_reach(person, by)
    person.is_active, person.last_day = True, None
    person.save(update_fields=["is_active", "last_day"])
    record(actor=by, act="accounts.activate", kind="person", key=person.username)
