"""One text against an index, and an index with itself, ready to be written out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from duizhao import __version__
from duizhao.api.checker import Checker
from duizhao.api.filing import Labelling
from duizhao.api.many import cores
from duizhao.api.side_by_side import side_by_side
from duizhao.lint import Relation
from duizhao.reuse.index import MEMORY, MOST, Index
from duizhao.reuse.model import Match, ScreenResult
from duizhao.reuse.recurrence import RecurringPoint, recurring_problems
from duizhao.reuse.view import FiledTexts, ShownCheck, ShownJoin
from duizhao.statement import Statement
from duizhao.text import Source

FEW = 5000
"""Up to so many documents are compared in this process: starting others takes as long."""

A = TypeVar("A")
B = TypeVar("B")


def compare_text(
    index: Index,
    source: Source,
    checker: Checker,
    labelling: Labelling | None = None,
    *,
    most: int = MOST,
) -> ShownCheck:
    """What a text shares with the documents of an index, and which problems came back from its person's own past."""
    label = (labelling or Labelling()).label(checker, source)
    screened = index.check(source.text, label, most=most)
    filed = FiledTexts.from_index(index)
    past = [match for match in screened.matches if match.relation is Relation.OWN_PAST]
    # Where a file holds several statements, offsets in each are those of its own part.
    whole = [
        reading.statement
        for reading in (checker.readings(source) if past else ())
        if reading.statement.text == source.text
    ]
    back = {
        match.entry.id: tuple(_recurring(whole, screened, match, filed.text(match.entry.id)))
        for match in past
    }
    return ShownCheck(source.name, source.text, label, screened, filed, back, __version__)


def _recurring(
    statements: Iterable[Statement], screened: ScreenResult, match: Match, earlier: str
) -> Iterator[RecurringPoint]:
    for statement in statements:
        yield from recurring_problems(statement, match, earlier, screened.subtracted)


def compare_all(
    index: Index, *, memory: int = MEMORY, engine: str | None = None, jobs: int | None = None
) -> ShownJoin:
    """What all documents of an index share. About `memory` bytes are used, besides the result.

    `engine` finds candidates in place of numpy: duckdb, local, local[n] or spark://host:port. `jobs` processes verify
    them, by default one a core where there are many documents. Raises UnknownName, MissingTool, DuizhaoError.
    """
    workers = jobs or (cores() if index.catalogue.count() > FEW else 1)

    def spread(work: Callable[[A], B], things: Iterable[A]) -> Iterable[B]:
        return map(work, things) if workers == 1 else side_by_side(work, things, workers)

    joined = index.join(memory=memory, engine=engine, spread=spread)
    return ShownJoin(joined, FiledTexts.from_index(index), __version__)
