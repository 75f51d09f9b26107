"""What is done by the worker. A job may be done twice: it looks first whether it is still wanted."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from duizhao.web.desk import actions
from duizhao.web.desk.models import DeskFile, ReadStatus

LOG = logging.getLogger("duizhao.jobs")
GAVE_UP = "读这份文件时程序几次中断，没有再试；请用 Word 另存为 .docx 后再放进来"
BROKE = "读这份文件时程序出了错；请用 Word 另存为 .docx 后再放进来"
REMOVED_KEPT = timedelta(hours=1)
DONE_KEPT = timedelta(days=1)
IN_REQUEST = timedelta(seconds=20)
"""So long a file may wait for the request that brought it to read it."""


@task()
def read_file(key: str) -> None:
    """Read a file that waits, or unpack an archive."""
    # Imported here: who only enqueues a job does not wait for what it needs.
    from duizhao.web.desk import reading, unpacking

    file = DeskFile.objects.filter(pk=key, status=ReadStatus.WAITING).first()
    if file is None:
        return
    version = file.versions.last()
    try:
        if version.suffix == reading.ARCHIVE:
            unpacking.unpack(file, version, enqueue_reading)
        else:
            reading.read_version(file, version)
    except Exception:
        LOG.exception("a file was not read")
        actions.refuse(file=file, reason=BROKE)


def enqueue_reading(file: DeskFile) -> None:
    """Let the worker read a file: together with what else the transaction does, or not at all."""
    read_file.enqueue(file.pk)


def settle(*, is_start: bool = True) -> None:
    """Give every file that waits its job, and sweep what is no longer wanted.

    Called where a worker starts. Otherwise files that were put in just now are left to the request that brought them.
    """
    waiting = DeskFile.objects.filter(status=ReadStatus.WAITING)
    if not is_start:
        waiting = waiting.filter(versions__made_at__lt=timezone.now() - IN_REQUEST).distinct()
    going = _files_of(Q(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)))
    given_up = _files_of(Q(status=TaskResultStatus.FAILED))
    for file in waiting:
        if file.pk in going:
            continue
        if file.pk in given_up:
            actions.refuse(file=file, reason=GAVE_UP)
        else:
            enqueue_reading(file)
    if is_start:
        actions.remove_for_good(before=timezone.now() - REMOVED_KEPT)
        done = Q(status__in=(TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED))
        DBTaskResult.objects.filter(done, finished_at__lt=timezone.now() - DONE_KEPT).delete()


def _files_of(which: Q) -> frozenset[str]:
    """The files of those jobs."""
    results = DBTaskResult.objects.filter(which, task_path=read_file.module_path)
    arguments: Iterable[dict[str, list[str]]] = results.values_list("args_kwargs", flat=True)
    return frozenset(each["args"][0] for each in arguments)
