"""Screens the statements of a text against the configured index, so that rules can report what they share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from duizhao.config import Screening
from duizhao.errors import DuizhaoError
from duizhao.lint import DroppedMeasures, Reading, Recurrence, SharedPassage

if TYPE_CHECKING:
    from pathlib import Path

    from duizhao.reuse.index import Index

NEEDS_INDEX = (SharedPassage, Recurrence, DroppedMeasures)
"""What a rule may look at only where an index is configured."""


class Screener:
    """Compares readings with an index. It opens the index when the first statement comes, and closes it.

    `fault` is what last kept the index from being opened: it concerns every text of a run, not one of them.
    """

    def __init__(self, settings: Screening, folder: Path) -> None:
        self._settings, self._folder = settings, folder
        # Open and not in use, by process: a database is not carried over a fork, nor used by two threads at a time.
        self._idle: dict[int, list[Index]] = {}
        self.fault: DuizhaoError | None = None

    def __call__(self, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings with what they share. Raises DuizhaoError where the index cannot be read."""
        if not any(reading.statement.recognised for reading in readings):
            return readings
        with self._index() as index:
            # Imported here: a check without an index does not wait for it, nor for numpy.
            from duizhao.reuse.reading_matches import with_matches

            return with_matches(index, readings)

    def close(self) -> None:
        """Close the indexes that this process has open. A later check opens one again."""
        idle = self._idle.get(os.getpid(), [])
        while idle:
            idle.pop().close()

    @contextmanager
    def _index(self) -> Iterator[Index]:
        """An open index of this process that no other thread uses: as many are open as threads check at a time."""
        idle = self._idle.setdefault(os.getpid(), [])
        try:
            # One step, so that no two threads take the same.
            index = idle.pop()
        except IndexError:
            index = self._open()
        try:
            yield index
        finally:
            idle.append(index)

    def _open(self) -> Index:
        from duizhao.api.screen_index import open_index

        try:
            return open_index(self._folder, self._settings)
        except DuizhaoError as fault:
            self.fault = fault
            raise
