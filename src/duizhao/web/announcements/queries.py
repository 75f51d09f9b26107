"""Which announcements there are, for the person who asks, and how far the opinions of a meeting are answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from duizhao.web.announcements.access import TABLE
from duizhao.web.announcements.announced_rows import OfferedRow, offered
from duizhao.web.announcements.models import Announcement, AnnouncementScope
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.models import RoundState
from duizhao.web.opinions.words import state_of


@dataclass(frozen=True, slots=True)
class RepliesSoFar:
    """How far the opinions on the team are answered: how many in each state; how many there are on single people."""

    states: tuple[tuple[str, int], ...]
    total: int
    personal: int
    personal_left: int


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers for which `person` has an act."""
    return TABLE.limit(act, person, Dossier.objects.select_related("unit", "batch"))


def announcements(person: Any, act: str) -> QuerySet[Announcement]:
    """The announcements on which `person` has an act."""
    known = Announcement.objects.select_related("dossier__unit", "dossier__batch", "survey")
    return TABLE.limit(act, person, known)


def shown_today(person: Any) -> QuerySet[Announcement]:
    """The announcements that are shown today, for whoever reads them."""
    today = timezone.localdate()
    published = announcements(person, "announcement").filter(published_on__isnull=False)
    return published.filter(starts_on__lte=today, ends_on__gte=today)


def by_link(token: str) -> Announcement | None:
    """The announcement of a link, as long as it is shown."""
    known = Announcement.objects.select_related("dossier__unit")
    found = known.filter(token=token).first() if token else None
    if found is None or found.scope != AnnouncementScope.LINK:
        return None
    return found if found.is_shown_on(timezone.localdate()) else None


def ledger_rows(dossier: Dossier) -> list[LedgerRow]:
    """The rows of the ledger of a meeting."""
    return list(dossier.batch.ledger_rows.filter(is_removed=False)) if dossier.batch else []


def offered_rows(dossier: Dossier) -> list[OfferedRow]:
    """The rows of the ledger of a meeting, with what of each may be announced."""
    return offered(ledger_rows(dossier))


def names_of(dossier: Dossier) -> list[str]:
    """The names that are looked for in what is announced: of those who attend, and of the roster of the unit."""
    attending = dossier.attendees.values_list("name", flat=True)
    return list(dict.fromkeys([*attending, *dossier.unit.staff.values_list("name", flat=True)]))


def replies_so_far(dossier: Dossier) -> RepliesSoFar:
    """How far the opinions of a meeting are answered."""
    known = list(dossier.opinions.all())
    states = Counter(state_of(each) for each in known if not each.is_personal)
    personal = [each for each in known if each.is_personal]
    left = sum(not each.is_answered for each in personal)
    return RepliesSoFar(tuple(states.items()), states.total(), len(personal), left)


def asked_scopes(dossier: Dossier) -> list[str]:
    """The scopes in which opinions were asked for last, of whom one may ask now whether they are content."""
    last = dossier.rounds.filter(choices=[], state=RoundState.CLOSED).last()
    return [each["name"] for each in last.scopes] if last else ["提过意见的人"]
