"""The worker: does the jobs that take longer than a request should, in a process of its own.

The process that serves the site starts it (`worker_keeper`) and holds the other end of its standard input, which closes
with that process however that ends.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from duizhao.web.data_folder import DataFolder, keep_to_owner
from duizhao.web.locked_file import lock
from duizhao.web.settings import configure

NAME = "worker"
READY = "ready"
"""What the worker writes once it may work."""
MAX_TRIES = 3
"""A job that was interrupted so often is given up: it may be what ends the worker."""
SWEPT_AFTER_SECONDS = 7 * 24 * 60 * 60
"""A file that no row names yet may belong to a request that goes on."""
SECONDS_BETWEEN_LOOKS = 0.4
SECONDS_BETWEEN_PLANS = 10 * 60
SECONDS_FOR_THE_LOCK = 0.5


class GaveUp(Exception):
    """A job was interrupted too often."""


def main(data: str, kind: str) -> None:
    """Do the jobs of a site until the process that serves it has gone."""
    keep_to_owner()
    # Ctrl+C in a terminal is for the site, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(_line_to_parent(),), daemon=True).start()
    configure(DataFolder(Path(data)), is_desk=kind == "desk")
    threading.Thread(target=_look_after_plans, daemon=True).start()
    while not work(is_done_when_empty=False):
        time.sleep(SECONDS_FOR_THE_LOCK)


def work(*, is_done_when_empty: bool) -> bool:
    """Do the jobs that are ready, and go on unless `is_done_when_empty`. False if another worker of this site works."""
    from django_tasks_db.management.commands.db_worker import Worker

    with _held() as is_ours:
        if not is_ours:
            return False
        _requeue_orphans()
        if not is_done_when_empty:
            print(READY, flush=True)
        Worker(
            queue_names=["*"],
            interval=SECONDS_BETWEEN_LOOKS,
            batch=is_done_when_empty,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=NAME,
            excluded_queue_names=[],
        ).run()
    return True


@contextmanager
def _held() -> Iterator[bool]:
    from django.conf import settings

    held = lock(settings.DATA_FOLDER.root / f"{NAME}.lock")
    try:
        yield held is not None
    finally:
        if held:
            held.close()


def _requeue_orphans() -> None:
    """Make jobs ready again that an earlier worker has begun: who holds the lock knows that nobody does them."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    from duizhao.web.archive import jobs as archive_jobs
    from duizhao.web.desk import jobs
    from duizhao.web.opinions import jobs as rounds
    from duizhao.web.rectification import jobs as daily
    from duizhao.web.stored_files import stored_keys, sweep

    for result in DBTaskResult.objects.running():
        if len(result.worker_ids) < MAX_TRIES:
            DBTaskResult.objects.filter(pk=result.pk).update(status=TaskResultStatus.READY)
        else:
            result.set_failed(GaveUp())
    jobs.settle()
    rounds.settle()
    daily.settle()
    archive_jobs.settle()
    sweep(stored_keys(), older_than=SWEPT_AFTER_SECONDS)


def _look_after_plans() -> None:
    """What is planned for a time is planned anew where the clock was put back. This thread does not go by the clock."""
    from django.db import DatabaseError, connections

    from duizhao.web.rectification import jobs as daily

    while True:
        time.sleep(SECONDS_BETWEEN_PLANS)
        with suppress(DatabaseError):
            daily.plan_anew()
        connections.close_all()


def _line_to_parent() -> int:
    """Standard input, which no program that is started from here inherits.

    On Windows a program waits at its start, for ever, where its standard input is a pipe that another is reading.
    """
    line = os.dup(sys.stdin.fileno())
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, sys.stdin.fileno())
    os.close(nothing)
    return line


def _end_with(line: int) -> None:
    while os.read(line, 1):
        pass
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
