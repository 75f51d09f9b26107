"""The statements of meetings, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.desk.models import DeskFile, KeptScreening, ScreeningStatus
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.models import (
    AnsweredPoint,
    ReturnReason,
    Submission,
    TextComment,
)


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The meetings on whose statements `person` has an act."""
    return TABLE.limit(act, person, Dossier.objects.select_related("unit", "batch", "previous"))


def submissions(person: Any, act: str) -> QuerySet[Submission]:
    """The statements on which `person` has an act."""
    known = Submission.objects.select_related(
        "dossier__unit", "dossier__previous", "attendee__member", "file__batch"
    )
    return TABLE.limit(act, person, known)


def comments(person: Any, act: str) -> QuerySet[TextComment]:
    """The comments on which `person` has an act."""
    return TABLE.limit(act, person, TextComment.objects.select_related("submission__dossier"))


def reasons(person: Any, act: str) -> QuerySet[ReturnReason]:
    """The reasons on which `person` has an act."""
    known = ReturnReason.objects.select_related("decision__submission__dossier")
    return TABLE.limit(act, person, known)


def comments_of(submission: Submission) -> QuerySet[TextComment]:
    """All comments at a statement, with their answers."""
    return submission.comments.select_related("by", "resolved_by").prefetch_related("answers__by")


def reasons_of(submission: Submission) -> QuerySet[ReturnReason]:
    """All reasons for which a statement was returned."""
    known = ReturnReason.objects.filter(decision__submission=submission)
    return known.select_related("decision__by", "judged_by")


def answerable(dossier: Dossier) -> QuerySet[Attendee]:
    """Who hands in a statement."""
    return dossier.attendees.filter(is_answerable=True).select_related("member")


def own_attendees(person: Any, dossier: Dossier) -> QuerySet[Attendee]:
    """The places of a person at a meeting for which a statement is handed in."""
    return answerable(dossier).filter(member__account=person)


def unmatched(dossier: Dossier) -> list[DeskFile]:
    """The files of the batch of a meeting that are nobody's statement yet."""
    return list(dossier.batch.files.filter(submission=None)) if dossier.batch else []


def answered(submission: Submission) -> dict[tuple[str, str], AnsweredPoint]:
    """What a statement answers, by its source and its key."""
    return {(each.source, each.point): each for each in submission.answered.select_related("by")}


def last_screening(dossier: Dossier, *, is_submitted: bool) -> KeptScreening | None:
    """The last screening of the statements of a meeting; of those alone that were handed in, if `is_submitted`."""
    if dossier.batch is None:
        return None
    done = dossier.batch.screenings.filter(status=ScreeningStatus.DONE)
    return (done.filter(is_submitted=True) if is_submitted else done).first()
