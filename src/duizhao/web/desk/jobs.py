"""What is done by the worker. A job may be done twice: it looks first whether it is still wanted."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import Error
from django.db.models import Q
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from duizhao.web.desk import actions
from duizhao.web.desk.models import (
    BatchOutput,
    DeskFile,
    KeptScreening,
    OutputStatus,
    ReadStatus,
    ScreeningStatus,
)
from duizhao.web.world_fault import WorldFault

LOG = logging.getLogger("duizhao.jobs")
GAVE_UP = "读这份文件时程序几次中断，没有再试；请用 Word 另存为 .docx 后再放进来"
BROKE = "读这份文件时程序出了错；请用 Word 另存为 .docx 后再放进来"
MAKING_GAVE_UP = "做的时候程序几次中断，没有再试；请分几次做"
MAKING_BROKE = "做的时候程序出了错；请分几次做，看是哪一份的缘故"
NOT_COMPARED = "查重时程序出了错，没有查成；请少选几份再试一次"
REMOVED_KEPT = timedelta(hours=1)
DONE_KEPT = timedelta(days=1)
GAVE_UP_CLASS = ".GaveUp"
"""How the worker marks a job that was interrupted too often: it is above this module."""
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
    is_archive = version.suffix == reading.ARCHIVE
    attempt(
        lambda: (
            unpacking.unpack(file, version, enqueue_reading)
            if is_archive
            else reading.read_version(file, version)
        ),
        lambda why: actions.refuse(file=file, reason=why or BROKE),
        "a file was not read",
    )


@task()
def make_output(key: str) -> None:
    """Make something of the files of a batch."""
    from duizhao.web.desk import making

    output = BatchOutput.objects.filter(pk=key, status=OutputStatus.WORKING).first()
    if output is None:
        return
    attempt(
        lambda: making.make(output),
        lambda why: actions.fail_output(output=output, failures=[("", why or MAKING_BROKE)]),
        "an output was not made",
    )


def attempt(work: Callable[[], object], otherwise: Callable[[str], object], said: str) -> None:
    """Do the work of a job. Where that fails, it is logged, and `otherwise` is done with the words of a full disk.

    A database that does not answer can keep no words either: the job has failed, and what waits for it gets another.
    """
    try:
        work()
    except Error:
        raise
    except Exception as fault:
        LOG.exception(said)
        known = WorldFault.from_exception(fault)
        otherwise(known.words if known else "")


def enqueue_making(output: BatchOutput) -> None:
    """Let the worker make an output: together with what else the transaction does, or not at all."""
    make_output.enqueue(output.pk)


def enqueue_reading(file: DeskFile) -> None:
    """Let the worker read a file: together with what else the transaction does, or not at all."""
    read_file.enqueue(file.pk)


@task()
def compare_files(key: str) -> None:
    """Compare the files of a screening that waits."""
    from duizhao.web.desk import comparing

    screening = KeptScreening.objects.filter(pk=key, status=ScreeningStatus.WAITING).first()
    if screening is None:
        return
    attempt(
        lambda: comparing.compare(screening),
        lambda why: actions.refuse_screening(screening=screening, reason=why or NOT_COMPARED),
        "files were not compared",
    )


def enqueue_screening(screening: KeptScreening) -> None:
    """Let the worker compare the files of a screening."""
    compare_files.enqueue(screening.pk)


def settle(*, is_start: bool = True) -> None:
    """Give all that waits its job, and sweep what is no longer wanted.

    Called where a worker starts. Otherwise what was asked for just now is left to the request that does it.
    """
    _settle_reading(is_start=is_start)
    _settle_making(is_start=is_start)
    _settle_screenings(is_start=is_start)
    if is_start:
        actions.remove_for_good(before=timezone.now() - REMOVED_KEPT)
        done = Q(status__in=(TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED))
        DBTaskResult.objects.filter(done, finished_at__lt=timezone.now() - DONE_KEPT).delete()


def _settle_screenings(*, is_start: bool) -> None:
    waiting = KeptScreening.objects.filter(status=ScreeningStatus.WAITING)
    if not is_start:
        waiting = waiting.filter(made_at__lt=timezone.now() - IN_REQUEST)
    going, given_up = keys_of(compare_files)
    for screening in waiting:
        if screening.pk in given_up - going:
            actions.refuse_screening(screening=screening, reason=NOT_COMPARED)
        elif screening.pk not in going:
            enqueue_screening(screening)


def _settle_reading(*, is_start: bool) -> None:
    waiting = DeskFile.objects.filter(status=ReadStatus.WAITING)
    if not is_start:
        waiting = waiting.filter(versions__made_at__lt=timezone.now() - IN_REQUEST).distinct()
    going, given_up = keys_of(read_file)
    for file in waiting:
        if file.pk in given_up - going:
            actions.refuse(file=file, reason=GAVE_UP)
        elif file.pk not in going:
            enqueue_reading(file)


def _settle_making(*, is_start: bool) -> None:
    working = BatchOutput.objects.filter(status=OutputStatus.WORKING)
    if not is_start:
        working = working.filter(made_at__lt=timezone.now() - IN_REQUEST)
    going, given_up = keys_of(make_output)
    for output in working:
        if output.pk in given_up - going:
            actions.fail_output(output=output, failures=[("", MAKING_GAVE_UP)])
        elif output.pk not in going:
            enqueue_making(output)


def keys_of(job: Task) -> tuple[frozenset[str], frozenset[str]]:
    """What jobs of a kind are going to work on, or work on now; and what was given up.

    A job that has failed otherwise could not keep why: it is neither, and may be done again.
    """
    found: dict[bool, set[str]] = {True: set(), False: set()}
    results = DBTaskResult.objects.filter(task_path=job.module_path)
    failed = Q(status=TaskResultStatus.FAILED)
    left = results.exclude(status=TaskResultStatus.SUCCESSFUL).exclude(
        failed & ~Q(exception_class_path__endswith=GAVE_UP_CLASS)
    )
    for status, arguments in left.values_list("status", "args_kwargs"):
        found[status != TaskResultStatus.FAILED].add(arguments["args"][0])
    return frozenset(found[True]), frozenset(found[False])
