"""Whose batches things are in, so that a database finds the few batches first, and by them what is in them.

Where conditions on the unit and on the owner of the batch behind each thing are joined by OR, it reads all things.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from duizhao.web.desk.models import Batch
from duizhao.web.person_role import PersonRole
from duizhao.web.unit_scopes import of_units_below


def in_own_batches(person: Any, path: str) -> Q:
    """What is in the batches of a person that belong to no dossier. `path` leads from a thing to its batch."""
    return Q(**{f"{path}__in": Batch.objects.filter(owner=person, dossier=None).values("pk")})


def in_batches_of(units: Iterable[int | None] | Any, path: str, **others: Any) -> Q:
    """What is in the batches of the dossiers of these units, of those that have what `others` ask."""
    batches = Batch.objects.filter(dossier__unit__in=units, **others)
    return Q(**{f"{path}__in": batches.values("pk")})


def in_reviewed_batches(person: Any, path: str) -> Q:
    """What is in the batches of the dossiers of the units where a person reviews, and of those below them."""
    batches = Batch.objects.filter(
        of_units_below(person, str(PersonRole.REVIEWER), "dossier__unit")
    )
    return Q(**{f"{path}__in": batches.values("pk")})
