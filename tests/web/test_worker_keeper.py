"""The worker is started, started again, and replaced where it cannot be started."""

from __future__ import annotations

import sys

import pytest
from django.conf import settings
from django.db import OperationalError

from duizhao.web import worker, worker_keeper
from duizhao.web.locked_file import lock
from duizhao.web.worker_keeper import WorkerKeeper


def keeper(*command: str) -> WorkerKeeper:
    made = WorkerKeeper(settings.DATA_FOLDER, is_desk=True)
    made._command = list(command)
    return made


@pytest.mark.parametrize(
    "command", [("/nowhere/python",), (sys.executable, "-c", "raise SystemExit(1)")]
)
def test_jobs_are_done_here_where_no_worker_can_be_started(command, monkeypatch) -> None:
    kept, worked = keeper(*command), []
    monkeypatch.setattr(worker_keeper, "FIRST_PAUSE_SECONDS", 0.01)

    def work(*, is_done_when_empty: bool) -> bool:
        worked.append(is_done_when_empty)
        kept.stop()
        return True

    monkeypatch.setattr(worker, "work", work)
    kept._keep()
    assert worked == [True]


def test_worker_that_ends_is_started_again(monkeypatch) -> None:
    kept, started = keeper(sys.executable, "-c", "print('ready')"), []
    monkeypatch.setattr(worker_keeper, "FIRST_PAUSE_SECONDS", 0.01)
    run = kept._run_child

    def counted() -> bool:
        started.append(run())
        if len(started) == 3:
            kept.stop()
        return started[-1]

    monkeypatch.setattr(kept, "_run_child", counted)
    kept._keep()
    assert started == [True, True, True]


def test_worker_that_finds_no_room_is_tried_again(monkeypatch) -> None:
    kept, faults = keeper("/nowhere/python"), [OSError(28, ""), OperationalError("full")]
    monkeypatch.setattr(worker_keeper, "FIRST_PAUSE_SECONDS", 0.01)

    def work(*, is_done_when_empty: bool) -> bool:
        if faults:
            raise faults.pop()
        kept.stop()
        return is_done_when_empty

    monkeypatch.setattr(worker, "work", work)
    kept._keep()
    assert not faults


def test_two_workers_do_not_work_at_once(transactional_db) -> None:
    held = lock(settings.DATA_FOLDER.root / f"{worker.NAME}.lock")
    assert held
    assert not worker.work(is_done_when_empty=True)
    held.close()
    assert worker.work(is_done_when_empty=True)
