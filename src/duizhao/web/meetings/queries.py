"""Which meetings there are, and what belongs to them, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.accounts.models import Unit
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.models import Dossier, DossierFile, FolderIntake, StudySession


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act, the latest first."""
    known = Dossier.objects.select_related("unit", "chair", "batch", "previous")
    return TABLE.limit(act, person, known)


def units(person: Any, act: str) -> QuerySet[Unit]:
    """The units for which `person` may begin a meeting."""
    return TABLE.limit(act, person, Unit.objects.order_by("pk"))


def files(person: Any, act: str) -> QuerySet[DossierFile]:
    """The files of dossiers on which `person` has an act."""
    return TABLE.limit(act, person, DossierFile.objects.select_related("dossier"))


def studies(person: Any, act: str) -> QuerySet[StudySession]:
    """The group studies on which `person` has an act."""
    return TABLE.limit(act, person, StudySession.objects.select_related("dossier__unit"))


def intakes(person: Any, act: str) -> QuerySet[FolderIntake]:
    """The folders, put in and not yet confirmed, on which `person` has an act."""
    return TABLE.limit(act, person, FolderIntake.objects.select_related("unit"))
