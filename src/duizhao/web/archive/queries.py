"""Which dossiers and archives there are, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.accounts.models import Unit
from duizhao.web.archive.access import TABLE
from duizhao.web.archive.models import ArchiveIntake, DossierArchive, ProposedRemoval
from duizhao.web.meetings.models import Dossier


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act."""
    return TABLE.limit(
        act, person, Dossier.objects.select_related("unit", "batch", "proposed_removal")
    )


def archives(person: Any, act: str) -> QuerySet[DossierArchive]:
    """The archives on which `person` has an act."""
    return TABLE.limit(act, person, DossierArchive.objects.select_related("dossier__unit"))


def units(person: Any, act: str) -> QuerySet[Unit]:
    """The units on which `person` has an act."""
    return TABLE.limit(act, person, Unit.objects.order_by("pk"))


def intakes(person: Any, act: str) -> QuerySet[ArchiveIntake]:
    """The archives that were put in, on which `person` has an act."""
    return TABLE.limit(
        act, person, ArchiveIntake.objects.select_related("unit").order_by("made_at")
    )


def removals(person: Any, act: str) -> QuerySet[ProposedRemoval]:
    """The dossiers proposed for removal, on which `person` has an act."""
    known = ProposedRemoval.objects.select_related("dossier__unit", "by").order_by("made_at")
    return TABLE.limit(act, person, known)
