"""What changes on the desk. Each action is one transaction."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from django.db.models import Max

from duizhao.web.audit.actions import record
from duizhao.web.desk.models import Batch, DeskFile, ReadStatus, ReviewState, Version
from duizhao.web.stored_files import remove, store

CUT = "…"


def begin_batch(*, owner: Any, name: str) -> Batch:
    """A new batch without files."""
    return Batch.objects.create(owner=owner, name=_cut(name, Batch))


def put_in(*, batch: Batch, name: str, data: bytes, position: int | None = None) -> DeskFile:
    """Add a file to a batch. It is stored first, and waits to be read. Without a `position` it is the last."""
    content = store(data)
    with transaction.atomic():
        if position is None:
            position = 1 + (batch.files.aggregate(last=Max("position"))["last"] or 0)
        file = DeskFile.objects.create(batch=batch, position=position, name=_cut(name, DeskFile))
        suffix = PurePosixPath(name).suffix.lower()
        Version.objects.create(file=file, number=1, content=content, suffix=suffix)
    return file


def keep_facts(*, file: DeskFile, facts: dict[str, Any], checked_with: str) -> None:
    """Keep what the row of a file shows, now that it is read, with the stamp of the settings it was checked with."""
    file.status, file.reason, file.facts = ReadStatus.READ, "", facts
    file.checked_with = checked_with
    file.save(update_fields=["status", "reason", "facts", "checked_with"])


def refuse(*, file: DeskFile, reason: str) -> None:
    """Keep why a file cannot be read."""
    file.status, file.reason, file.facts = ReadStatus.REFUSED, reason, {}
    file.save(update_fields=["status", "reason", "facts"])


def mark(*, file: DeskFile, state: ReviewState) -> None:
    """Note how far somebody has gone through a file."""
    file.review_state = state
    file.save(update_fields=["review_state"])


def clear(*, batch: Batch, by: Any) -> None:
    """Remove a batch and all that belongs to it: rows, and files on disk."""
    contents = list(Version.objects.filter(file__batch=batch).values_list("content", flat=True))
    key = batch.key
    with transaction.atomic():
        batch.delete()
        record(actor=by, act="desk.clear", kind="batch", key=key)
    for content in contents:
        remove(content)


def _cut(name: str, model: Any) -> str:
    """A name that fits its column: its end, where files differ, is kept."""
    room = model._meta.get_field("name").max_length
    return name if len(name) <= room else f"{CUT}{name[-(room - len(CUT)) :]}"
