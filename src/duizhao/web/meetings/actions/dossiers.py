"""Dossiers: begun."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from duizhao.web.accounts.models import NAME_CHARACTERS, Unit
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions import begin_batch
from duizhao.web.meetings.models import Dossier


@transaction.atomic
def begin_dossier(
    *,
    unit: Unit,
    by: Any,
    kind: str,
    name: str,
    year: int,
    profile: str = "",
    held_on: date | None = None,
    previous: Dossier | None = None,
) -> Dossier:
    """A new meeting of a unit, with a batch for its statements."""
    name = name[:NAME_CHARACTERS]
    dossier = Dossier.objects.create(
        unit=unit,
        kind=kind,
        name=name,
        year=year,
        profile=profile,
        held_on=held_on,
        previous=previous,
        batch=begin_batch(owner=by, name=name),
    )
    record(actor=by, act="meetings.begin", kind="dossier", key=dossier.key)
    return dossier
