"""What stands in minutes, for the person who asks. Words are selected in one place alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from duizhao.process import Speech, SpeechKind
from duizhao.web.meetings.models import Attendee, Dossier, MeetingPart
from duizhao.web.meetings.requirements import kind_of
from duizhao.web.minutes.access import TABLE
from duizhao.web.minutes.models import Minutes, MinutesEntry

AGENDA_WITHOUT_ORDER = ("会议进行情况",)
"""The agenda of a kind of meeting for which no order is known."""


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act."""
    known = Dossier.objects.select_related("unit", "batch", "chair", "minutes")
    return TABLE.limit(act, person, known)


def entries(person: Any, act: str) -> QuerySet[MinutesEntry]:
    """The entries of minutes on which `person` has an act."""
    return TABLE.limit(act, person, MinutesEntry.objects.select_related("dossier__minutes", "row"))


def with_words(person: Any, dossier: Dossier) -> QuerySet[MinutesEntry]:
    """The entries of a meeting whose words `person` may read, with these words."""
    found = entries(person, "words").filter(dossier=dossier, is_removed=False)
    return found.select_related("words", "row")


def minutes_of(dossier: Dossier) -> Minutes:
    """The minutes of a meeting; not kept yet where nothing has been written."""
    found = Minutes.objects.filter(dossier=dossier).first()
    if found:
        return found
    recorder = dossier.attendees.filter(part=MeetingPart.RECORDER).first()
    return Minutes(dossier=dossier, recorder=recorder.name if recorder else "", version=0)


def agenda_of(dossier: Dossier, minutes: Minutes) -> tuple[str, ...]:
    """The items of the agenda: those that were set, else those of the kind of meeting."""
    kind = kind_of(dossier)
    return tuple(minutes.agenda) or (kind.agenda if kind else ()) or AGENDA_WITHOUT_ORDER


def attendees(dossier: Dossier) -> list[Attendee]:
    """Everybody who comes to a meeting: those who are expected first."""
    parts = list(MeetingPart)
    found = dossier.attendees.select_related("text_of_absent")
    return sorted(found, key=lambda each: (parts.index(MeetingPart(each.part)), each.position))


def speeches(dossier: Dossier) -> list[Speech]:
    """Who spoke, of criticisms about whom, in their order: without any words."""
    rows = dossier.entries.filter(is_removed=False).values_list("kind", "speaker", "about")
    return [
        Speech(SpeechKind[kind.upper()], speaker or "", about or "")
        for kind, speaker, about in rows
    ]


def is_kept_by(person: Any, dossier: Dossier) -> bool:
    """Whether this person keeps the minutes of a meeting."""
    return dossiers(person, "add").filter(pk=dossier.pk).exists()


def expected(people: Sequence[Attendee]) -> list[Attendee]:
    """Those of the people who have to come."""
    return [each for each in people if each.part == MeetingPart.EXPECTED]
