"""A line for each person of a meeting: how far the statement is, what was found in it, by when it is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.submissions import queries
from duizhao.web.submissions.models import (
    TEAM,
    HandIn,
    ReviewDecision,
    Submission,
    SubmissionState,
)

LEVELS = ("error", "warning", "hint")


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """What a table shows of a person and their statement. `facts` are those of the version that its reader sees."""

    who: str
    duty: str
    attendee: Attendee | None
    submission: Submission | None
    facts: Mapping[str, Any]
    number: int
    due_on: date | None
    is_late: bool
    pairs: int
    share: float

    @property
    def state(self) -> str:
        return self.submission.get_state_display() if self.submission else "还没有交"

    @property
    def coverage(self) -> str:
        """How many of the aspects that are asked for the text has: 5/6."""
        aspects = self.facts.get("aspects", ())
        return f"{sum(found for _, found in aspects)}/{len(aspects)}" if aspects else ""

    @property
    def lacking(self) -> str:
        return "、".join(name for name, found in self.facts.get("aspects", ()) if not found)

    @property
    def counts(self) -> list[int]:
        counts = self.facts.get("counts", {})
        return [counts.get(level, 0) for level in LEVELS]

    @property
    def percent(self) -> str:
        return f"{self.share:.0%}" if self.pairs else ""


def rows(
    dossier: Dossier, reached: QuerySet[Submission], today: date, *, is_review: bool
) -> list[SubmissionRow]:
    """A line for everybody who answers for a statement, and for the team. Reviewers see what was handed in."""
    attendees = list(queries.answerable(dossier))
    owned = {each.attendee_id: each for each in with_history(reached.filter(dossier=dossier))}
    screening = queries.last_screening(dossier, is_submitted=is_review)
    sameness = screening.sameness if screening else {}
    listed: list[tuple[Attendee | None, Submission | None]] = [
        (each, owned.get(each.key)) for each in attendees
    ]
    if None in owned:
        listed.insert(0, (None, owned[None]))
    return [
        row_of(attendee, submission, sameness, today, is_review=is_review)
        for attendee, submission in listed
    ]


def with_history(reached: QuerySet[Submission]) -> QuerySet[Submission]:
    """Statements with what was handed in and decided, read at once for all."""
    return reached.prefetch_related(
        Prefetch("hand_ins", HandIn.objects.order_by("number")),
        Prefetch("decisions", ReviewDecision.objects.order_by("made_at")),
        "file__versions",
    )


def row_of(
    attendee: Attendee | None,
    submission: Submission | None,
    sameness: Mapping[str, list[float]],
    today: date,
    *,
    is_review: bool,
) -> SubmissionRow:
    """The line of one person; of the team without an attendee."""
    who, duty = (attendee.name, attendee.duty) if attendee else (TEAM, "")
    if submission is None:
        return SubmissionRow(who, duty, attendee, None, {}, 0, None, False, 0, 0.0)
    due_on = due_of(submission)
    pairs, share = sameness.get(submission.file_id, (0, 0.0))
    versions = list(submission.file.versions.all())
    last = versions[-1].number if versions else 0
    is_handed_in = is_review and submission.handed_in is not None
    return SubmissionRow(
        who,
        duty,
        attendee,
        submission,
        handed_in_facts(submission) if is_review else submission.file.facts,
        submission.handed_in if is_handed_in else last,
        due_on,
        due_on is not None and today > due_on,
        int(pairs),
        share,
    )


def due_of(submission: Submission) -> date | None:
    """By when a returned statement is due; None for any other."""
    if submission.state != SubmissionState.RETURNED:
        return None
    decisions: Iterable[ReviewDecision] = submission.decisions.all()
    return next((each.due_on for each in reversed(list(decisions))), None)


def handed_in_facts(submission: Submission) -> Mapping[str, Any]:
    """What was found in the version that was handed in."""
    handed = [each for each in submission.hand_ins.all() if each.number == submission.handed_in]
    if handed and handed[-1].facts:
        return handed[-1].facts
    versions = list(submission.file.versions.all())
    # A slow format is read by a job, after it was handed in.
    is_last = versions and versions[-1].number == submission.handed_in
    return submission.file.facts if is_last else {}
