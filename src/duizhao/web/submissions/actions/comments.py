"""Comments at the text: made, answered, resolved."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.submissions.models import (
    COMMENT_CHARACTERS,
    CommentAnswer,
    Submission,
    TextComment,
)


@transaction.atomic
def add_comment(
    *, submission: Submission, number: int, span: tuple[int, int], quote: str, text: str, by: Any
) -> TextComment:
    """Write a comment at words of a version."""
    refuse_closed(submission.dossier)
    start, end = span
    made = TextComment.objects.create(
        submission=submission,
        number=number,
        start=start,
        end=end,
        quote=quote,
        text=text[:COMMENT_CHARACTERS],
        by=by,
    )
    record(actor=by, act="submissions.add_comment", kind="submission", key=submission.key)
    return made


@transaction.atomic
def answer_comment(*, comment: TextComment, text: str, by: Any) -> None:
    """Answer a comment."""
    refuse_closed(comment.submission.dossier)
    CommentAnswer.objects.create(comment=comment, text=text[:COMMENT_CHARACTERS], by=by)
    _record(comment, by, "submissions.answer_comment")


@transaction.atomic
def resolve_comment(*, comment: TextComment, is_resolved: bool, by: Any) -> None:
    """Say that a comment is seen to, or that it is not after all."""
    refuse_closed(comment.submission.dossier)
    comment.resolved_at = timezone.now() if is_resolved else None
    comment.resolved_by = by if is_resolved else None
    comment.save(update_fields=["resolved_at", "resolved_by"])
    _record(comment, by, "submissions.resolve_comment")


def _record(comment: TextComment, by: Any, act: str) -> None:
    record(actor=by, act=act, kind="submission", key=comment.submission.key)
