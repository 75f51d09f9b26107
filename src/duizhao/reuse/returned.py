"""What came back: the points of a statement that one's own past statement has word for word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from duizhao.document import Document
from duizhao.reuse.letters import letters
from duizhao.reuse.model import Difference, Match, Passage, Subtracted
from duizhao.reuse.refine import refined
from duizhao.statement import Cause, Measure, Problem, Statement
from duizhao.text.span import Span

WORD_FOR_WORD = 0.9
"""A point has come back word for word when so much of it, all that counts, stands in the earlier text too."""

Point = Problem | Cause | Measure
Told = tuple[Passage, Sequence[Difference]]
"""A passage with the words that differ in it."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A point (`span`) that an earlier text has too, at `earlier`; `place` says where it stands, for people.

    `share` is that of its characters that count (no blank, no marker, nothing subtracted) which the earlier text has
    alike.
    """

    span: Span
    earlier: Span
    place: str
    share: float


def returned(
    statement: Statement,
    match: Match,
    earlier: str,
    left_out: Iterable[Subtracted] = (),
    points: Iterable[Point] | None = None,
) -> tuple[Returned, ...]:
    """The points of `statement` that came back word for word from the matched document, whose text is `earlier`.

    `match` and `left_out` are what the check of the statement's own text gave (`Screened`). `points` are its problems
    unless others are named. A point of nothing but what was subtracted never counts.
    """
    wanted = statement.problems if points is None else tuple(points)
    counted = letters(statement.text, left_out).counted
    passages = [(each, refined(each, statement.text, earlier)) for each in match.passages]
    alike = _alike(counted, passages)
    beside = _Beside(statement.text, earlier, passages)
    found = []
    # The same problem may be the second this year and was the first: its marker says nothing.
    begins = {item.span: item.marker.span.end for item in statement.document.items}
    for point in wanted:
        start, end = begins.get(point.span, point.span.start), point.span.end
        total = int(counted[end] - counted[start])
        same = int(alike[end] - alike[start])
        if total and same / total >= WORD_FOR_WORD:
            place = place_of(statement.document, point)
            found.append(Returned(point.span, beside.span(point.span), place, same / total))
    return tuple(found)


def place_of(document: Document, point: Point) -> str:
    """Where a point stands, as people say it: “（一）理论学习方面 二是”."""
    above = [heading for heading in document.headings if heading.span.start <= point.span.start]
    own = point.heading or (above[-1].title if above else None)
    title = next((each for each in above if each.title == own), None)
    marks = [document.of(each.marker.span) for each in document.items if each.span == point.span]
    named = document.of(title.span if title else own).strip(" \u3000。；：:")
    return " ".join(filter(None, (named, *(mark.strip("，,、：:") for mark in marks))))


def _alike(counted: NDArray[np.int64], passages: Iterable[Told]) -> NDArray[np.int64]:
    """How many characters that count, and that the other text has alike, stand before each offset."""
    shared = np.zeros(len(counted), np.int64)
    for passage, differences in passages:
        shared[passage.left.start + 1 : passage.left.end + 1] = 1
        for each in differences:
            shared[each.left.start + 1 : each.left.end + 1] = 0
    shared[1:] *= np.diff(counted)
    return np.cumsum(shared)


class _Beside:
    """Finds the place in one text that lies beside a place in another, given the passages that they share."""

    def __init__(self, left: str, right: str, passages: Sequence[Told]) -> None:
        # Blanks may differ without being told: what is not blank is counted from the last difference on.
        self._left, self._right = letters(left).counted, letters(right).counted
        self._passages = passages

    def span(self, span: Span) -> Span:
        """What lies beside `span`: from the first to the last of it, or, where that is scattered, its largest part."""
        parts = list(self._parts(span))
        if not parts:
            return Span(0, 0)
        hull = Span(min(each.start for each in parts), max(each.end for each in parts))
        if hull.end - hull.start <= 2 * (span.end - span.start):
            return hull
        return max(parts, key=lambda each: each.end - each.start)

    def _parts(self, span: Span) -> Iterator[Span]:
        for passage, differences in self._passages:
            if passage.left.overlaps(span):
                start, end = max(span.start, passage.left.start), min(span.end, passage.left.end)
                first = self._counted(passage, differences, start)
                last = self._counted(passage, differences, end)
                yield Span(
                    _within(passage.right, int(np.searchsorted(self._right, first + 1)) - 1),
                    _within(passage.right, int(np.searchsorted(self._right, last))),
                )

    def _counted(self, passage: Passage, differences: Sequence[Difference], at: int) -> int:
        """How many characters of the right text that are not blank stand before what lies beside `at`."""
        here, there = passage.left.start, passage.right.start
        passed = bisect_right(differences, at, key=attrgetter("left.end"))
        if passed:
            last = differences[passed - 1]
            here, there = last.left.end, last.right.end
        return int(self._right[there] + self._left[at] - self._left[here])


def _within(span: Span, at: int) -> int:
    return min(max(at, span.start), span.end)
