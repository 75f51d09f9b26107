"""The statements of all meetings that a reviewer looks after, by meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from duizhao.web.desk.models import KeptScreening, ScreeningStatus
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.submissions import queries
from duizhao.web.submissions.models import Submission, SubmissionState
from duizhao.web.submissions.table_rows import SubmissionRow, row_of, with_history

MEETINGS_OF_A_PAGE = 10
SHOWN_ROWS, SHOWN_NAMES = 30, 20
"""Of one meeting: statements, and people without one. Its own page has them all."""


def _in(state: Any) -> Callable[[SubmissionRow], bool]:
    return lambda row: row.submission is not None and row.submission.state == state


ONLY: Mapping[str, tuple[str, Callable[[SubmissionRow], bool]]] = {
    "waiting": ("等待审核的", _in(SubmissionState.HANDED_IN)),
    "returned": ("已退回的", _in(SubmissionState.RETURNED)),
    "late": ("过了期限的", lambda row: row.is_late),
    "lacking": ("缺方面的", lambda row: bool(row.lacking)),
    "same": ("有相同文字的", lambda row: bool(row.pairs)),
    "missing": ("还没有送审的", lambda row: row.submission is None),
}
"""What the table can be narrowed to, with its words."""
STATES = {"waiting": SubmissionState.HANDED_IN, "returned": SubmissionState.RETURNED}
"""Those of them that a column says."""


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which lines are wanted: of one kind, with words in the unit or the name. Empty words want all."""

    only: str = ""
    words: str = ""

    @classmethod
    def from_fields(cls, given: Mapping[str, str]) -> ReviewFilter:
        only = given.get("only", "")
        return cls(only if only in ONLY else "", given.get("words", "").strip())

    def shows(self, dossier: Dossier, row: SubmissionRow) -> bool:
        if self.only and not ONLY[self.only][1](row):
            return False
        return self.words in dossier.unit.name or self.words in row.who


@dataclass(frozen=True, slots=True)
class MeetingReview:
    """A meeting with a line for each person, and what was compared of it."""

    dossier: Dossier
    rows: list[SubmissionRow]
    screening: KeptScreening | None
    waiting: int
    total: int

    @property
    def handed_in(self) -> list[SubmissionRow]:
        return [row for row in self.rows if row.submission]

    @property
    def shown(self) -> list[SubmissionRow]:
        """The statements for which the page has room."""
        return self.handed_in[:SHOWN_ROWS]

    @property
    def more(self) -> int:
        """How many statements are left out."""
        return len(self.handed_in) - len(self.shown)

    @property
    def missing(self) -> str:
        """Who has handed in nothing, in words."""
        names = [row.who for row in self.rows if not row.submission]
        told = "、".join(names[:SHOWN_NAMES])
        return f"{told}等 {len(names)} 人" if len(names) > SHOWN_NAMES else told


def meetings(person: Any, act: str, wanted: ReviewFilter) -> QuerySet[Dossier]:
    """The meetings that are not closed and may have lines that are wanted, by their units."""
    known = queries.dossiers(person, act).filter(closed_at=None)
    if wanted.words:
        named = Attendee.objects.filter(dossier=OuterRef("pk"), name__contains=wanted.words)
        known = known.filter(Q(unit__name__contains=wanted.words) | Q(Exists(named)))
    if wanted.only in STATES:
        state = STATES[wanted.only]
        known = known.filter(Exists(Submission.objects.filter(dossier=OuterRef("pk"), state=state)))
    return known.select_related("unit").order_by("unit__name", "-held_on", "pk")


def page(person: Any, act: str, wanted: ReviewFilter, today: date, number: str) -> Page[Any]:
    """Some meetings with the lines that are wanted."""
    known = meetings(person, act, wanted)
    if wanted.only and wanted.only not in STATES:
        return Paginator(groups(list(known), person, wanted, today), MEETINGS_OF_A_PAGE).get_page(
            number
        )
    shown = Paginator(known, MEETINGS_OF_A_PAGE).get_page(number)
    shown.object_list = groups(list(shown.object_list), person, wanted, today)
    return shown


def groups(
    dossiers: list[Dossier], person: Any, wanted: ReviewFilter, today: date
) -> list[MeetingReview]:
    """The meetings, each with the lines that are wanted."""
    attendees = _by_dossier(
        Attendee.objects.filter(dossier__in=dossiers, is_answerable=True), "dossier_id"
    )
    reached = queries.submissions(person, "accept").filter(dossier__in=dossiers)
    reached = reached.select_related(None).select_related("file")
    owned: dict[str, dict[str | None, Submission]] = {}
    for each in with_history(reached):
        owned.setdefault(each.dossier_id, {})[each.attendee_id] = each
    screenings = _screenings(dossiers)
    found = [
        _group(
            each,
            attendees.get(each.key, []),
            owned.get(each.key, {}),
            screenings.get(each.batch_id),
            wanted,
            today,
        )
        for each in dossiers
    ]
    return [each for each in found if each.rows or not (wanted.only or wanted.words)]


def _group(
    dossier: Dossier,
    attendees: list[Attendee],
    owned: Mapping[str | None, Submission],
    screening: KeptScreening | None,
    wanted: ReviewFilter,
    today: date,
) -> MeetingReview:
    listed: list[tuple[Attendee | None, Submission | None]] = [
        (each, owned.get(each.key)) for each in attendees
    ]
    if None in owned:
        listed.insert(0, (None, owned[None]))
    sameness = screening.sameness if screening else {}
    rows = [row_of(*each, sameness, today, is_review=True) for each in listed]
    return MeetingReview(
        dossier,
        [row for row in rows if wanted.shows(dossier, row)],
        screening,
        sum(bool(row.submission and row.submission.is_waiting) for row in rows),
        len(rows),
    )


def _screenings(dossiers: list[Dossier]) -> dict[str, KeptScreening]:
    """The last screening of what was handed in, by the batch of the meeting."""
    done = KeptScreening.objects.filter(
        batch__in=[each.batch_id for each in dossiers if each.batch_id],
        is_submitted=True,
        status=ScreeningStatus.DONE,
    )
    return {each.batch_id: each for each in done.order_by("made_at")}


def _by_dossier(things: Any, field: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in things:
        found.setdefault(getattr(each, field), []).append(each)
    return found
