"""Who came to a meeting, the text of somebody absent, and that they were informed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import attach, refuse_closed
from duizhao.web.meetings.models import (
    Attendance,
    Attendee,
    Dossier,
    DossierFile,
    FilePurpose,
)
from duizhao.web.minutes.actions.open_minutes import refuse_ended
from duizhao.web.minutes.models import Minutes


@transaction.atomic
def note_attendance(
    *,
    dossier: Dossier,
    by: Any,
    people: Sequence[Attendee],
    attendance: Attendance,
    reason: str = "",
) -> None:
    """Note that these people came, or that they did not and why."""
    refuse_ended(dossier)
    keys = [each.pk for each in people]
    why = reason if attendance == Attendance.ABSENT else ""
    dossier.attendees.filter(pk__in=keys).update(attendance=attendance, reason=why)
    record(actor=by, act="minutes.attend", kind="dossier", key=dossier.key)


@transaction.atomic
def keep_text(*, attendee: Attendee, by: Any, name: str, data: bytes) -> DossierFile:
    """Keep the file that is read out for somebody absent."""
    dossier = attendee.dossier
    refuse_ended(dossier)
    made = attach(dossier=dossier, purpose=FilePurpose.ABSENT, name=name, data=data, by=by)
    Attendee.objects.filter(pk=attendee.pk).update(text_of_absent=made)
    record(actor=by, act="minutes.absent", kind="dossier", key=attendee.dossier_id)
    return made


@transaction.atomic
def note_passed_on(*, attendee: Attendee, by: Any, day: date | None) -> None:
    """Note on which day somebody absent was informed of the meeting: that happens after it has ended."""
    refuse_closed(attendee.dossier)
    minutes, _ = Minutes.objects.select_for_update().get_or_create(dossier=attendee.dossier)
    told = {key: value for key, value in minutes.passed_on.items() if key != attendee.pk}
    minutes.passed_on = {**told, **({attendee.pk: day.isoformat()} if day else {})}
    minutes.save(update_fields=["passed_on"])
    record(actor=by, act="minutes.passed_on", kind="dossier", key=attendee.dossier_id)
