"""Which meetings there are, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.models import Dossier


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act, the latest first."""
    known = Dossier.objects.select_related("unit", "chair", "batch", "previous")
    return TABLE.limit(act, person, known)
