"""Which rows of this year's ledger may describe the same problem as rows of earlier years.

Two rows are compared by the words that they share and that few rows have, and by what they have word for word. Rows of
the same person need less of it than rows of the same aspect alone, and other rows must be nearly equal. What is found
is a question to somebody, with what it rests on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from duizhao.reuse.code_points import code_points
from duizhao.reuse.compare import passages, seeds
from duizhao.statement.links.common_words import frequent_words
from duizhao.statement.links.word_pairs import common_words, telling_pairs

FEWEST_ROWS = 8
"""Fewer rows are weighed as if there were so many."""
LIKENESS_OF_PERSON, LIKENESS_OF_ASPECT = 0.12, 0.26
"""The least likeness (cosine of the weighed pairs) of rows of one person, and of rows of one aspect.

Of 14 problems described anew in other words among 26 of one person the first finds 12, the second 8, with one wrong;
of the problems of 40 statements by 40 authors, each set against all others as if one person had them, it takes 2 in
1,000 pairs for the same, the second none.
"""
EQUAL_SHARE = 0.5
"""The part of the shorter row that both have word for word, from which nothing else is asked."""
MAX_EARLIER = 3
MAX_COMPARED = 1_500
"""Characters of a row that are looked at: a cell may hold twenty times as many."""
MAX_CANDIDATES = 8
"""Earlier rows that one row is compared with word for word: those with the rarest words in common."""


@dataclass(frozen=True, slots=True)
class RowOfYear:
    """The content of a ledger row: its problem with its examples, whom it concerns, and its aspect."""

    id: str
    text: str
    people: frozenset[str] = frozenset()
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class RowRecurrence:
    """A row, an earlier one that may describe the same problem, the words that both have, and the share that is word
    for word.

    `likeness` is between 0 and 1 and orders what was found for one row; it is no probability.
    """

    row: str
    earlier: str
    words: tuple[str, ...]
    share: float
    likeness: float


def recurring_rows(
    rows: Sequence[RowOfYear], earlier: Sequence[RowOfYear]
) -> Iterator[RowRecurrence]:
    """For each row at most three earlier ones, the likeliest first."""
    pairs = _WeighedPairs(rows, earlier)
    for row in rows:
        found = [
            match
            for before, likeness in pairs.nearest(row)
            if (match := _compared(row, before, likeness, pairs))
        ]
        found.sort(key=lambda each: (-max(each.likeness, each.share), each.earlier))
        yield from found[:MAX_EARLIER]


class _WeighedPairs:
    """The telling pairs of all rows, each weighed by how few rows have it."""

    def __init__(self, rows: Sequence[RowOfYear], earlier: Sequence[RowOfYear]) -> None:
        self.of = {id(row): telling_pairs(row.text[:MAX_COMPARED]) for row in (*rows, *earlier)}
        self._earlier = earlier
        counts = Counter(pair for pairs in self.of.values() for pair in pairs)
        count = max(len(self.of), FEWEST_ROWS) + 1
        # A pair that this year's row and one of last year have is as rare as a shared pair can be.
        self._weights = {
            pair: log(count / known) * (1.0 if pair in frequent_words() else 1.5)
            for pair, known in counts.items()
        }

    def nearest(self, row: RowOfYear) -> list[tuple[RowOfYear, float]]:
        """The earlier rows that share most with a row, each with its likeness."""
        own = self.of[id(row)]
        likenesses: dict[int, float] = {}
        for pair in own:
            for at in self._having.get(pair, ()):
                likenesses[at] = likenesses.get(at, 0.0) + self._weights[pair] ** 2
        length = self._length(row)
        found = [
            (self._earlier[at], shared / (length * self._length(self._earlier[at])))
            for at, shared in likenesses.items()
        ]
        found.sort(key=lambda each: -each[1])
        return found[:MAX_CANDIDATES]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """The earlier rows that have each pair."""
        found: dict[str, list[int]] = {}
        for at, row in enumerate(self._earlier):
            for pair in self.of[id(row)]:
                found.setdefault(pair, []).append(at)
        return found

    def _length(self, row: RowOfYear) -> float:
        return sqrt(sum(self._weights[pair] ** 2 for pair in self.of[id(row)]))


def _compared(
    row: RowOfYear, before: RowOfYear, likeness: float, pairs: _WeighedPairs
) -> RowRecurrence | None:
    one, other = row.text[:MAX_COMPARED], before.text[:MAX_COMPARED]
    share = _equal_share(one, other)
    shared = pairs.of[id(row)] & pairs.of[id(before)]
    needed = _needed(row, before)
    is_like = needed is not None and likeness >= needed
    if not is_like and share < EQUAL_SHARE:
        return None
    words = common_words(one, other, shared)
    return RowRecurrence(row.id, before.id, words, round(share, 3), round(likeness, 3))


def _needed(row: RowOfYear, before: RowOfYear) -> float | None:
    """The likeness from which two rows may describe the same problem; None where words alone do not do."""
    if row.people & before.people:
        return LIKENESS_OF_PERSON
    return LIKENESS_OF_ASPECT if row.aspect and row.aspect == before.aspect else None


def _equal_share(one: str, other: str) -> float:
    """The part of the shorter text that both have word for word."""
    left, right = code_points(one), code_points(other)
    shorter = min(left.total(), right.total())
    if not shorter:
        return 0.0
    found = passages(left, other, *seeds(one, other))
    return min(1.0, sum(left.count(each.left) for each in found) / shorter)
