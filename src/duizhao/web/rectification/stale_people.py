"""Looks up people anew where the names in rows have changed since."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.rectification.actions import match_people


def match_stale(reached: QuerySet[LedgerRow]) -> None:
    """Look up the people of those of these rows that have changed. One query where none has."""
    stale = Q(rectification=None) | ~Q(rectification__matched_version=F("version"))
    keys = list(reached.filter(stale).order_by().values_list("batch", flat=True).distinct())
    for batch in Batch.objects.filter(pk__in=keys).select_related("dossier", "owner"):
        match_people(batch=batch)
