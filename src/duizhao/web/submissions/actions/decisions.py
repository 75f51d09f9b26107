"""What reviewers decide about a version, and whether the next one answers their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.desk.actions import mark
from duizhao.web.desk.models import ReviewState
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.refused_act import RefusedAct
from duizhao.web.submissions.actions.state import change_state
from duizhao.web.submissions.models import (
    REASON_CHARACTERS,
    ReturnReason,
    ReviewDecision,
    ReviewOutcome,
    Submission,
    SubmissionState,
)

Reason = tuple[str, str]
"""The id of a criterion, empty for none, and the words of the reviewer."""


@transaction.atomic
def accept(*, submission: Submission, number: int, seen: int, by: Any) -> ReviewDecision:
    """Accept the version with this number."""
    return _decide(submission, number, seen, by, str(ReviewOutcome.ACCEPTED), None)


@transaction.atomic
def return_statement(
    *,
    submission: Submission,
    number: int,
    seen: int,
    by: Any,
    outcome: str,
    due_on: date | None,
    reasons: Sequence[Reason],
) -> ReviewDecision:
    """Return the version with this number, to be revised or rewritten by a day, with at least one reason."""
    if not reasons:
        raise RefusedAct("退回要写明理由")
    made = _decide(submission, number, seen, by, outcome, due_on)
    ReturnReason.objects.bulk_create(
        ReturnReason(decision=made, position=at, criterion=criterion, text=text[:REASON_CHARACTERS])
        for at, (criterion, text) in enumerate(reasons, 1)
    )
    return made


@transaction.atomic
def judge_reason(*, reason: ReturnReason, state: str, number: int, by: Any) -> None:
    """Keep whether a person finds a reason met in the version with this number."""
    submission = reason.decision.submission
    refuse_closed(submission.dossier)
    reason.state, reason.judged, reason.judged_by = state, number, by
    reason.save(update_fields=["state", "judged", "judged_by"])
    record(actor=by, act="submissions.judge_reason", kind="submission", key=submission.key)


def _decide(
    submission: Submission,
    number: int,
    seen: int,
    by: Any,
    outcome: str,
    due_on: date | None,
) -> ReviewDecision:
    refuse_closed(submission.dossier)
    # Acting for a reviewer, nobody decides on what is one's own or the reviewer's.
    if by.delegation and submission.attendee.member.account_id in by.hands:
        raise RefusedAct("代人审核的，不能审自己的，也不能审请你代办的人的材料")
    if submission.handed_in != number:
        raise RefusedAct(f"{submission.who}刚才又送来了一稿，请看过新的一稿再定")
    is_accepted = outcome == str(ReviewOutcome.ACCEPTED)
    state = SubmissionState.ACCEPTED if is_accepted else SubmissionState.RETURNED
    change_state(submission, seen, state=state)
    made = ReviewDecision.objects.create(
        submission=submission, number=number, outcome=outcome, due_on=due_on, by=by
    )
    reviewed = "seen" if is_accepted else "returned"
    mark(file=submission.file, state=ReviewState(reviewed))
    act = "submissions.accept" if is_accepted else "submissions.return_statement"
    record(actor=by, act=act, kind="submission", key=submission.key)
    return made
