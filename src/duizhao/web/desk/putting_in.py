"""Files put in: read at once where that is quick, else by a job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from duizhao import api
from duizhao.web.accounts.queries import desk_person
from duizhao.web.desk import actions, jobs, reading
from duizhao.web.desk.models import Batch, DeskFile, VersionOrigin
from duizhao.web.desk.words import batch_name


def take(
    *, batch: Batch, name: str, data: bytes, position: int | None = None, by: Any = None
) -> DeskFile:
    """Put a file into a batch. Without a `position` it is the last."""
    also = jobs.enqueue_reading if _is_slow(PurePosixPath(name).suffix.lower()) else _nothing
    file = actions.put_in(batch=batch, name=name, data=data, position=position, by=by, also=also)
    if also is _nothing:
        reading.read_version(file, file.versions.last())
    return file


def take_version(*, file: DeskFile, after: int, name: str, data: bytes, by: Any = None) -> None:
    """Put in another version of a file. Raises Overtaken, and DuizhaoError where it cannot be read."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == reading.ARCHIVE:
        raise api.UnreadableDocument(name, "新的一稿要是一份文件，不能是压缩包")
    also = jobs.enqueue_reading if _is_slow(suffix) else _nothing
    if also is _nothing:
        # One that cannot be read is no version: the person sees why, and the last one stays.
        reading.source_of_bytes(data, name, suffix)
    version = actions.add_version(
        file=file,
        after=after,
        data=data,
        suffix=suffix,
        origin=VersionOrigin.PUT_IN,
        note=name,
        by=by,
        also=also,
    )
    if also is _nothing:
        reading.read_version(file, version)


def take_paths(paths: Sequence[Path]) -> str:
    """Put the files at these paths, and those in folders, into a new batch. Returns the address of its page.

    Raises UnreadableDocument for a path that is not there.
    """
    found = api.paths_in(paths)
    name = paths[0].name if len(paths) == 1 else batch_name(timezone.localtime())
    batch = actions.begin_batch(owner=desk_person(), name=name)
    for path in found:
        take(batch=batch, name=path.name, data=path.read_bytes())
    return reverse("desk:batch", kwargs={"batch": batch.key})


def read_again(files: QuerySet[DeskFile]) -> None:
    """Read those of `files` once more that are not read."""
    actions.read_again(files=files, also=jobs.enqueue_reading)


def _is_slow(suffix: str) -> bool:
    return suffix in reading.SLOW_SUFFIXES


def _nothing(file: DeskFile) -> None:
    """A file that is read at once."""
