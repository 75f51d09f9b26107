"""Files: put in, read, gone through, removed and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.archived import dossier_of, record_in_dossier, refuse_archived
from duizhao.web.desk.actions.name_room import cut
from duizhao.web.desk.actions.screenings import forget_screenings
from duizhao.web.desk.models import (
    Batch,
    DeskFile,
    FileText,
    KeptScreening,
    ReadStatus,
    ReviewState,
    Version,
)
from duizhao.web.stored_files import remove, store

Also = Callable[[DeskFile], object]


def put_in(
    *,
    batch: Batch,
    name: str,
    data: bytes,
    position: int | None = None,
    by: Any = None,
    also: Also = lambda _: None,
) -> DeskFile:
    """Add a file to a batch. It is stored first, and waits to be read. Without a `position` it is the last.

    `also` is done in the same transaction.
    """
    refuse_archived(batch)
    content = store(data)
    with transaction.atomic():
        if position is None:
            position = 1 + (batch.files.aggregate(last=Max("position"))["last"] or 0)
        file = _added(batch, position, name, content)
        also(file)
        record_in_dossier(file, "desk.put_in", by)
    return file


def replace_archive(
    *, archive: DeskFile, files: Iterable[tuple[str, str]], reason: str, also: Also
) -> list[DeskFile]:
    """Put the files of an archive in its place: their names, and the keys under which they are stored.

    With a `reason` the row of the archive stays and shows it. Nothing is done where the archive no longer waits.
    """
    with transaction.atomic():
        kept = DeskFile.objects.filter(pk=archive.pk, status=ReadStatus.WAITING)
        if not kept.update(status=ReadStatus.REFUSED, reason=reason, changed_at=timezone.now()):
            return []
        made = [_added(archive.batch, archive.position, name, key) for name, key in files]
        for file in made:
            also(file)
        if not reason:
            remove_files(files=kept.model.objects.filter(pk=archive.pk))
    return made


@transaction.atomic
def keep_facts(*, file: DeskFile, facts: dict[str, Any], checked_with: str, text: str = "") -> None:
    """Keep what the row of a file shows, now that it is read, and its words, with the stamp of the settings."""
    kept = _keep(file, status=ReadStatus.READ, reason="", facts=facts, checked_with=checked_with)
    if kept:
        FileText.objects.update_or_create(file=file, defaults={"text": text})


def refuse(*, file: DeskFile, reason: str) -> None:
    """Keep why a file cannot be read."""
    _keep(file, status=ReadStatus.REFUSED, reason=reason, facts={})


def read_again(*, files: QuerySet[DeskFile], also: Also) -> int:
    """Let those of `files` that are not read wait to be read once more. Returns their number."""
    with transaction.atomic():
        waiting = list(files.filter(status__in=(ReadStatus.REFUSED, ReadStatus.STOPPED)))
        for file in waiting:
            file.status, file.reason = ReadStatus.WAITING, ""
            also(file)
        DeskFile.objects.bulk_update(waiting, ["status", "reason"])
    return len(waiting)


@transaction.atomic
def mark(*, file: DeskFile, state: ReviewState, by: Any = None) -> None:
    """Note how far somebody has gone through a file."""
    refuse_archived(file.batch)
    file.review_state = state
    file.save(update_fields=["review_state"])
    record_in_dossier(file, "desk.mark", by)


@transaction.atomic
def mark_many(
    *, batch: Batch, files: QuerySet[DeskFile], state: ReviewState, by: Any = None
) -> int:
    """Note how far somebody has gone through several files. Returns their number."""
    refuse_archived(batch)
    count = files.update(review_state=state)
    if by is not None and dossier_of(batch) is not None:
        record(actor=by, act="desk.mark", kind="batch", key=batch.pk)
    return count


def remove_files(*, files: QuerySet[DeskFile]) -> list[str]:
    """Take files out of their batch, where they can be put back for a while. Returns their keys."""
    with transaction.atomic():
        keys = list(files.values_list("key", flat=True))
        DeskFile.objects.filter(key__in=keys).update(removed_at=timezone.now())
    return keys


@transaction.atomic
def remove_chosen(*, batch: Batch, files: QuerySet[DeskFile], by: Any) -> list[str]:
    """Take files that somebody has chosen out of their batch. Returns their keys.

    Those that are somebody's statement at a meeting stay: they are taken from that person first.
    """
    refuse_archived(batch)
    keys = remove_files(files=files.filter(submission=None))
    record(actor=by, act="desk.remove_files", kind="batch", key=batch.pk)
    return keys


@transaction.atomic
def put_back(*, batch: Batch, keys: Sequence[str], by: Any) -> int:
    """Put removed files back into their batch. Returns their number."""
    refuse_archived(batch)
    count = DeskFile.with_removed.filter(batch=batch, key__in=keys).update(removed_at=None)
    record(actor=by, act="desk.put_back", kind="batch", key=batch.pk)
    return int(count)


def remove_for_good(*, before: datetime) -> None:
    """Remove what was taken out of batches before a moment, with the files on disk."""
    gone = DeskFile.with_removed.filter(removed_at__lt=before)
    contents = list(Version.objects.filter(file__in=gone).values_list("content", flat=True))
    contents += forget_screenings(KeptScreening.objects.filter(files__in=gone).distinct())
    gone.delete()
    for content in contents:
        remove(content)


def _added(batch: Batch, position: int, name: str, content: str) -> DeskFile:
    file = DeskFile.objects.create(batch=batch, position=position, name=cut(name, DeskFile))
    suffix = PurePosixPath(name).suffix.lower()
    Version.objects.create(file=file, number=1, content=content, suffix=suffix)
    return file


def _keep(file: DeskFile, **fields: Any) -> bool:
    """Keep what came of reading, unless somebody has stopped it or removed the file meanwhile. Tells if it is kept."""
    fields["changed_at"] = timezone.now()
    for name, value in fields.items():
        setattr(file, name, value)
    kept = DeskFile.objects.filter(pk=file.pk).exclude(status=ReadStatus.STOPPED)
    return bool(kept.update(**fields))
