"""Screens the statements of a text against the configured index, for the rules to tell what they share."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from duizhao.config import Screening
from duizhao.errors import DuizhaoError
from duizhao.lint import Reading, Recurrence, SharedPassage

if TYPE_CHECKING:
    from pathlib import Path

    from duizhao.reuse.index import Index

ASKS = (SharedPassage, Recurrence)
"""What a rule looks at that needs an index."""


class Screener:
    """Compares readings with an index, which is opened when the first statement comes.

    `fault` is what last kept the index from being opened: it concerns every text of a run, not one of them.
    """

    def __init__(self, settings: Screening, folder: Path) -> None:
        self._settings, self._folder = settings, folder
        # A database is neither carried into another process nor shared by threads: each opens its own.
        self._opened: dict[tuple[int, int], Index] = {}
        self.fault: DuizhaoError | None = None

    def __call__(self, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings with what they share. Raises DuizhaoError where the index cannot be asked."""
        if not any(reading.statement.recognised for reading in readings):
            return readings
        from duizhao.reuse.reading_matches import with_matches

        return with_matches(self._here(), readings)

    def _here(self) -> Index:
        here = os.getpid(), threading.get_ident()
        if here not in self._opened:
            try:
                self._opened[here] = self._open()
            except DuizhaoError as fault:
                self.fault = fault
                raise
        return self._opened[here]

    def _open(self) -> Index:
        # Imported here: a check without an index does not wait for it, nor for numpy.
        from duizhao.api.wording import unit_wording
        from duizhao.reuse.common_wording import MAX_DF_SHARE
        from duizhao.reuse.index import Index

        own = self._settings
        share = MAX_DF_SHARE if own.common_share is None else own.common_share
        wording = unit_wording(own.phrases, own.documents)
        return Index(self._folder, wording, common_share=share, create=False)
