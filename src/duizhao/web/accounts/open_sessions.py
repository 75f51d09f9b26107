"""The sessions of people: when and where they began, when they were used last, when they end."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from duizhao.web.accounts.models import OpenSession, Person, SecurityPolicy
from duizhao.web.accounts.session_store import BEGUN, PLACE

TOUCHED_EVERY = timedelta(minutes=1)
NAME_DIGITS = 16
SYSTEMS = ("HarmonyOS", "Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux")
BROWSERS = (
    ("MicroMessenger", "微信"),
    ("QQBrowser", "QQ 浏览器"),
    ("360", "360 浏览器"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome 一类"),
    ("Safari", "Safari"),
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as a page shows it."""

    name: str
    address: str
    browser: str
    begun: datetime
    seen: datetime
    is_current: bool


def sessions_of(person: Person, current: str | None = None) -> list[SessionRow]:
    """The sessions of a person that still let in, the one used last first. `current` is the key of who asks."""
    rows = []
    used = timezone.now() - timedelta(minutes=SecurityPolicy.current().idle_minutes)
    for each in open_sessions(person).filter(seen_at__gt=used).order_by("-seen_at"):
        kept = each.get_decoded()
        place = kept.get(PLACE) or {}
        rows.append(
            SessionRow(
                name_of(each.session_key),
                place.get("address", ""),
                place.get("browser", ""),
                _begun(each),
                each.seen_at,
                each.session_key == current,
            )
        )
    return rows


def name_of(session_key: str) -> str:
    """What a page calls a session: who has the key itself is in."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:NAME_DIGITS]


def place_of(request: HttpRequest) -> dict[str, str]:
    """Where a session begins: the address and the browser."""
    return {"address": address_of(request), "browser": browser_in_words(request)}


def address_of(request: HttpRequest) -> str:
    return request.META.get("REMOTE_ADDR", "")


def browser_in_words(request: HttpRequest) -> str:
    agent = request.headers.get("User-Agent", "")
    system = next((each for each in SYSTEMS if each.replace(" ", "") in agent.replace(" ", "")), "")
    browser = next((name for mark, name in BROWSERS if re.search(mark, agent)), "")
    return "，".join(filter(None, (system, browser)))


def is_still_open(request: HttpRequest, person: Person) -> bool:
    """Whether a session may go on. At most once a minute it is looked at, and its use is noted."""
    row: Any = getattr(request.session, "row", None)
    now = timezone.now()
    if row is None or abs(now - row.seen_at) < TOUCHED_EVERY:
        return True
    if row.seen_at > now:
        # The clock was put back: nobody knows how long ago that was.
        return False
    policy = SecurityPolicy.current()
    is_idle = now - row.seen_at > timedelta(minutes=policy.idle_minutes)
    is_old = now - _begun(row) > timedelta(hours=policy.session_hours)
    if is_idle or is_old or has_left(person):
        return False
    OpenSession.objects.filter(pk=row.pk).update(seen_at=now)
    return True


def has_left(person: Person) -> bool:
    """Whether the last day of an account is over."""
    return person.last_day is not None and person.last_day < timezone.localdate()


def open_sessions(person: Person) -> QuerySet[OpenSession]:
    """The sessions of a person that have not ended."""
    return OpenSession.objects.filter(person=person, expire_date__gt=timezone.now())


def _begun(row: OpenSession) -> datetime:
    kept = row.get_decoded().get(BEGUN)
    return datetime.fromisoformat(kept) if kept else row.seen_at
