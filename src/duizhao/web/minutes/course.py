"""A meeting as its page shows it: who came, what was said under which item, who criticised whom, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from duizhao.process import (
    MeetingKind,
    Objection,
    Speech,
    SpeechKind,
    missing_answers,
    missing_criticisms,
    quorum_objection,
)
from duizhao.web.meetings.models import Attendance, Attendee, Dossier
from duizhao.web.meetings.requirements import kind_of
from duizhao.web.minutes import queries
from duizhao.web.minutes.models import Minutes, MinutesEntry


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda with the entries under it."""

    number: int
    title: str
    entries: tuple[MinutesEntry, ...]


@dataclass(frozen=True, slots=True)
class CriticismRow:
    """How often somebody criticised each of the others; None for oneself."""

    critic: Attendee
    counts: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """How many criticisms somebody gave."""
        return sum(filter(None, self.counts))


@dataclass(frozen=True, slots=True)
class AbsentMember:
    """Somebody who should have come and did not, and the day on which this person was informed of the meeting."""

    attendee: Attendee
    told_on: date | None


@dataclass(frozen=True, slots=True)
class MeetingCourse:
    """What the page of a meeting shows, as one person sees it."""

    dossier: Dossier
    minutes: Minutes
    people: tuple[Attendee, ...]
    agenda: tuple[AgendaItem, ...]
    criticisms: tuple[CriticismRow, ...]
    unanswered: tuple[Attendee, ...]
    uncriticised: int
    objections: tuple[Objection, ...]

    @property
    def expected(self) -> list[Attendee]:
        return queries.expected(self.people)

    @property
    def present(self) -> list[Attendee]:
        return [each for each in self.expected if each.attendance == Attendance.PRESENT]

    @property
    def absent(self) -> list[Attendee]:
        return [each for each in self.expected if each.attendance == Attendance.ABSENT]

    @property
    def absences(self) -> list[AbsentMember]:
        told = self.minutes.passed_on
        return [
            AbsentMember(each, date.fromisoformat(told[each.pk]) if each.pk in told else None)
            for each in self.absent
        ]

    @property
    def unknown(self) -> list[Attendee]:
        return [each for each in self.people if each.attendance == Attendance.UNKNOWN]

    @property
    def blocking(self) -> list[Objection]:
        """Why the meeting cannot be closed."""
        return [each for each in self.objections if each.is_blocking]

    @property
    def is_ended(self) -> bool:
        return self.minutes.ended_at is not None

    @property
    def received(self) -> list[int]:
        """How many criticisms each of those who should come was given, in their order."""
        by_person = zip(*(row.counts for row in self.criticisms), strict=True)
        return [sum(filter(None, counts)) for counts in by_person]

    @property
    def has_criticism(self) -> bool:
        return any(count for row in self.criticisms for count in row.counts)


def course_of(dossier: Dossier, person: Any) -> MeetingCourse:
    """The course of a meeting with the words that `person` may read."""
    minutes = queries.minutes_of(dossier)
    people = queries.attendees(dossier)
    speeches = queries.speeches(dossier)
    expected = queries.expected(people)
    here = [each for each in expected if each.attendance != Attendance.ABSENT]
    by_key = {each.pk: each for each in people}
    waiting = missing_answers([each.pk for each in here], speeches)
    return MeetingCourse(
        dossier,
        minutes,
        tuple(people),
        _agenda(queries.agenda_of(dossier, minutes), queries.with_words(person, dossier)),
        _criticisms(expected, speeches),
        tuple(by_key[key] for key in waiting),
        len(missing_criticisms([each.pk for each in here], speeches)),
        objections(kind_of(dossier), people, speeches),
    )


def objections(
    kind: MeetingKind | None, people: Sequence[Attendee], speeches: Iterable[Speech]
) -> tuple[Objection, ...]:
    """What a meeting lacks of what its kind asks for: too few who came, an absent one without a text, no report."""
    if kind is None:
        return ()
    expected = queries.expected(people)
    present = sum(each.attendance == Attendance.PRESENT for each in expected)
    found = [quorum_objection(kind, present, len(expected))]
    kinds = {(each.kind, each.speaker) for each in speeches}
    if asked := kind.get("absent"):
        found += [
            Objection(asked, f"{each.name}缺席，还没有书面发言")
            for each in expected
            if each.attendance == Attendance.ABSENT
            and not each.text_of_absent_id
            and (SpeechKind.ABSENT, each.pk) not in kinds
        ]
    asked = kind.get("announced")
    if asked and kinds and SpeechKind.REPORT not in {each for each, _ in kinds}:
        found.append(Objection(asked, "记录里还没有“通报情况”"))
    return tuple(each for each in found if each)


def _agenda(titles: Sequence[str], entries: Iterable[MinutesEntry]) -> tuple[AgendaItem, ...]:
    """The items in their order; entries of an item that is no longer there stand at the end under its name."""
    by_item: dict[str, list[MinutesEntry]] = {title: [] for title in titles}
    for entry in entries:
        by_item.setdefault(entry.item or titles[-1], []).append(entry)
    return tuple(
        AgendaItem(number, title, tuple(found))
        for number, (title, found) in enumerate(by_item.items(), 1)
    )


def _criticisms(
    expected: Sequence[Attendee], speeches: Iterable[Speech]
) -> tuple[CriticismRow, ...]:
    counts: dict[tuple[str, str], int] = {}
    for each in speeches:
        if each.kind is SpeechKind.CRITICISM:
            pair = (each.speaker, each.about)
            counts[pair] = counts.get(pair, 0) + 1
    return tuple(CriticismRow(one, _row(one, expected, counts)) for one in expected)


def _row(
    one: Attendee, expected: Sequence[Attendee], counts: Mapping[tuple[str, str], int]
) -> tuple[int | None, ...]:
    return tuple(None if other == one else counts.get((one.pk, other.pk), 0) for other in expected)
