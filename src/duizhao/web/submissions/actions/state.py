"""The state of a statement, changed by one person at a time."""

from __future__ import annotations

from typing import Any

from duizhao.web.refused_act import RefusedAct
from duizhao.web.submissions.models import Submission


class OvertakenSubmission(RefusedAct):
    """Somebody has changed the state of a statement since the page was made."""


def change_state(submission: Submission, seen: int, **fields: Any) -> None:
    """Change a statement of which the page has shown the version `seen`. Raises OvertakenSubmission."""
    now = {"version": seen + 1, **fields}
    if not Submission.objects.filter(pk=submission.pk, version=seen).update(**now):
        submission.refresh_from_db()
        raise OvertakenSubmission(
            f"{submission.who}的材料刚才有人动过，现在是“{submission.get_state_display()}”，请看过再做"
        )
    for name, value in now.items():
        setattr(submission, name, value)
