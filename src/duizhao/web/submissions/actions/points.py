"""Where a statement answers a row of last year's ledger, or an opinion."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.submissions.models import COMMENT_CHARACTERS, AnsweredPoint, Submission


@transaction.atomic
def answer_point(
    *,
    submission: Submission,
    source: str,
    point: str,
    number: int,
    span: tuple[int, int],
    quote: str,
    note: str,
    by: Any,
) -> None:
    """Note at which words of a version something is answered, or with a `note` why the text does not speak of it."""
    refuse_closed(submission.dossier)
    AnsweredPoint.objects.update_or_create(
        submission=submission,
        source=source,
        point=point,
        defaults={
            "number": number,
            "start": span[0],
            "end": span[1],
            "quote": quote,
            "note": note[:COMMENT_CHARACTERS],
            "by": by,
        },
    )
    record(actor=by, act="submissions.answer_point", kind="submission", key=submission.key)


@transaction.atomic
def open_point(*, submission: Submission, source: str, point: str, by: Any) -> None:
    """Note that something is not answered after all."""
    refuse_closed(submission.dossier)
    AnsweredPoint.objects.filter(submission=submission, source=source, point=point).delete()
    record(actor=by, act="submissions.open_point", kind="submission", key=submission.key)
