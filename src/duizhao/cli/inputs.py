"""What a command reads: files, those of folders, or standard input. Decided once, before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeVar

import click

from duizhao import api
from duizhao.cli.options import STDIN, RunOptions
from duizhao.cli.terminal import note
from duizhao.operating_system import LongPath
from duizhao.text import value

T = TypeVar("T")
NO_BAR_UP_TO = 8
"""Files."""


@value
class Inputs:
    """The files to read, or standard input.

    `places` are the files and folders as they were given. `files` maps each file to its name inside the folder that it
    was found in, in the order in which they are read. `passed_over` are the files of the folders that are not read.
    Raises DuizhaoError where there is nothing to read.
    """

    places: tuple[Path, ...]
    files: Mapping[Path, Path]
    is_piped: bool = False
    passed_over: tuple[api.PassedOver, ...] = ()

    def __post_init__(self) -> None:
        if not self.files and not self.is_piped:
            raise api.DuizhaoError(self._nothing_to_read())

    def _nothing_to_read(self) -> str:
        where = "、".join(map(str, self.places))
        known = "、".join(sorted(api.readable_suffixes()))
        counts = "、".join(api.passed_over_counts(self.passed_over))
        if self.passed_over and all(each.is_ours for each in self.passed_over):
            return f"{where} 里只有{counts}；请给出原件，或直接写出要查的文件名"
        found = f"：{counts}" if counts else ""
        return f"{where} 里没有可以读的文件{found}；能读 {known}，请检查路径"

    @classmethod
    def from_paths(cls, paths: Sequence[str], config: api.Config, run: RunOptions) -> Inputs:
        """The inputs that arguments name. Raises UsageError for standard input with other paths, UnreadableDocument."""
        if STDIN in paths:
            if len(paths) > 1:
                raise click.UsageError("读标准输入（-）时不能再给别的路径")
            return cls((), {}, is_piped=True)
        return cls.from_files(tuple(map(LongPath, paths)), config, run)

    @classmethod
    def from_files(cls, places: Sequence[Path], config: api.Config, run: RunOptions) -> Inputs:
        """The files that are given, and those in the folders that are. Raises UnreadableDocument."""
        files: dict[Path, Path] = {}
        passed_over: dict[Path, api.PassedOver] = {}
        for place in places:
            for found in api.survey([place], config, run.exclude):
                if isinstance(found, api.PassedOver):
                    passed_over.setdefault(found.path, found)
                else:
                    files.setdefault(found, _name_inside(place, found))
        left = tuple(each for path, each in passed_over.items() if path not in files)
        return cls(tuple(places), files, passed_over=left)

    @property
    def is_single(self) -> bool:
        """Is it one document by name, and no folder?"""
        return self.is_piped or (len(self.places) == 1 and not self.places[0].is_dir())

    @property
    def are_several(self) -> bool:
        """Are there other files than one that is read: files to read, or passed over?"""
        return len(self.files) > 1 or bool(self.passed_over)

    def without(self, passing: Callable[[Path], api.PassedOver | None]) -> Inputs:
        """The inputs without the files that `passing` passes over. Raises DuizhaoError where none is left."""
        passed = {file: over for file in self.files if (over := passing(file))}
        left = {file: name for file, name in self.files.items() if file not in passed}
        return replace(self, files=left, passed_over=(*self.passed_over, *passed.values()))

    def sources(self) -> Iterator[api.Source | api.Failure]:
        """Each text as it was read, in this process. Raises what reading standard input raises."""
        if self.is_piped:
            yield piped()
        yield from api.read_each(self.files)

    def for_each(
        self, work: api.Work[T], checker: api.Checker, run: RunOptions, label: str = "检查"
    ) -> Iterator[T | api.Failure]:
        """Do something with each text, on all cores, in order; a bar shows how far it is."""
        if self.is_piped:
            return iter([work(piped(), checker)])
        results = api.for_each(self.files, work, checker, run.jobs)
        return with_progress(results, len(self.files), run, label)

    def for_each_file(
        self, work: api.FileWork[T], checker: api.Checker, run: RunOptions, label: str = "检查"
    ) -> Iterator[T | api.Failure]:
        """Do something with each file, as `for_each` does with its text. Standard input is no file."""
        results = api.for_each_file(self.files, work, checker, run.jobs)
        return with_progress(results, len(self.files), run, label)


def _name_inside(place: Path, file: Path) -> Path:
    return file.relative_to(place) if file != place else Path(file.name)


def with_progress(
    results: Iterable[T], count: int, run: RunOptions, label: str = "检查"
) -> Iterator[T]:
    """Yield the results, with a progress bar if there are more than a few and standard error is a terminal."""
    if run.no_progress or count <= NO_BAR_UP_TO or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=count, label=label, file=sys.stderr) as bar:
        yield from bar


def piped() -> api.Source:
    """The document on standard input. Raises UnreadableDocument, DuizhaoError."""
    return api.read_stream(piped_bytes())


def piped_bytes() -> BinaryIO:
    """Standard input as bytes. Raises DuizhaoError if it is closed."""
    # A caller may have closed it, although the types exclude that.
    if sys.stdin is None:
        raise api.DuizhaoError("标准输入没有打开；请给出文件，或用管道送入内容")
    if sys.stdin.isatty():
        note("正在从终端读入；输完后另起一行按 Ctrl-D（Windows 按 Ctrl-Z 再回车）")
    return sys.stdin.buffer
