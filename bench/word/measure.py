"""Times a whole check of a Word file against the time that python-docx takes merely to read its text, in one run.

    python -m bench.word.measure [--documents N] [--write]

The files are in pieces of 3 to 14 characters, set alike within a paragraph; “in mixed faces” each piece is in one of
three. In process, on one core, wall clock, the reading from disk included. Garbage is collected as our program does for
our work, and as Python does by itself for theirs.
"""

from __future__ import annotations

import gc
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
from duizhao.cli.garbage import COLLECTING
from duizhao.office.typography import typography_of
from duizhao.read import read

ROUNDS = 7
PLAIN = gc.get_threshold()


def text_of(file: Path) -> str:
    """The text of a Word file as python-docx reads it."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def in_process(files: list[Path], mixed: list[Path]) -> list[report.Row]:
    """Milliseconds a file, each kind of work in turn, so that all see the same machine."""
    text, typography, check, theirs = rounds(files)
    _, _, mixed_check, mixed_theirs = rounds(mixed)
    return [
        report.Row("read, text alone", statistics.median(text), "ms/file"),
        report.Row("read, with its typography", statistics.median(typography), "ms/file"),
        report.Row("check, all rules", statistics.median(check), "ms/file"),
        report.Row("python-docx, text alone", statistics.median(theirs), "ms/file"),
        report.Row("text ÷ python-docx", ratio(text, theirs), "×"),
        report.Row("typography ÷ python-docx", ratio(typography, theirs), "×"),
        report.Row("check ÷ python-docx", ratio(check, theirs), "×", 0.6),
        report.Row("check ÷ python-docx, in mixed faces", ratio(mixed_check, mixed_theirs), "×"),
    ]


def rounds(files: list[Path]) -> tuple[list[float], ...]:
    """Milliseconds a file of each round: our text, our typography, our check, their text."""
    checker = api.Checker()
    works: tuple[Callable[[Path], object], ...] = (
        read,
        lambda file: typography_of(read(file)),
        lambda file: checker.check(read(file)),
        text_of,
    )
    times: tuple[list[float], ...] = tuple([] for _ in works)
    for work in works:
        work(files[0])
    for _ in range(ROUNDS):
        for work, spent in zip(works, times, strict=True):
            gc.set_threshold(*(COLLECTING if work is not text_of else PLAIN))
            gc.collect()
            start = time.perf_counter()
            for file in files:
                work(file)
            spent.append(1000 * (time.perf_counter() - start) / len(files))
    return times


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
        files = [as_word(file, mixed=False) for file in statements.files]
        mixed = [as_word(file, mixed=True) for file in statements.files]
        rows = [*in_process(files, mixed), *cold(files[0])]
        statements.show("word", "fragmented Word files", rows)


def as_word(file: Path, *, mixed: bool) -> Path:
    """The fragmented Word file of a text, in the same folder."""
    path = file.with_suffix(".mixed.docx" if mixed else ".docx")
    return fragmented(file.read_text(encoding="utf-8"), path, seed=len(file.name), mixed=mixed)


if __name__ == "__main__":
    main()
