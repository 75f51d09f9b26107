"""The appraisal of party members: votes and grades, as the branch decided them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from duizhao.web.meetings.actions.dossiers import change_dossier
from duizhao.web.meetings.models import AppraisalResult, Attendee, Dossier

VOTES = ("excellent", "qualified", "basic", "unqualified")


@dataclass(frozen=True, slots=True)
class AppraisalEntry:
    """The votes on somebody and the grade, as a form gives them."""

    attendee: Attendee
    votes: Mapping[str, int | None]
    grade: str


def keep_appraisal(
    *, dossier: Dossier, version: int, by: Any, entries: Sequence[AppraisalEntry]
) -> None:
    """Keep the results of an appraisal. Raises RefusedAct, DossierOvertaken."""
    with transaction.atomic():
        for each in entries:
            AppraisalResult.objects.update_or_create(
                attendee=each.attendee, defaults={**each.votes, "grade": each.grade}
            )
        change_dossier(dossier=dossier, version=version, by=by, act="meetings.edit_appraisal")
