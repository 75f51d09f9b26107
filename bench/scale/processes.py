"""What this process and all below it have used: Spark's Java and its Python workers are several floors down."""

from __future__ import annotations

import os
import re
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
EVERY = 0.5
"""Seconds between two looks at the memory."""


def cpu_seconds() -> float:
    """Processor time of this process and all below it, those that have ended included."""
    return sum(sum(map(int, stat[11:15])) for _, stat in _family()) / TICK


class Peak:
    """The most memory held at once by this process and all below it, in bytes, while the `with` lasts."""

    def __init__(self) -> None:
        self.bytes = 0
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Peak:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._done.wait(EVERY):
            self.bytes = max(self.bytes, sum(_resident(process) for process, _ in _family()))


def _resident(process: int) -> int:
    """Proportional share, so that what forked workers share counts once; 0 for one that has just ended."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def _family() -> Iterator[tuple[int, list[str]]]:
    """Each process with its line of /proc/…/stat from the third field on."""
    stats: dict[int, list[str]] = {}
    children: dict[int, list[int]] = defaultdict(list)
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            line = Path(f"/proc/{name}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        stats[int(name)] = fields = line.rpartition(")")[2].split()
        children[int(fields[1])].append(int(name))
    waiting = [os.getpid()]
    while waiting:
        process = waiting.pop()
        if process in stats:
            yield process, stats[process]
            waiting += children[process]
