"""Archives of dossiers: begun, counted, finished, stopped, removed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction

from duizhao.web.archive.models import ArchiveStatus, DossierArchive
from duizhao.web.audit.actions import record
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.models import UNFINISHED
from duizhao.web.refused_act import RefusedAct
from duizhao.web.stored_files import remove, store


@transaction.atomic
def begin_archive(
    *,
    dossier: Dossier,
    by: Any,
    has_records: bool,
    also: Callable[[DossierArchive], object],
) -> DossierArchive:
    """Begin to make an archive of a closed dossier; `also` is done in the same transaction. Raises RefusedAct."""
    if not dossier.is_closed:
        raise RefusedAct("先归档，再做档案包：归档以后内容不再变")
    if dossier.rounds.filter(state__in=UNFINISHED).exists():
        raise RefusedAct("还有一轮征求意见没有汇总。请重新打开会议，汇总或者作废那一轮，再归档")
    if _working(dossier.archives).exists():
        raise RefusedAct("正在做一份档案包，请等它做好")
    made = DossierArchive.objects.create(dossier=dossier, by=by, has_records=has_records)
    record(actor=by, act="archive.make", kind="dossier", key=dossier.key)
    also(made)
    return made


def count_pieces(*, archive: DossierArchive, done: int, total: int) -> bool:
    """Note how much is done. False if it is no longer wanted."""
    same = DossierArchive.objects.filter(pk=archive.pk)
    return bool(_working(same).update(done=done, total=total))


def finish_archive(
    *, archive: DossierArchive, name: str, data: bytes, remarks: Sequence[str]
) -> None:
    """Keep what was made, unless it is no longer wanted. An older one of the same maker goes."""
    content = store(data)
    with transaction.atomic():
        kept = _working(DossierArchive.objects.filter(pk=archive.pk)).update(
            status=ArchiveStatus.DONE,
            name=name,
            content=content,
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            remarks=list(remarks),
        )
        same = DossierArchive.objects.filter(dossier=archive.dossier_id, by=archive.by_id)
        older = same.exclude(pk=archive.pk).exclude(status=ArchiveStatus.WORKING)
        gone = list(older.values_list("content", flat=True)) if kept else [content]
        if kept:
            older.delete()
    for each in filter(None, gone):
        remove(each)


def fail_archive(*, archive: DossierArchive, remarks: Sequence[str]) -> None:
    """Note that nothing could be made, and why."""
    same = DossierArchive.objects.filter(pk=archive.pk)
    _working(same).update(status=ArchiveStatus.FAILED, remarks=list(remarks))


def stop_archive(*, archive: DossierArchive) -> None:
    """Make no more of it."""
    same = DossierArchive.objects.filter(pk=archive.pk)
    _working(same).update(status=ArchiveStatus.STOPPED)


def remove_archive(*, archive: DossierArchive, by: Any) -> None:
    """Remove an archive, also from the disk. The dossier stays."""
    content, key = archive.content, archive.dossier_id
    with transaction.atomic():
        archive.delete()
        record(actor=by, act="archive.remove", kind="dossier", key=key)
    if content:
        remove(content)


def _working(archives: Any) -> Any:
    return archives.filter(status=ArchiveStatus.WORKING)
