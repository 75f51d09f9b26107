"""What belongs to a dossier in every app above: the way from a row to it, the stored files that its rows name, and what
has to end before the dossier is closed.

Apps are asked by Django's registry, for a lower one imports none of those above it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db.models import ForeignKey, Model

from duizhao.web.desk.models import Batch
from duizhao.web.meetings.models import Dossier
from duizhao.web.settings import APPS
from duizhao.web.stored_files import COLUMN, rows_with_files


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


def unfinished_in(dossier: Dossier) -> list[str]:
    """What has to end before a dossier is closed, in words: models above that know of such things have
    `unfinished_in`, which takes the dossier.
    """
    asked = (getattr(model, "unfinished_in", None) for model in site_models())
    return [words for ask in asked if ask for words in ask(dossier)]


def contents_of(dossier: Dossier) -> set[str]:
    """The keys of all stored files that rows of a dossier name, those of files that were removed included."""
    found: set[str] = set()
    for rows in rows_with_files():
        if way := way_to_dossier(rows.model):
            found |= set(rows.filter(**{way: dossier.pk}).values_list(COLUMN, flat=True))
    return found - {""}
