"""Several processes that answer at one socket: a process of Python computes on one core, however many threads it has.

They are copies of the process that started the site, which has everything loaded and answers nothing itself.
"""

from __future__ import annotations

import os
import signal
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress

from django.db import connections

STOPPED_WITHIN_SECONDS = 20
SECONDS_BETWEEN_LOOKS = 0.5


class SiteProcesses:
    """The processes that answer: as many as wanted, replaced when they end, gone when this process is gone.

    They see its end, also where it was killed, by the end of a pipe.
    """

    def __init__(self, count: int, answer: Callable[[], None]) -> None:
        self._count = count
        self._answer = answer
        self._line, self._held = os.pipe()
        self._running: set[int] = set()

    def start(self) -> None:
        """Start those that are missing."""
        # No two processes may use one connection.
        connections.close_all()
        while len(self._running) < self._count:
            self._copy()

    def keep(self, stopping: threading.Event) -> None:
        """Replace whichever ends, until all of them shall stop."""
        while not stopping.wait(SECONDS_BETWEEN_LOOKS):
            if self._ended():
                self.start()
        self._stop()

    def _copy(self) -> None:
        copy = os.fork()
        if copy:
            self._running.add(copy)
            return
        status = 1
        try:
            os.close(self._held)
            threading.Thread(target=_end_with, args=(self._line,), daemon=True).start()
            self._answer()
            status = 0
        finally:
            if status:
                traceback.print_exc()
            # What else this process was to do is left to the one that it is a copy of.
            os._exit(status)

    def _ended(self) -> set[int]:
        """Those that have ended since somebody looked."""
        gone = {each for each in self._running if os.waitpid(each, os.WNOHANG)[0]}
        self._running -= gone
        return gone

    def _stop(self) -> None:
        """Let them answer what they have, then end them."""
        self._signal(signal.SIGTERM)
        ends = time.monotonic() + STOPPED_WITHIN_SECONDS
        while self._running and time.monotonic() < ends:
            self._ended()
            time.sleep(SECONDS_BETWEEN_LOOKS / 10)
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        for each in self._running:
            with suppress(ProcessLookupError):
                os.kill(each, number)


def _end_with(line: int) -> None:
    while os.read(line, 1):
        pass
    os._exit(0)
