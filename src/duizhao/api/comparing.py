"""Compares a text with an index, and all texts of an index with each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from duizhao import __version__
from duizhao.api.checker import Checker, default_checker
from duizhao.api.labelling import Labeller
from duizhao.api.process_pool import map_ordered
from duizhao.api.screen_index import open_index
from duizhao.lint import Relation
from duizhao.operating_system import cores
from duizhao.reuse.index import JOIN_MEMORY, MAX_COMPARED, Index
from duizhao.reuse.model import Match, ScreenResult
from duizhao.reuse.recurrence import RecurringPoint, recurring_problems
from duizhao.reuse.view import FiledTexts, ShownCheck, ShownJoin
from duizhao.statement import Statement
from duizhao.text import Source

ONE_PROCESS_UP_TO = 5000
"""Documents up to which one process compares them: starting others takes as long."""

A = TypeVar("A")
B = TypeVar("B")


def compare_text(
    index: Index,
    source: Source,
    checker: Checker | None = None,
    labeller: Labeller | None = None,
    *,
    most: int = MAX_COMPARED,
) -> ShownCheck:
    """What a text shares with the documents of an index, and which problems recur from its person's own past.

    The result reads filed texts from the index: write it out before the index is closed.
    """
    checker = checker or default_checker()
    label = (labeller or Labeller()).label(source, checker)
    screened = index.check(source.text, label, most=most)
    filed = FiledTexts.from_index(index)
    past = [match for match in screened.matches if match.relation is Relation.OWN_PAST]
    # Of a file with several statements, offsets in each are those of its own part.
    whole = [
        reading.statement
        for reading in (checker.readings(source) if past else ())
        if reading.statement.text == source.text
    ]
    recurring = {
        match.entry.id: tuple(_recurring(whole, screened, match, filed.text(match.entry.id)))
        for match in past
    }
    return ShownCheck(
        name=source.name,
        text=source.text,
        label=label,
        screened=screened,
        filed=filed,
        recurring=recurring,
        version=__version__,
    )


def screen_source(source: Source, folder: Path, checker: Checker | None = None) -> ScreenResult:
    """What a text shares with the documents of the index in a folder.

    Raises DuizhaoError for an index that cannot be read, MissingTool.
    """
    checker = checker or default_checker()
    with open_index(folder, checker.config.screen) as index:
        return index.check(source.text, Labeller().label(source, checker))


def _recurring(
    statements: Iterable[Statement], screened: ScreenResult, match: Match, earlier: str
) -> Iterator[RecurringPoint]:
    for statement in statements:
        yield from recurring_problems(statement, match, earlier, screened.excluded)


def compare_all(
    index: Index,
    *,
    memory: int = JOIN_MEMORY,
    engine: str | None = None,
    jobs: int | None = None,
    only: Collection[str] | None = None,
) -> ShownJoin:
    """What all documents of an index share. About `memory` bytes are used, besides the result.

    With `only`, documents without one of these ids are not compared with each other. `engine` finds candidates in
    place of numpy: duckdb, local, local[n] or spark://host:port. `jobs` processes verify them, by default one a core
    where there are many documents. The result reads filed texts from the index: write it out before the index is
    closed. Raises UnknownName, MissingTool, DuizhaoError.
    """
    workers = jobs or (cores() if index.catalogue.count() > ONE_PROCESS_UP_TO else 1)

    def map_fn(work: Callable[[A], B], things: Iterable[A]) -> Iterable[B]:
        return map(work, things) if workers == 1 else map_ordered(work, things, workers)

    joined = index.join(memory=memory, engine=engine, map_fn=map_fn, only=only)
    return ShownJoin(joined, FiledTexts.from_index(index), __version__)
