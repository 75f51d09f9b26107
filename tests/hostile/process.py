"""The program as a process of its own: how it ended, what it cost, what it said.

`python process.py COMMAND…` stands between: what the process that starts another has held counts as the other's memory.
It imports nothing of the program, so that it holds little itself, and prints exit code, processor seconds as they would
have been on the reference machine, and peak megabytes.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS, MEGABYTES = 2.5, 400
# As installed: compiled once, even where the environment lets Python write no bytecode.
AS_INSTALLED = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
TRIES = 5
"""A busy machine delays a run, never all of them."""
STUCK = 120
"""Processor seconds after which a run is ended, so that a test fails and does not hang."""


@dataclass(frozen=True)
class Ran:
    """A run that has ended: `seconds` on the reference machine; `said` is what it printed."""

    code: int
    seconds: float
    megabytes: float
    said: str

    def assert_clean(self) -> None:
        """It ended by itself, without a word that is meant for programmers."""
        assert self.code in (0, 1, 2), self.said
        assert "Traceback" not in self.said
        assert "程序出错" not in self.said

    def assert_modest(self) -> None:
        """Clean, and within the limits that every single file is promised."""
        self.assert_clean()
        assert self.seconds <= SECONDS
        assert self.megabytes <= MEGABYTES


def run(folder: Path, *arguments: str, feed: Sequence[bytes] = (), tries: int = TRIES) -> Ran:
    """Run the program with `arguments` in a folder; `feed` goes to its standard input.

    What takes too long is tried again without what it wrote; one try is enough for what may take longer.
    """
    before = set(folder.iterdir())
    while True:
        ran, tries = _run(folder, arguments, feed), tries - 1
        if ran.seconds <= SECONDS or not tries:
            break
        for path in set(folder.iterdir()) - before:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    note(ran.seconds, ran.megabytes)
    return ran


def _run(folder: Path, arguments: Sequence[str], feed: Iterable[bytes]) -> Ran:
    between = [sys.executable, "-I", "-S", __file__]
    child = subprocess.Popen(
        [*between, sys.executable, "-m", "duizhao", *arguments],
        cwd=folder,
        env=AS_INSTALLED,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdin is not None
    # A run that refuses what comes ends before it has come.
    with contextlib.suppress(BrokenPipeError):
        for block in feed:
            child.stdin.write(block)
    out, said = child.communicate()
    return Ran(*json.loads(out), said.decode())


def note(seconds: float, megabytes: float) -> None:
    """Add a line to the table of costs, where one is asked for: COST_TABLE=costs.txt make test."""
    if table := os.environ.get("COST_TABLE"):
        test = os.environ.get("PYTEST_CURRENT_TEST", "").removesuffix(" (call)")
        with Path(table).open("a", encoding="utf-8") as file:
            file.write(f"{seconds:.2f}\t{megabytes:.0f}\t{test}\n")


def main(command: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (STUCK, STUCK))
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from yardstick import on_reference

    ended: list[tuple[int, resource.struct_rusage]] = []

    def measured() -> float:
        child = subprocess.Popen(command, stdout=sys.stderr)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        ended.append((child.returncode, usage))
        return usage.ru_utime + usage.ru_stime

    seconds = on_reference(measured)
    ((code, usage),) = ended
    print(json.dumps([code, seconds, usage.ru_maxrss / 1024]))


if __name__ == "__main__":
    main(sys.argv[1:])
