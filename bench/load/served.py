"""The site as a process of its own, and what its processes have computed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.processes import free_port

START_SECONDS = 60
USER_TIME = 11
"""Of what follows the name of a process in its `stat`; the time in the system comes next."""
PROPORTIONAL = re.compile(r"^Pss: +(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class ServedSite:
    """A site that runs, by its address and the number of its first process."""

    base: str
    main: int

    def computed(self) -> float:
        """The seconds that its processes have computed, but for any that has ended."""
        ticks = 0
        for each in self._processes():
            fields = (
                Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            )
            ticks += int(fields[USER_TIME]) + int(fields[USER_TIME + 1])
        return ticks / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The memory of its processes, what they share counted once."""
        maps = (Path(f"/proc/{each}/smaps_rollup").read_text() for each in self._processes())
        return sum(int(PROPORTIONAL.findall(each)[0]) for each in maps) / 1000

    def _processes(self) -> list[int]:
        children = Path(f"/proc/{self.main}/task/{self.main}/children").read_text(encoding="ascii")
        return [self.main, *map(int, children.split())]


@contextmanager
def served(data: str, processes: int) -> Iterator[ServedSite]:
    """The site with a data folder, in so many processes, until it is left."""
    port = free_port()
    command = ["duizhao", "serve", "--data", data, "--port", str(port)]
    running = subprocess.Popen(
        [sys.executable, "-m", *command, "--processes", str(processes)], stderr=subprocess.DEVNULL
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(base)
        yield ServedSite(base, running.pid)
    finally:
        running.terminate()
        running.wait()


def _wait_for(base: str) -> None:
    ends = time.monotonic() + START_SECONDS
    while True:
        try:
            urllib.request.urlopen(f"{base}/login").close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)
