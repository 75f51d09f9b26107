"""Times `check` against autocorrect-py's `lint_for`, in one run.

    python -m bench.check.measure [--documents N] [--write]

Prints a table of medians and ratios; `--write` puts it into docs/benchmarks.md with machine and date.
All times are wall clock; “in process” includes reading the file from disk and everything after it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from autocorrect_py import lint_for

import duizhao.rules
from bench import report
from bench.statements import asked_for
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.read import read

ROUNDS = 5
PROGRAM = [str(Path(sys.executable).with_name("duizhao"))]


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_process(files: list[Path]) -> list[report.Row]:
    """Milliseconds a document, ours and the peer's in turn, so that both see the same machine."""
    linter = Linter(collect(duizhao.rules), shipped().all())
    linter.check(read(files[0]))

    def ours() -> None:
        for file in files:
            linter.check(read(file))

    def theirs() -> None:
        for file in files:
            lint_for(file.read_text(encoding="utf-8"), "text")

    pairs = [(timed(ours), timed(theirs)) for _ in range(ROUNDS)]
    each = 1000 / len(files)
    return [
        report.Row("check, all rules, one core", statistics.median(a for a, _ in pairs) * each, "ms/document", 0.7),
        report.Row("autocorrect-py lint_for", statistics.median(b for _, b in pairs) * each, "ms/document"),
        report.Row("autocorrect-py ÷ check", statistics.median(b / a for a, b in pairs), "×", 2, at_least=True),
    ]  # fmt: skip


def growth(files: list[Path]) -> list[report.Row]:
    """Ten times the documents: how much more time beyond the start, and how much more memory."""
    tenth = files[: len(files) // 10]
    few = [process(["check", "--jobs", "1", *OUTPUT, *map(str, tenth)]) for _ in range(3)]
    many = [process(["check", "--jobs", "1", *OUTPUT, *map(str, files)]) for _ in range(3)]
    start = statistics.median(
        process(["check", "--jobs", "1", *OUTPUT, str(files[0])])[0] for _ in range(3)
    )
    slope = (statistics.median(t for t, _ in many) - start) / (
        statistics.median(t for t, _ in few) - start
    )
    return [
        report.Row("10 × the documents, time", slope, "×"),
        report.Row(f"peak memory, {len(tenth)} documents", max(m for _, m in few), "MB"),
        report.Row(f"peak memory, {len(files)} documents", max(m for _, m in many), "MB"),
    ]


def cores(folder: Path) -> list[report.Row]:
    """Two cores against one, the same folder in turn."""
    pairs = [
        tuple(process(["check", "--jobs", jobs, *OUTPUT, str(folder)])[0] for jobs in "12")
        for _ in range(3)
    ]
    return [
        report.Row("folder as a process, 1 core", statistics.median(a for a, _ in pairs), "s"),
        report.Row("folder as a process, 2 cores", statistics.median(b for _, b in pairs), "s"),
        report.Row(
            "1 core ÷ 2 cores", statistics.median(a / b for a, b in pairs), "×", 1.7, at_least=True
        ),
    ]


def starts(file: Path) -> list[report.Row]:
    """Whole processes: the shortest call, and one small file."""
    version = statistics.median(process(["--version"])[0] for _ in range(11))
    check = statistics.median(process(["check", str(file)])[0] for _ in range(11))
    return [
        report.Row("duizhao --version, process", version, "s", 0.12),
        report.Row("duizhao check FILE, process", check, "s", 0.3),
    ]


OUTPUT = ["--no-progress", "--format", "text"]
# As installed: compiled once, even where whoever measures lets Python write no bytecode.
AS_INSTALLED = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}


def process(arguments: Iterable[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one run of the program."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=AS_INSTALLED,
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"duizhao ended with {child.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    with asked_for(__doc__, 2000) as statements:
        files = statements.files
        rows = [*in_process(files), *growth(files), *cores(statements.folder), *starts(files[0])]
        statements.show("check", "statements", rows)


if __name__ == "__main__":
    main()
