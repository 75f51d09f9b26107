"""Screens files against each other in one go: the index stands in a temporary folder and is removed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from duizhao.api.checker import Checker
from duizhao.api.comparing import compare_all
from duizhao.api.filing import Labeller, prepare_paths
from duizhao.api.screen_index import open_index
from duizhao.lint import Failure
from duizhao.reuse.labels import with_agreed_units
from duizhao.reuse.prepare import PreparedTexts
from duizhao.reuse.view import ShownJoin

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
    read = list(watch(prepare_paths([*older, *newer], checker, labeller, jobs=jobs)))
    with (
        TemporaryDirectory(prefix="duizhao-") as folder,
        open_index(Path(folder) / "index", checker.config.screen, create=True) as index,
    ):
        # Older ones first: of several documents with one source, the first that was filed is taken for it.
        first = [each for each in read[: len(older)] if isinstance(each, PreparedTexts)]
        last = [each for each in read[len(older) :] if isinstance(each, PreparedTexts)]
        filed = _told_apart([*first, *last])
        for _ in index.add_prepared(filed):
            pass
        ids = frozenset(entry.id for each in filed[len(first) :] for entry in each.entries)
        shown = compare_all(index, only=ids if older else None, jobs=jobs)
        failures = (each for each in read if isinstance(each, Failure))
        yield replace(
            shown,
            newer=ids if older else frozenset(),
            scope=scope(len(last), len(first)),
            unread=(*failures, *unread),
        )


def _told_apart(prepared: Sequence[PreparedTexts]) -> list[PreparedTexts]:
    """The same with a unit for each person, and an id for each file, also where two files have the same content."""
    entries = [entry for each in prepared for entry in each.entries]
    labels = iter(with_agreed_units(entry.label for entry in entries))
    seen: Counter[str] = Counter()
    done = []
    for each in prepared:
        own = []
        for entry in each.entries:
            count = seen[entry.id]
            seen[entry.id] += 1
            id = f"{entry.id}-{count}" if count else entry.id
            own.append(replace(entry, id=id, label=next(labels)))
        done.append(replace(each, entries=tuple(own)))
    return done
