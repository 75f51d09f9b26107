"""Summaries from other installations: kept, removed. Each action is one transaction."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from duizhao.web.accounts.models import NAME_CHARACTERS, Unit
from duizhao.web.audit.actions import record
from duizhao.web.supervision.models import ReceivedSummary
from duizhao.web.supervision.summary import DossierSummary


@transaction.atomic
def keep_summary(*, unit: Unit, summary: DossierSummary, by: Any) -> ReceivedSummary:
    """Keep a summary in the place of an older one of the same meeting."""
    made, _ = ReceivedSummary.objects.update_or_create(
        unit=unit,
        dossier_key=summary.dossier,
        defaults={
            "unit_name": summary.unit[:NAME_CHARACTERS],
            "year": summary.year,
            "content": summary.as_json(),
            "by": by,
        },
    )
    record(actor=by, act="supervision.take_in", kind="summary", key=made.key)
    return made


@transaction.atomic
def remove_summary(*, received: ReceivedSummary, by: Any) -> None:
    """Remove a summary."""
    key = received.key
    received.delete()
    record(actor=by, act="supervision.remove_summary", kind="summary", key=key)
