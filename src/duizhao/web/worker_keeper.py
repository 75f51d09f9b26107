"""Keeps a worker running next to the site: started anew when it ends, replaced where none can be started."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from contextlib import suppress

from django.db import Error

from duizhao.operating_system import without_window
from duizhao.web import worker
from duizhao.web.data_folder import DataFolder

LOG = logging.getLogger("duizhao.jobs")
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1, 60
HAS_RUN_WELL_SECONDS = 120
STOPPED_WITHIN_SECONDS = 3


class WorkerKeeper:
    """Starts the worker of a site as a child process, and again with growing pauses whenever it has ended.

    Where no process can be started the jobs are done here, between the attempts: no file waits for ever.
    """

    def __init__(self, folder: DataFolder, *, is_desk: bool) -> None:
        kind = "desk" if is_desk else "serve"
        self._command = [sys.executable, "-m", worker.__name__, str(folder.root), kind]
        self._stopping = threading.Event()
        self._child: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Keep a worker running from now on."""
        threading.Thread(target=self._keep, name="worker-keeper", daemon=True).start()

    def stop(self) -> None:
        """End the worker. What it was doing is done at the next start."""
        self._stopping.set()
        child = self._child
        if child is None:
            return
        with suppress(OSError):
            child.stdin.close()  # type: ignore[union-attr]
        try:
            child.wait(STOPPED_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()

    def _keep(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            began = time.monotonic()
            has_worked = self._run_child()
            if time.monotonic() - began > HAS_RUN_WELL_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            if self._stopping.wait(pause):
                return
            if not has_worked:
                self._work_here()
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    def _work_here(self) -> None:
        try:
            worker.work(is_done_when_empty=True)
        except (OSError, Error):
            # What keeps a worker from starting, a full disk or a locked database, does not last: it is tried again.
            LOG.exception("no worker could be started")

    def _run_child(self) -> bool:
        """Run the worker to its end. Could it begin to work?"""
        try:
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                **without_window(),
            )
        except OSError:
            return False
        said = self._child.stdout.readline()  # type: ignore[union-attr]
        self._child.wait()
        return said.strip() == worker.READY
