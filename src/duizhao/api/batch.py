"""Work on many files, on all cores: results in the order of the files, a few in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Generic, TypeVar

from duizhao import read
from duizhao.api.checker import Checker, default_checker
from duizhao.api.outcome import Outcome
from duizhao.api.process_pool import map_ordered
from duizhao.config import Config, is_excluded
from duizhao.errors import DuizhaoError, UnreadableDocument, UnwritablePlace
from duizhao.lint import CheckedSource, Failure
from duizhao.operating_system import cores
from duizhao.read import PassedOver
from duizhao.text import Marks, Source, value

ONE_PROCESS_UP_TO = 8
"""Files up to which this process does the work: starting others takes as long."""

CHUNK = 16
"""Files handed to a process at a time."""

NO_MARKS = Marks({})

T = TypeVar("T")
Work = Callable[[Source, Checker], T]
"""What is done with each text, here or in another process: a function of a module, a partial of one, or a method."""
FileWork = Callable[[Path, Checker], T]
"""What is done with each file, where the text alone is not enough."""

Progress = Callable[[int], None]


def paths_in(
    paths: Iterable[Path], config: Config | None = None, exclude: Sequence[str] = ()
) -> list[Path]:
    """The files to be checked: those given, and in folders those that can be read and are not excluded, in order.

    The globs of `exclude` count from the folder that is given, those of the configuration from its own folder.
    Raises UnreadableDocument for a path that is not there.
    """
    return [found for found in survey(paths, config, exclude) if isinstance(found, Path)]


def survey(
    paths: Iterable[Path], config: Config | None = None, exclude: Sequence[str] = ()
) -> list[Path | PassedOver]:
    """The files to be checked, as `paths_in` gives them, and the others of folders that nothing excludes."""
    given, settings = list(paths), config or Config()
    files: dict[Path, Path | PassedOver] = {}
    for place in given:
        if not place.is_dir():
            for file in read.walk([place]):
                files.setdefault(file, file)
            continue
        here = replace(Config(), exclude=tuple(exclude), folder=place)
        for found in read.survey([place]):
            path = found if isinstance(found, Path) else found.path
            if not (is_excluded(path, settings) or is_excluded(path, here)):
                files.setdefault(path, found)
    return list(files.values())


def check_paths(
    paths: Iterable[Path],
    checker: Checker | None = None,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Check files and folders: one outcome a file, in the order of the paths.

    `jobs` is the number of processes, by default one a core. `progress` is called with the number of files done.
    Only outcomes that wait for their turn are held in memory; `Reading.marks` is left out of them.
    Raises UnreadableDocument for a path that is not there.
    """
    outcomes = for_each(paths, check_without_marks, checker, jobs)
    for done, outcome in enumerate(outcomes, 1):
        yield outcome
        if progress:
            progress(done)


def for_each(
    paths: Iterable[Path], work: Work[T], checker: Checker | None = None, jobs: int | None = None
) -> Iterator[T | Failure]:
    """The result of `work` for each text, on all cores, in the order of the paths; a Failure for an unreadable file."""
    return for_each_file(paths, _TextWork(work), checker, jobs)


def for_each_file(
    paths: Iterable[Path],
    work: FileWork[T],
    checker: Checker | None = None,
    jobs: int | None = None,
) -> Iterator[T | Failure]:
    """The result of `work` for each file, as `for_each` gives it for its text; a Failure for a file with a fault."""
    checker = checker or default_checker()
    files = paths_in(paths, checker.config)
    return _with_old_formats(files, work, checker, jobs)


def read_each(files: Iterable[Path]) -> Iterator[Source | Failure]:
    """Each file as it was read, in this process; those of older formats are converted together before the first."""
    return _with_old_formats(list(files), _read, default_checker(), 1)


def _read(path: Path, checker: Checker) -> Source:
    return read.read(path)


def _with_old_formats(
    files: Sequence[Path], work: FileWork[T], checker: Checker, jobs: int | None
) -> Iterator[T | Failure]:
    """The results, with the files of older formats converted together before the first of them."""
    with read.converted_together(files) as converted:
        ready = work if converted is None else _ConvertedWork(work, converted)
        yield from _results(files, ready, checker, jobs)


def _results(
    files: Sequence[Path], work: FileWork[T], checker: Checker, jobs: int | None
) -> Iterator[T | Failure]:
    workers = min(jobs or cores(), -(-len(files) // CHUNK))
    if len(files) > ONE_PROCESS_UP_TO and workers > 1:
        return _in_processes(files, work, checker, workers)
    return _each(files, work, checker)


def check_without_marks(source: Source, checker: Checker) -> CheckedSource:
    """Check a text, and keep what a report needs of it."""
    return without_marks(checker.check(source))


def without_marks(checked: CheckedSource) -> CheckedSource:
    """A checked text without what the scan found, which is most of its size and of no use once the rules have run."""
    light = tuple(replace(reading, marks=NO_MARKS) for reading in checked.readings)
    return replace(checked, readings=light)


@value
class _TextWork(Generic[T]):
    """Reads a file, and does something with its text."""

    work: Work[T]

    def __call__(self, path: Path, checker: Checker) -> T:
        return self.work(read.read(path), checker)


@value
class _ConvertedWork(Generic[T]):
    """Does work that finds files of older formats converted."""

    work: FileWork[T]
    converted: read.ConvertedFolder

    def __call__(self, path: Path, checker: Checker) -> T:
        with self.converted.in_use():
            return self.work(path, checker)


def _each(files: Iterable[Path], work: FileWork[T], checker: Checker) -> Iterator[T | Failure]:
    for path in files:
        try:
            yield work(path, checker)
        except DuizhaoError as fault:
            if checker.stops_all(fault) or isinstance(fault, UnwritablePlace):
                raise
            yield _failure(path, fault)


def _failure(path: Path, fault: DuizhaoError) -> Failure:
    if isinstance(fault, UnreadableDocument):
        return Failure(fault.where, fault.reason)
    # Some faults name the file themselves.
    return Failure(str(path), str(fault).removeprefix(f"{path}：").removeprefix(f"{path.name}："))


def _in_processes(
    files: Sequence[Path], work: FileWork[T], checker: Checker, workers: int
) -> Iterator[T | Failure]:
    # What the first file needs, forked processes then find loaded and compiled.
    checker.prepare()
    yield from _each(files[:1], work, checker)
    chunks = (files[at : at + CHUNK] for at in range(1, len(files), CHUNK))
    for done in map_ordered(_ChunkWork(work, checker), chunks, workers):
        yield from done


@value
class _ChunkWork(Generic[T]):
    """Does the work for a few files; handed to each process once."""

    work: FileWork[T]
    checker: Checker

    def __call__(self, files: Sequence[Path]) -> list[T | Failure]:
        return list(_each(files, self.work, self.checker))
