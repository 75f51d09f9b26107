"""How sessions end before their time."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from duizhao.web.accounts.models import OpenSession, Person
from duizhao.web.accounts.open_sessions import name_of, open_sessions
from duizhao.web.audit.actions import record


def end_all(person: Person, *, except_key: str | None = None) -> int:
    """End the sessions of a person, as part of another action. Returns how many."""
    return open_sessions(person).exclude(pk=except_key or "").delete()[0]


def end_everybodys_sessions() -> None:
    """End all sessions: those of a backup that was put back are of another day."""
    OpenSession.objects.all().delete()


def remove_ended() -> None:
    """Remove the sessions whose time is over, as part of another action."""
    OpenSession.objects.filter(expire_date__lt=timezone.now()).delete()


@transaction.atomic
def end_sessions(
    *, person: Person, by: Person, name: str = "", except_key: str | None = None
) -> int:
    """End the session of this name, or all. Returns how many."""
    chosen = [each for each in open_sessions(person) if name in ("", name_of(each.session_key))]
    keys = {each.session_key for each in chosen} - {except_key}
    OpenSession.objects.filter(pk__in=keys).delete()
    if keys:
        record(actor=by, act="accounts.end_sessions", kind="person", key=person.username)
    return len(keys)
