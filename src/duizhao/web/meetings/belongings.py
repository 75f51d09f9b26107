"""What belongs to a dossier in every app above: the way from a row to it, the stored files that its rows name, and what
has to end before the dossier is closed.

Apps are asked by Django's registry, for a lower one imports none of those above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import CharField, Field, ForeignKey, Model, QuerySet

from duizhao.web.desk.models import Batch
from duizhao.web.meetings.models import Dossier
from duizhao.web.settings import APPS

STORED = "content"
"""The name that a field with the key of a stored file has in every model."""
ASKED_AT_ONCE = 500
"""Keys in one query: SQLite takes no more than some thousands."""


def site_models() -> Iterator[type[Model]]:
    """Every model of the site's own apps."""
    return (each for each in apps.get_models() if each._meta.app_label in APPS)


def way_to_dossier(model: type[Model]) -> str | None:
    """The shortest way from a row to its dossier, as a look-up; one that is always there before one that may not be."""
    return _way(model, may_lack=False) or _way(model, may_lack=True)


def _way(model: type[Model], *, may_lack: bool) -> str | None:
    waiting: list[tuple[type[Model], str]] = [(model, "")]
    seen: set[type[Model]] = set()
    for each, way in waiting:
        if each is Dossier:
            return f"{way}pk"
        if each is Batch:
            return f"{way}dossier"
        seen.add(each)
        waiting += [
            (field.related_model, f"{way}{field.name}__")
            for field in each._meta.concrete_fields
            if isinstance(field, ForeignKey)
            and (may_lack or not field.null)
            and field.related_model not in seen
        ]
    return None


def is_stored(field: Field[Any, Any]) -> bool:
    """Whether a field has the key of a stored file."""
    return isinstance(field, CharField) and field.name == STORED


def unfinished_in(dossier: Dossier) -> list[str]:
    """What has to end before a dossier is closed, in words: models above that know of such things have
    `unfinished_in`, which takes the dossier.
    """
    asked = (getattr(model, "unfinished_in", None) for model in site_models())
    return [words for ask in asked if ask for words in ask(dossier)]


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
