"""The meetings that somebody has to do with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    prefetch_related_objects,
)

from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.opinions import queries as opinions_queries
from duizhao.web.overview.access import TABLE
from duizhao.web.person_role import PersonRole
from duizhao.web.rectification.models import AskedPostponement, PostponementAnswer
from duizhao.web.submissions import queries as submissions_queries
from duizhao.web.submissions.models import Submission, SubmissionState
from duizhao.web.talks.queries import rosters

MOST_MEETINGS = 20
"""Of which a first page says what has to be done: the latest that are not closed. So many more may wait for review."""


@dataclass(frozen=True, slots=True)
class ReviewedMeetings:
    """Meetings with statements that wait for a reviewer, these in `waiting`; how many more meetings and statements."""

    dossiers: tuple[Dossier, ...] = ()
    more_meetings: int = 0
    more_statements: int = 0


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act, the latest first."""
    return TABLE.limit(act, person, _known())


def running(person: Any, worked: Sequence[Dossier]) -> Sequence[Dossier]:
    """The latest meetings of somebody that are not closed; `worked` are those that are not only reviewed."""
    if PersonRole.REVIEWER not in person.roles:
        return worked
    known = TABLE.limit("todo", person, Dossier.objects.select_related("unit"))
    return known.filter(closed_at=None)[:MOST_MEETINGS]


def worked_on(person: Any) -> list[Dossier]:
    """The latest meetings that somebody keeps or attends and that are not closed, with what their parts hold."""
    known = TABLE.limit("todo", person, _known(), but=(str(PersonRole.REVIEWER),))
    found = list(known.filter(closed_at=None)[:MOST_MEETINGS])
    kept = person.units_by_role.get(PersonRole.CLERK, ())
    prefetch_related_objects(found, *_parts_of_attendees(person))
    prefetch_related_objects([each for each in found if each.unit_id in kept], *_parts_of_clerks())
    return found


def reviewed(person: Any, others: Sequence[Dossier]) -> ReviewedMeetings:
    """The meetings with statements that wait for somebody's review, the nearest first; those not in `others`."""
    if PersonRole.REVIEWER not in person.roles:
        return ReviewedMeetings()
    waiting = submissions_queries.submissions(person, "accept").select_related(None)
    waiting = waiting.filter(state=SubmissionState.HANDED_IN, dossier__closed_at=None)
    waiting = waiting.exclude(dossier__in=[each.pk for each in others])
    known = (
        Dossier.objects.select_related("unit")
        .filter(Exists(waiting.filter(dossier=OuterRef("pk"))))
        .order_by(F("held_on").asc(nulls_last=True), "unit__name", "pk")
    )
    shown = Prefetch("submissions", waiting.select_related("attendee"), to_attr="waiting")
    found = tuple(known.prefetch_related(shown)[:MOST_MEETINGS])
    all_waiting = waiting.order_by().aggregate(
        statements=Count("pk"), meetings=Count("dossier", distinct=True)
    )
    listed = sum(len(each.waiting) for each in found)
    return ReviewedMeetings(
        found, all_waiting["meetings"] - len(found), all_waiting["statements"] - listed
    )


def with_parts(known: QuerySet[Dossier], person: Any) -> QuerySet[Dossier]:
    """Dossiers with what is shown of their parts: as many queries for many meetings as for one.

    `to_answer` has the opinions that `person` has to answer, `standing` of a batch the rows of its ledger.
    """
    return known.prefetch_related(*_parts_of_attendees(person), *_parts_of_clerks())


def _known() -> QuerySet[Dossier]:
    return Dossier.objects.select_related("unit", "chair", "batch", "previous__batch")


def _parts_of_attendees(person: Any) -> Sequence[Any]:
    """What is shown to whoever attends a meeting, and to its clerk."""
    submissions = Submission.objects.select_related("attendee").prefetch_related("decisions")
    return (
        Prefetch("attendees", Attendee.objects.select_related("member")),
        Prefetch("submissions", submissions),
        Prefetch("opinions", opinions_queries.opinions(person, "reply"), to_attr="to_answer"),
        rosters(),
        "talks",
    )


def _parts_of_clerks() -> Sequence[Any]:
    """What is shown to the clerk of a meeting alone."""
    asked = AskedPostponement.objects.filter(row=OuterRef("pk"), answer=PostponementAnswer.OPEN)
    rows = LedgerRow.objects.filter(is_removed=False).only("batch", "state", "owners", "day")
    rows = rows.annotate(is_asked=Exists(asked))
    return ("studies", "rounds", Prefetch("batch__ledger_rows", rows, to_attr="standing"))
