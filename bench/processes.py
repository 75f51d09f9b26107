"""Whole processes: how long a run of the program takes, what it holds, and what a bare Python takes for comparison."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

PROGRAM = [str(Path(sys.executable).with_name("duizhao"))]
BARE = [sys.executable, "-c", "pass"]
WITH_CLICK = [sys.executable, "-c", "import click"]
# As installed: compiled once, even where the environment lets Python write no bytecode.
AS_INSTALLED = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}


def free_port() -> int:
    """A port at which nothing listens: others may try one of ours at the same time."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def process(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one run; SystemExit where it fails."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=AS_INSTALLED
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {child.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def against(command: Sequence[str], peer: Sequence[str], runs: int = 11) -> tuple[float, float]:
    """Median seconds of a command, and its median ratio to a peer that is run in turn with it."""
    pairs = [(process(command)[0], process(peer)[0]) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(a / b for a, b in pairs)
