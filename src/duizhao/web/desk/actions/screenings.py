"""Screenings: begun, kept, and removed with what they were made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from duizhao.web.audit.actions import record
from duizhao.web.desk.models import Batch, DeskFile, KeptScreening, ScreeningStatus
from duizhao.web.desk.models.kept_screening import SCOPE_CHARACTERS
from duizhao.web.stored_files import remove, store


def begin_screening(
    *,
    batch: Batch,
    other: Batch | None,
    files: Iterable[DeskFile],
    scope: str,
    versions: Mapping[str, int] | None = None,
    is_submitted: bool = False,
    also: Callable[[KeptScreening], object] = lambda _: None,
) -> KeptScreening:
    """A screening that waits for its result. `also` is done in the same transaction.

    `versions` are the numbers of the versions that are compared, by their files; without it the last ones are.
    """
    with transaction.atomic():
        made = KeptScreening.objects.create(
            batch=batch,
            other=other,
            scope=scope[:SCOPE_CHARACTERS],
            versions=dict(versions or {}),
            is_submitted=is_submitted,
        )
        made.files.set(files)
        also(made)
    return made


def keep_screening(
    *, screening: KeptScreening, data: bytes, pairs: int, sameness: Mapping[str, list[float]]
) -> None:
    """Keep what was found, unless the screening was removed meanwhile."""
    content = store(data)
    kept = KeptScreening.objects.filter(pk=screening.pk).exclude(status=ScreeningStatus.DONE)
    done = {"status": ScreeningStatus.DONE, "content": content, "pairs": pairs, "reason": ""}
    if not kept.update(**done, sameness=dict(sameness)):
        remove(content)


def refuse_screening(*, screening: KeptScreening, reason: str) -> None:
    """Keep why there is no result."""
    KeptScreening.objects.filter(pk=screening.pk).update(
        status=ScreeningStatus.FAILED, reason=reason[:SCOPE_CHARACTERS]
    )


def drop_screening(*, screening: KeptScreening, by: Any) -> None:
    """Remove a screening with its result."""
    with transaction.atomic():
        contents = forget_screenings(KeptScreening.objects.filter(pk=screening.pk))
        record(actor=by, act="desk.drop_screening", kind="screening", key=screening.pk)
    for content in contents:
        remove(content)


def forget_screenings(screenings: QuerySet[KeptScreening]) -> list[str]:
    """Remove the rows. Returns the keys of their results, to be removed once the transaction is through."""
    keys = dict(screenings.values_list("pk", "content"))
    KeptScreening.objects.filter(pk__in=keys).delete()
    return [content for content in keys.values() if content]
