"""Group studies: added, changed, removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions.closed import refuse_closed
from duizhao.web.meetings.actions.files import attach
from duizhao.web.meetings.models import Attendee, Dossier, FilePurpose, StudySession

Material = Sequence[tuple[str, bytes]]
"""Names and contents of files."""


class StudyOvertaken(Exception):
    """Somebody else has changed the session since it was shown. `study` is as it is now."""

    def __init__(self, study: StudySession) -> None:
        super().__init__(study.key)
        self.study = study


@transaction.atomic
def add_study(
    *,
    dossier: Dossier,
    by: Any,
    held_on: date,
    place: str,
    theme: str,
    present: Sequence[Attendee],
    material: Material = (),
) -> StudySession:
    """Note a group study with who came. Raises RefusedAct."""
    refuse_closed(dossier)
    study = StudySession.objects.create(dossier=dossier, held_on=held_on, place=place, theme=theme)
    study.present.set(present)
    _add_material(study, material, by)
    record(actor=by, act="meetings.add_study", kind="study", key=study.key)
    return study


@transaction.atomic
def change_study(
    *,
    study: StudySession,
    version: int,
    by: Any,
    present: Sequence[Attendee],
    material: Material = (),
    **fields: Any,
) -> None:
    """Change a group study that had this version. Raises RefusedAct, StudyOvertaken."""
    refuse_closed(study.dossier)
    same = StudySession.objects.filter(pk=study.pk, version=version)
    if not same.update(version=version + 1, **fields):
        raise StudyOvertaken(StudySession.objects.get(pk=study.pk))
    study.present.set(present)
    _add_material(study, material, by)
    record(actor=by, act="meetings.edit_study", kind="study", key=study.key)


@transaction.atomic
def remove_study(*, study: StudySession, by: Any) -> None:
    """Remove a group study; its material stays among the files of the dossier. Raises RefusedAct."""
    refuse_closed(study.dossier)
    key = study.key
    study.delete()
    record(actor=by, act="meetings.remove_study", kind="study", key=key)


def _add_material(study: StudySession, material: Material, by: Any) -> None:
    for name, data in material:
        purpose = FilePurpose.STUDY
        study.material.add(
            attach(dossier=study.dossier, purpose=purpose, name=name, data=data, by=by)
        )
