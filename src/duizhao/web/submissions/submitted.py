"""What was handed in, compared with each other and with the statements of the meeting before."""

from __future__ import annotations

from typing import Any

from duizhao.web.audit.actions import record
from duizhao.web.desk import jobs
from duizhao.web.desk.actions import begin_screening
from duizhao.web.desk.models import DeskFile, KeptScreening, ReadStatus
from duizhao.web.desk.words import screening_scope
from duizhao.web.meetings.models import Dossier
from duizhao.web.submissions.models import Submission

FEWEST = 2
"""Statements, of which one can be compared with another."""


def screen(dossier: Dossier, *, by: Any, at_once: int) -> KeptScreening | None:
    """Compare the versions that were handed in: more than `at_once` by the worker. None where there are too few."""
    batch, previous = dossier.batch, dossier.previous
    handed = Submission.objects.filter(dossier=dossier, handed_in__isnull=False)
    newer = {each.file_id: each.handed_in for each in handed if each.handed_in}
    other = previous.batch if previous else None
    older = list(other.files.filter(status=ReadStatus.READ)) if other else []
    count = len(newer) + len(older)
    if batch is None or not newer or count < FEWEST:
        return None
    is_long = count > at_once

    def also(made: KeptScreening) -> None:
        record(actor=by, act="submissions.screen", kind="screening", key=made.pk)
        if is_long:
            jobs.enqueue_screening(made)

    return begin_screening(
        batch=batch,
        other=other if older else None,
        files=[*DeskFile.objects.filter(key__in=newer), *older],
        scope=screening_scope(
            f"{dossier.name}送审的", len(newer), other.name if other else "", len(older)
        ),
        versions=newer,
        is_submitted=True,
        also=also,
    )
