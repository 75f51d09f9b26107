"""Which meetings and summaries there are, for the person who asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def with_units(keys: Iterable[str]) -> list[Dossier]:
    """The dossiers with these keys, which were found for a person before."""
    return list(Dossier.objects.filter(pk__in=list(keys)).select_related("unit"))


def contents(keys: Iterable[str]) -> Mapping[str, Any]:
    """The content of the summaries with these keys, which were found for a person before."""
    known = ReceivedSummary.objects.filter(pk__in=list(keys))
    return dict(known.values_list("key", "content"))
