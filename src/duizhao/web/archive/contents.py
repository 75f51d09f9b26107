"""The stored files that rows name, found in every model that has such a field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from duizhao.web.archive.belonging import STORED, is_stored, site_models, way_to_dossier
from duizhao.web.meetings.models import Dossier

ASKED_AT_ONCE = 500
"""Keys in one query: SQLite takes no more than some thousands."""


def contents_of(dossier: Dossier) -> set[str]:
    """The keys of all stored files that rows of a dossier name, those of files that were removed included."""
    found: set[str] = set()
    for rows in _rows_with_files():
        if way := way_to_dossier(rows.model):
            found |= set(rows.filter(**{way: dossier.pk}).values_list(STORED, flat=True))
    return found - {""}


def in_use(contents: Iterable[str]) -> set[str]:
    """Those of the keys that any row names: versions that are the same share their file."""
    wanted, found = sorted(contents), set[str]()
    for start in range(0, len(wanted), ASKED_AT_ONCE):
        some = wanted[start : start + ASKED_AT_ONCE]
        for rows in _rows_with_files():
            named = rows.filter(**{f"{STORED}__in": some})
            found |= set(named.values_list(STORED, flat=True))
    return found


def _rows_with_files() -> Iterator[QuerySet[Any]]:
    for model in site_models():
        if any(is_stored(field) for field in model._meta.concrete_fields):
            yield model._base_manager.all()
