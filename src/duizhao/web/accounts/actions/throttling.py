"""Failed tries to log in: counted for each account and each address before they are looked at, with waits that grow."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from duizhao.web.accounts.models import LoginThrottle, Person
from duizhao.web.audit.actions import record

LARGEST_EXPONENT = 10


@dataclass(frozen=True, slots=True)
class ThrottleRule:
    """After how many failures a wait begins, how long the first and the longest are, when failures are forgotten."""

    free: int
    first: timedelta
    longest: timedelta
    forgotten: timedelta

    def wait(self, failures: int) -> timedelta | None:
        """The wait after so many failures: twice as long each time."""
        if failures < self.free:
            return None
        return min(self.longest, self.first * 2 ** min(failures - self.free, LARGEST_EXPONENT))


OF_ACCOUNT = ThrottleRule(5, timedelta(minutes=1), timedelta(hours=1), timedelta(hours=24))
# An office shares one address.
OF_ADDRESS = ThrottleRule(30, timedelta(minutes=1), timedelta(hours=1), timedelta(hours=1))


def subjects(username: str, address: str) -> dict[str, ThrottleRule]:
    """What a try is counted for. The account is a digest: some type their password into the wrong field."""
    found = {account_subject(username): OF_ACCOUNT}
    # Behind a proxy of the same machine everybody has its address.
    if address and not ip_address(address).is_loopback:
        found[address] = OF_ADDRESS
    return found


def account_subject(username: str) -> str:
    return hashlib.sha256(username.strip().casefold().encode()).hexdigest()


def waits_until(username: str, address: str) -> datetime | None:
    """Until when nobody may try, if they have to wait."""
    locked = _locked().filter(subject__in=subjects(username, address))
    return max(locked.values_list("locked_until", flat=True), default=None)


@transaction.atomic
def take_try(*, username: str, address: str) -> datetime | None:
    """Count a try as failed before it is looked at, so that many at once are not more than many. Returns until when
    it has to wait instead; it is then not counted, else anybody could keep a colleague out for ever."""
    asked = sorted(subjects(username, address).items())
    rows = [(_row(subject), rule) for subject, rule in asked]
    now = timezone.now()
    locked = [row.locked_until for row, rule in rows if _is_locked(row, rule, now)]
    if locked:
        return max(filter(None, locked))
    for row, rule in rows:
        if now - row.last_at > rule.forgotten:
            row.failures = 0
        row.failures, row.last_at = row.failures + 1, now
        wait = rule.wait(row.failures)
        row.locked_until = now + wait if wait else None
        row.save()
    return None


def _is_locked(row: LoginThrottle, rule: ThrottleRule, now: datetime) -> bool:
    """A wait that is longer than any was begun by a clock that has been put back since: it is over."""
    return bool(row.locked_until) and now < row.locked_until <= now + rule.longest


def _locked() -> QuerySet[LoginThrottle]:
    now = timezone.now()
    longest = max(OF_ACCOUNT.longest, OF_ADDRESS.longest)
    return LoginThrottle.objects.filter(locked_until__gt=now, locked_until__lte=now + longest)


def _row(subject: str) -> LoginThrottle:
    now = timezone.now()
    LoginThrottle.objects.get_or_create(subject=subject, defaults={"last_at": now})
    return LoginThrottle.objects.select_for_update().get(pk=subject)


@transaction.atomic
def give_back(*, username: str, address: str) -> None:
    """A try was right after all: it is no failure."""
    for subject in subjects(username, address):
        row = _row(subject)
        row.failures, row.locked_until = max(0, row.failures - 1), None
        row.save()


def forget(*, username: str) -> None:
    """Somebody is in: the failures of the account are forgotten, those of the address are not, and old ones go."""
    old = Q(last_at__lt=timezone.now() - max(OF_ACCOUNT.forgotten, OF_ADDRESS.forgotten))
    LoginThrottle.objects.filter(old | Q(pk=account_subject(username))).delete()


@transaction.atomic
def unlock(*, person: Person, by: Person) -> None:
    """Let a person try again at once."""
    forget(username=person.username)
    record(actor=by, act="accounts.unlock", kind="person", key=person.username)


@transaction.atomic
def unlock_address(*, address: str, by: Person) -> None:
    """Let an address try again at once."""
    LoginThrottle.objects.filter(pk=address).delete()
    record(actor=by, act="accounts.unlock_address", kind="address", key=address)


def locked_addresses() -> list[LoginThrottle]:
    """The addresses that have to wait. A digest has no dot and no colon."""
    return [row for row in _locked().order_by("-locked_until") if set(row.subject) & set(".:")]
