"""Which dossiers and archives there are, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.archive.access import TABLE
from duizhao.web.archive.models import DossierArchive
from duizhao.web.meetings.models import Dossier


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act."""
    return TABLE.limit(act, person, Dossier.objects.select_related("unit", "batch"))


def archives(person: Any, act: str) -> QuerySet[DossierArchive]:
    """The archives on which `person` has an act."""
    return TABLE.limit(act, person, DossierArchive.objects.select_related("dossier__unit"))
