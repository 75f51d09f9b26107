"""Checks many files, on all cores, in a stable order, a few at a time in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from duizhao import read
from duizhao.api.checker import Checker
from duizhao.api.one import plain_checker
from duizhao.api.outcome import Outcome
from duizhao.api.side_by_side import side_by_side
from duizhao.config import Config, is_excluded
from duizhao.errors import DuizhaoError, UnreadableDocument
from duizhao.lint import CheckedSource, Failure
from duizhao.text import Marks, Source

FEW = 8
"""Up to so many files are checked in this process: starting others takes as long as checking these."""

CHUNK = 16
"""Files handed to a process at a time."""

NO_MARKS = Marks({}, [])

T = TypeVar("T")
Work = Callable[[Checker, Source], T]
"""What is done with each text; given to other processes, so a function of a module or a value."""
FileWork = Callable[[Checker, Path], T]
"""What is done with each file, where the text alone is not enough."""

Progress = Callable[[int], None]


def paths_in(
    paths: Iterable[Path], config: Config | None = None, exclude: Sequence[str] = ()
) -> list[Path]:
    """The files to be checked: those given, and in folders those that can be read and are not excluded, in order.

    The globs of `exclude` count from the folder that is given, those of the configuration from its own folder.
    Raises UnreadableDocument for a path that is not there.
    """
    given, settings = list(paths), config or Config()
    files: dict[Path, None] = {}
    for place in given:
        here = replace(Config(), exclude=tuple(exclude), folder=place)
        is_folder = place.is_dir()
        for path in read.walk([place]):
            if is_folder and (is_excluded(path, settings) or is_excluded(path, here)):
                continue
            files.setdefault(path)
    return list(files)


def check_paths(
    paths: Iterable[Path],
    checker: Checker | None = None,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Check files and folders: one outcome a file, in the order of the paths, whoever is ready first.

    `jobs` is the number of processes, by default one a core. `progress` is told the number of files done.
    Only the outcomes that wait for their turn are held in memory; what the scan found (`Reading.marks`) is left out.
    Raises UnreadableDocument for a path that is not there.
    """
    for done, outcome in enumerate(
        for_each(paths, checker or plain_checker(), check_lightly, jobs), 1
    ):
        yield outcome
        if progress:
            progress(done)


def for_each(
    paths: Iterable[Path], checker: Checker, work: Work[T], jobs: int | None = None
) -> Iterator[T | Failure]:
    """Do something with each text, on all cores, in the order of the paths. A file that cannot be read is a Failure."""
    return for_each_file(paths, checker, _Reading(work), jobs)


def for_each_file(
    paths: Iterable[Path], checker: Checker, work: FileWork[T], jobs: int | None = None
) -> Iterator[T | Failure]:
    """Do something with each file, as `for_each` does with its text; what goes wrong with one is a Failure."""
    files = paths_in(paths, checker.config)
    workers = min(jobs or cores(), -(-len(files) // CHUNK))
    if len(files) > FEW and workers > 1:
        return _shared(files, checker, work, workers)
    return _each(files, checker, work)


def check_lightly(checker: Checker, source: Source) -> CheckedSource:
    """Check a text, and keep of it what a report needs."""
    return lightened(checker.check(source))


def lightened(checked: CheckedSource) -> CheckedSource:
    """What a report needs of a text that was checked."""
    # Marks are most of what a reading holds, and nobody asks for them once the rules have run.
    light = tuple(replace(reading, marks=NO_MARKS) for reading in checked.readings)
    return replace(checked, readings=light)


@dataclass(frozen=True, slots=True)
class _Reading(Generic[T]):
    """Reads a file, and does something with the text."""

    work: Work[T]

    def __call__(self, checker: Checker, path: Path) -> T:
        return self.work(checker, read.read(path))


def _each(files: Iterable[Path], checker: Checker, work: FileWork[T]) -> Iterator[T | Failure]:
    for path in files:
        try:
            yield work(checker, path)
        except DuizhaoError as fault:
            if checker.stops_all(fault):
                raise
            yield _failure(path, fault)


def _failure(path: Path, fault: DuizhaoError) -> Failure:
    if isinstance(fault, UnreadableDocument):
        return Failure(fault.where, fault.reason)
    return Failure(str(path), str(fault))


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shared(
    files: Sequence[Path], checker: Checker, work: FileWork[T], workers: int
) -> Iterator[T | Failure]:
    checker.check(Source(""))  # makes the vocabulary, which forked processes then share
    chunks = (files[at : at + CHUNK] for at in range(0, len(files), CHUNK))
    for done in side_by_side(partial(_chunk, work), chunks, workers, _keep, (checker,)):
        yield from done


# A process of the pool keeps its checker here: it is handed over once, not with every chunk.
_kept: list[Checker] = []


def _keep(checker: Checker) -> None:
    _kept[:] = [checker]


def _chunk(work: FileWork[T], files: Sequence[Path]) -> list[T | Failure]:
    return list(_each(files, _kept[0], work))
