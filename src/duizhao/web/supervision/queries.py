"""Which meetings and summaries there are, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.accounts.models import Unit
from duizhao.web.meetings.models import Dossier
from duizhao.web.supervision.access import TABLE
from duizhao.web.supervision.models import ReceivedSummary


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The dossiers on which `person` has an act."""
    return TABLE.limit(act, person, Dossier.objects.select_related("unit"))


def units(person: Any, act: str) -> QuerySet[Unit]:
    """The units on which `person` has an act."""
    return TABLE.limit(act, person, Unit.objects.order_by("pk"))


def received(person: Any) -> QuerySet[ReceivedSummary]:
    """The summaries that were sent to the units of `person`."""
    return TABLE.limit("remove_summary", person, ReceivedSummary.objects.all())
