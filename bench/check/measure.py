"""Compares the time of `check` with that of autocorrect-py's `lint_for`, in one run.

    python -m bench.check.measure [--documents N] [--write]

Prints a table of medians and ratios; `--write` puts it into docs/benchmarks.md with machine and date.
All times are wall clock; “in process” includes reading the file from disk and everything after it.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections import deque
from collections.abc import Callable
from operator import truediv
from pathlib import Path

from autocorrect_py import lint_for

import duizhao.rules
from bench import report
from bench.instructions import per_document
from bench.processes import BARE, PROGRAM, against, process
from bench.statements import asked_for
from duizhao import api
from duizhao.cli.garbage import COLLECTING
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.read import read

ROUNDS = 5


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_process(files: list[Path]) -> list[report.Row]:
    """Milliseconds a document, ours and the peer's in turn on one machine; garbage is collected as the program does."""
    gc.set_threshold(*COLLECTING)
    linter = Linter(collect(duizhao.rules), shipped().all())
    linter.prepare()
    linter.check(read(files[0]))
    # As the program does, what was checked is let go before the next document.
    pairs = [
        (
            timed(lambda: deque((linter.check(read(file)) for file in files), maxlen=0)),
            timed(lambda: deque((lint(file) for file in files), maxlen=0)),
        )
        for _ in range(ROUNDS)
    ]
    ours, theirs = zip(*pairs, strict=True)
    # Afterwards: it keeps what was checked, and memory in use makes the next rounds slower.
    checks, texts = zip(*(terminal(files) for _ in range(ROUNDS)), strict=True)
    each = 1000 / len(files)
    median = statistics.median
    return [
        report.Row("check, all rules, one core", median(ours) * each, "ms/document"),
        report.Row("autocorrect-py lint_for", median(theirs) * each, "ms/document"),
        report.Row("check ÷ autocorrect-py", median(map(truediv, ours, theirs)), "×", 1.8),
        report.Row("terminal report", median(texts) * each, "ms/document"),
        report.Row("terminal report ÷ check", median(map(truediv, texts, checks)), "×", 0.2),
    ]


def lint(file: Path) -> object:
    return lint_for(file.read_text(encoding="utf-8"), "text")


def terminal(files: list[Path]) -> tuple[float, float]:
    """Seconds to check the files, and to write what a terminal shows of them."""
    checker, writer = api.Checker(), api.ReportWriter()
    start = time.perf_counter()
    checked = [checker.check(read(file)) for file in files]
    between = time.perf_counter()
    for each in checked:
        writer.render_part(each, checker)
    return between - start, time.perf_counter() - between


def instructions(files: list[Path]) -> list[report.Row]:
    """Millions of instructions a document, where cachegrind can count them."""
    names = [str(file) for file in files[:9]]
    setup = (
        f"import gc\ngc.set_threshold(*{COLLECTING})\nfrom duizhao import api\nfrom pathlib import Path\n"
        f"files = {names!r}\nchecker = api.Checker()\nchecker.prepare()\n"
        # What the first texts compile is part of the start.
        "for each in files:\n    checker.check(api.read(Path(each)))"
    )
    ours = per_document(setup, "checker.check(api.read(Path(files[number])))")
    theirs = per_document(
        f"from autocorrect_py import lint_for\nfiles = {names!r}",
        "lint_for(open(files[number], encoding='utf-8').read(), 'text')",
    )
    if ours is None or theirs is None:
        return []
    return [
        report.Row("check, instructions", ours, "M/document"),
        report.Row("autocorrect-py, instructions", theirs, "M/document"),
        report.Row("check ÷ autocorrect-py, instructions", ours / theirs, "×"),
    ]


def growth(files: list[Path]) -> list[report.Row]:
    """Time beyond the start, and memory, for ten times the documents."""
    tenth = files[: len(files) // 10]
    few = [process([*CHECK, "--jobs", "1", *map(str, tenth)]) for _ in range(3)]
    many = [process([*CHECK, "--jobs", "1", *map(str, files)]) for _ in range(3)]
    start = statistics.median(process([*CHECK, "--jobs", "1", str(files[0])])[0] for _ in range(3))
    slope = (statistics.median(t for t, _ in many) - start) / (
        statistics.median(t for t, _ in few) - start
    )
    return [
        report.Row("10 × the documents, time", slope, "×"),
        report.Row(f"peak memory, {len(tenth)} documents", max(m for _, m in few), "MB"),
        report.Row(f"peak memory, {len(files)} documents", max(m for _, m in many), "MB"),
    ]


def cores(folder: Path) -> list[report.Row]:
    """The same folder with one core and with two, in turn."""
    pairs = [
        tuple(process([*CHECK, "--jobs", jobs, str(folder)])[0] for jobs in "12") for _ in range(3)
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
    bare, _ = against(BARE, BARE)
    version, ratio = against([*PROGRAM, "--version"], BARE)
    check, _ = against([*PROGRAM, "check", str(file)], BARE)
    return [
        report.Row("bare Python, process", bare, "s"),
        report.Row("duizhao --version, process", version, "s"),
        report.Row("duizhao --version ÷ bare Python", ratio, "×", 3),
        report.Row("duizhao check FILE, process", check, "s", 0.3),
    ]


CHECK = [*PROGRAM, "check", "--no-progress", "--format", "text"]


def main() -> None:
    with asked_for(__doc__, 2000) as statements:
        files = statements.files
        # Processes first: the memory of who starts one counts as the memory of the one that is started.
        processes = [*growth(files), *cores(statements.folder), *starts(files[0])]
        rows = [*in_process(files), *instructions(files), *processes]
        statements.show("check", "statements", rows)


if __name__ == "__main__":
    main()
