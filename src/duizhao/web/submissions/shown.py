"""Which version of a statement somebody sees, and what they may do with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.shortcuts import get_object_or_404

from duizhao.web.audit.actions import record
from duizhao.web.desk.models import Version
from duizhao.web.submissions import queries
from duizhao.web.submissions.beside import PointBeside
from duizhao.web.submissions.models import PointSource, Submission

ASKED = ("hand_in", "take_from", "accept", "add_comment")
"""The acts that the page of a statement offers."""


def acts_on(person: Any, submission: Submission) -> dict[str, bool]:
    """Which of these acts somebody has on a statement."""
    return {
        act: queries.submissions(person, act).filter(pk=submission.pk).exists() for act in ASKED
    }


def shown_version(submission: Submission, *, is_keeper: bool) -> Version:
    """The version that somebody sees: its author and the clerk the last one, reviewers that which was handed in."""
    if is_keeper or submission.handed_in is None:
        found: Version = submission.file.versions.last()
        return found
    return get_object_or_404(submission.file.versions, number=submission.handed_in)


def record_sight(submission: Submission, points: Iterable[PointBeside], person: Any) -> None:
    """Note that somebody has seen opinions next to a statement."""
    if any(each.asked.source == str(PointSource.OPINION) for each in points):
        act = "submissions.see_opinions"
        record(actor=person, act=act, kind="submission", key=submission.key)
