"""Screens files against each other in one go: the index stands in a temporary folder and is removed again."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from os.path import commonpath
from pathlib import Path
from threading import current_thread, main_thread

from duizhao.api.checker import Checker
from duizhao.api.comparing import compare_all
from duizhao.api.filing import prepare_paths
from duizhao.api.labelling import Labeller
from duizhao.api.screening_of_sources import Join, compared
from duizhao.lint import Failure
from duizhao.reuse.prepare import PreparedTexts
from duizhao.reuse.view import ShownJoin
from duizhao.text.visible import names_decoded

ENDED = 128 + signal.SIGTERM
"""The exit code of a program that was asked to end, as shells report it."""

Read = Iterable[PreparedTexts | Failure]
Scope = Callable[[int, int], str]


@contextmanager
def screen_files(
    newer: Sequence[Path],
    older: Sequence[Path],
    checker: Checker,
    labeller: Labeller | None = None,
    *,
    scope: Scope,
    unread: Sequence[Failure] = (),
    jobs: int | None = None,
    watch: Callable[[Read], Read] = iter,
) -> Iterator[ShownJoin]:
    """What the newer files share with each other and with the older ones; these are not compared with each other.

    `scope` names what is compared, by the numbers of newer and older files that could be read. `unread` are further
    files that are not compared. `watch` is given the files as they are read, and returns them. The result reads
    texts from an index that is removed at the end: write it out before. Raises Unwritable, DuizhaoError.
    """
    # Older ones first: of several documents with one source, the first that was filed is taken for it.
    paths = [*older, *newer]
    read = list(watch(prepare_paths(paths, checker, labeller, jobs=jobs)))
    texts = [
        _renamed(each, name)
        for name, each in zip(_short_names(paths), read, strict=True)
        if isinstance(each, PreparedTexts)
    ]
    first = sum(isinstance(each, PreparedTexts) for each in read[: len(older)])
    failures = (each for each in read if isinstance(each, Failure))
    with (
        _ended_by_exception(),
        compared(texts, first, bool(older), checker, _join_on(jobs)) as shown,
    ):
        yield replace(shown, scope=scope(len(texts) - first, first), unread=(*failures, *unread))


def _join_on(jobs: int | None) -> Join:
    return lambda index, only: compare_all(index, only=only, jobs=jobs)


@contextmanager
def _ended_by_exception() -> Iterator[None]:
    """Let a request to end the process raise SystemExit, so that no text is left behind."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _short_names(paths: Sequence[Path]) -> list[str]:
    """The paths without the folder that all of them are in."""
    try:
        folder = Path(commonpath([path.parent for path in paths]))
    except ValueError:
        return [str(path) for path in paths]
    return [str(path.relative_to(folder)) for path in paths]


def _renamed(text: PreparedTexts, name: str) -> PreparedTexts:
    entries = (replace(entry, name=names_decoded(name)) for entry in text.entries)
    return replace(text, entries=tuple(entries))
