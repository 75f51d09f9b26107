"""Compares texts that are read already: the index stands in a temporary folder and is removed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import clear_frames

from duizhao import __version__
from duizhao.api.checker import Checker
from duizhao.api.labelling import Labeller
from duizhao.api.screen_index import open_index
from duizhao.lint import Failure
from duizhao.reuse.index import Index
from duizhao.reuse.labels import with_agreed_units
from duizhao.reuse.prepare import Filing, PreparedTexts, prepare
from duizhao.reuse.view import FiledTexts, ShownJoin
from duizhao.text import Source

Join = Callable[[Index, frozenset[str] | None], ShownJoin]
"""Compares all texts of an index, or only those with these ids with the others."""


@contextmanager
def screen_sources(
    newer: Sequence[Source],
    older: Sequence[Source],
    checker: Checker,
    *,
    scope: str,
    unread: Sequence[Failure] = (),
) -> Iterator[ShownJoin]:
    """What texts that are read already share, as `screen_files` shows it, under the names of their sources."""
    labeller = Labeller()
    texts = [
        prepare([Filing(each.text, each.name, labeller.label(each, checker))])
        for each in (*older, *newer)
    ]
    with compared(texts, len(older), bool(older), checker, _joined) as shown:
        yield replace(shown, scope=scope, unread=tuple(unread))


@contextmanager
def compared(
    texts: Sequence[PreparedTexts], first: int, has_older: bool, checker: Checker, join: Join
) -> Iterator[ShownJoin]:
    """The texts compared; the `first` ones, if there are older ones, only with the others."""
    with (
        TemporaryDirectory(prefix="duizhao-") as folder,
        _released_on_failure(),
        open_index(Path(folder) / "index", checker.config.screen, create=True) as index,
    ):
        filed = _with_distinct_ids(texts)
        for _ in index.add_prepared(filed):
            pass
        ids = frozenset(entry.id for each in filed[first:] for entry in each.entries)
        shown = join(index, ids if has_older else None)
        yield replace(shown, newer=ids if has_older else frozenset())


@contextmanager
def _released_on_failure() -> Iterator[None]:
    """Release what the calls that failed hold of the index: Windows removes no file that is mapped into memory."""
    try:
        yield
    except BaseException as fault:
        clear_frames(fault.__traceback__)
        raise


def _joined(index: Index, only: frozenset[str] | None) -> ShownJoin:
    return ShownJoin(index.join(only=only), FiledTexts.from_index(index), __version__)


def _with_distinct_ids(prepared: Sequence[PreparedTexts]) -> list[PreparedTexts]:
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
