"""Times a whole check of a Word file against the time that python-docx takes merely to read its text, in one run.

    python -m bench.word.measure [--documents N] [--write]

The files are in pieces of 3 to 14 characters. In process, on one core, wall clock, the reading from disk included.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from operator import truediv
from pathlib import Path

import docx

from bench import report
from bench.processes import PROGRAM, WITH_CLICK, against
from bench.statements import asked_for
from bench.word.fragmented import fragmented
from duizhao import api
from duizhao.office.typography import typography_of
from duizhao.read import read

ROUNDS = 7


def text_of(file: Path) -> str:
    """The text of a Word file as python-docx reads it."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def in_process(files: list[Path]) -> list[report.Row]:
    """Milliseconds a file, each kind of work in turn, so that all see the same machine."""
    checker = api.Checker()
    works: dict[str, Callable[[Path], object]] = {
        "read, text alone": read,
        "read, with its typography": lambda file: typography_of(read(file)),
        "check, all rules": lambda file: checker.check(read(file)),
        "python-docx, text alone": text_of,
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work(files[0])
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            for file in files:
                work(file)
            times[name].append(1000 * (time.perf_counter() - start) / len(files))
    text, typography, check, theirs = times.values()
    return [
        *(report.Row(name, statistics.median(each), "ms/file") for name, each in times.items()),
        report.Row("text ÷ python-docx", ratio(text, theirs), "×"),
        report.Row("typography ÷ python-docx", ratio(typography, theirs), "×"),
        report.Row("check ÷ python-docx", ratio(check, theirs), "×", 0.6),
    ]


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the ratios, round by round."""
    return statistics.median(map(truediv, ours, theirs))


def cold(file: Path) -> list[report.Row]:
    """One Word file as a whole process, against a Python that has imported click."""
    seconds, ratio = against([*PROGRAM, "check", str(file)], WITH_CLICK)
    return [
        report.Row("duizhao check FILE.docx, process", seconds, "s"),
        report.Row("duizhao check FILE.docx ÷ Python and click", ratio, "×", 8),
    ]


def main() -> None:
    with asked_for(__doc__, 60) as statements:
        files = [
            fragmented(file.read_text(encoding="utf-8"), file.with_suffix(".docx"), number)
            for number, file in enumerate(statements.files)
        ]
        statements.show("word", "fragmented Word files", [*in_process(files), *cold(files[0])])


if __name__ == "__main__":
    main()
