"""Which papers and forms there are, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.meetings.models import Dossier
from duizhao.web.papers.access import TABLE
from duizhao.web.papers.models import PaperTemplate


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on whose papers `person` has an act."""
    known = Dossier.objects.select_related("unit", "chair", "batch", "previous__batch")
    return TABLE.limit(act, person, known)


def templates(person: Any, act: str) -> QuerySet[PaperTemplate]:
    """The forms of units on which `person` has an act."""
    return TABLE.limit(act, person, PaperTemplate.objects.select_related("unit"))


def template_of(dossier: Dossier, paper: str) -> PaperTemplate | None:
    """The unit's own form of a paper; None where ours is used."""
    return PaperTemplate.objects.filter(unit=dossier.unit, paper=paper).first()
