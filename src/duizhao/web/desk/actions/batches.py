"""Batches: begun, renamed, cleared; their reading stopped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Q

from duizhao.web.audit.actions import record
from duizhao.web.database import forget_journal
from duizhao.web.desk.actions.archived import refuse_archived, refuse_clearing
from duizhao.web.desk.actions.name_room import cut
from duizhao.web.desk.actions.screenings import forget_screenings
from duizhao.web.desk.models import Batch, KeptScreening, LedgerRow, ReadStatus, Version
from duizhao.web.stored_files import remove


def begin_batch(*, owner: Any, name: str) -> Batch:
    """A new batch without files."""
    return Batch.objects.create(owner=owner, name=cut(name, Batch))


def rename(*, batch: Batch, name: str) -> None:
    """Give a batch another name."""
    refuse_archived(batch)
    batch.name = cut(name, Batch)
    batch.save(update_fields=["name"])


def stop_reading(*, batch: Batch) -> int:
    """Read no file of a batch that is not read yet. Returns their number."""
    return batch.files.filter(status=ReadStatus.WAITING).update(status=ReadStatus.STOPPED)


def clear(*, batch: Batch, by: Any) -> None:
    """Remove a batch and all that belongs to it: rows, and files on disk."""
    refuse_clearing(batch)
    contents = list(Version.objects.filter(file__batch=batch).values_list("content", flat=True))
    contents += batch.ledger_returns.values_list("content", flat=True)
    contents += batch.outputs.exclude(content="").values_list("content", flat=True)
    contents += _kept_with_rows(batch)
    key = batch.key
    screenings = KeptScreening.objects.filter(Q(batch=batch) | Q(other=batch))
    with transaction.atomic():
        contents += forget_screenings(screenings)
        batch.delete()
        record(actor=by, act="desk.clear", kind="batch", key=key)
    for content in contents:
        remove(content)
    forget_journal()


def _kept_with_rows(batch: Batch) -> Iterator[str]:
    """The stored files that apps above keep with the rows of a ledger."""
    for relation in LedgerRow._meta.related_objects:
        model = relation.related_model
        if any(field.name == "content" for field in model._meta.fields):
            here = model.objects.filter(**{f"{relation.field.name}__batch": batch})
            yield from here.values_list("content", flat=True)
