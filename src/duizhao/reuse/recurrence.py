"""Points of a statement that one's own past statement has word for word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from duizhao.document import Document, Heading
from duizhao.reuse.code_points import code_points
from duizhao.reuse.differing_words import narrow_differences
from duizhao.reuse.model import Difference, ExcludedSpan, Match, Passage
from duizhao.statement import Cause, Measure, Problem, Statement
from duizhao.text.span import Span

RECURRING_SHARE = 0.9
"""The share of a point's counted characters in the earlier text from which it counts as written again."""

Point = Problem | Cause | Measure
Refined = tuple[Passage, Sequence[Difference]]
"""A passage and the words that differ in it."""


@dataclass(frozen=True, slots=True)
class RecurringPoint:
    """A point at `span` that the earlier text has at `earlier`. `place` names where it stands, for people.

    `share` is the part of its counted characters (no blank, no marker, nothing excluded) that are the same in the
    earlier text.
    """

    span: Span
    earlier: Span
    place: str
    share: float


def recurring_problems(
    statement: Statement, match: Match, earlier: str, left_out: Iterable[ExcludedSpan] = ()
) -> tuple[RecurringPoint, ...]:
    """The problems of `statement` that the matched document, with the text `earlier`, has word for word.

    `match` and `left_out` come from the check of the statement's own text (`ScreenResult`).
    """
    finder = RecurrenceFinder(statement.text, match, earlier, left_out)
    return finder.find(statement.document, statement.problems)


class RecurrenceFinder:
    """Finds points of a text in a matched document with the text `earlier`: made once, used for many points."""

    def __init__(
        self, text: str, match: Match, earlier: str, left_out: Iterable[ExcludedSpan] = ()
    ) -> None:
        passages = [(each, narrow_differences(each, text, earlier)) for each in match.passages]
        self._counted = code_points(text, left_out).prefix_counts
        self._alike = _alike(self._counted, passages)
        self._facing = _FacingPlaces(text, earlier, passages)

    def find(self, document: Document, points: Iterable[Point]) -> tuple[RecurringPoint, ...]:
        """The points that both texts have. A point of nothing but excluded text is never one of them."""
        return tuple(self._recurring(_PointPlaces(document), points))

    def _recurring(self, places: _PointPlaces, points: Iterable[Point]) -> Iterator[RecurringPoint]:
        for point in points:
            # Without the marker: the second problem of this year may have been the first of the past one.
            start, end = places.body(point)
            total = int(self._counted[end] - self._counted[start])
            same = int(self._alike[end] - self._alike[start])
            if total and same / total >= RECURRING_SHARE:
                earlier = self._facing.span(point.span)
                yield RecurringPoint(point.span, earlier, places.words(point), same / total)


class _PointPlaces:
    """Where points stand, in words for people: “（一）理论学习方面 二是”."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [heading.span.start for heading in document.headings]
        self._by_title = {heading.title: heading for heading in document.headings}
        self._markers = {item.span: item.marker.span for item in document.items}

    def body(self, point: Point) -> Span:
        """The point without its marker."""
        marker = self._markers.get(point.span)
        return Span(marker.end, point.span.end) if marker else point.span

    def words(self, point: Point) -> str:
        heading = self._by_title.get(point.heading) if point.heading else self._above(point)
        title = self._document.of(heading.span if heading else point.heading)
        marker = self._document.of(self._markers.get(point.span))
        words = (title.strip(" \u3000。；：:"), marker.strip("，,、：:"))
        return " ".join(filter(None, words))

    def _above(self, point: Point) -> Heading | None:
        at = bisect_right(self._starts, point.span.start)
        return self._document.headings[at - 1] if at else None


def _alike(counted: NDArray[np.int64], passages: Iterable[Refined]) -> NDArray[np.int64]:
    """Prefix counts: how many counted characters before each offset are the same in the other text."""
    shared = np.zeros(len(counted), np.int64)
    for passage, differences in passages:
        shared[passage.left.start + 1 : passage.left.end + 1] = 1
        for each in differences:
            shared[each.left.start + 1 : each.left.end + 1] = 0
    shared[1:] *= np.diff(counted)
    return np.cumsum(shared)


class _FacingPlaces:
    """Maps a place in one text to the facing place in the other, given the passages that both share."""

    def __init__(self, left: str, right: str, passages: Sequence[Refined]) -> None:
        # Differences in blanks are not recorded, so characters other than blanks are counted from the last difference.
        self._left, self._right = code_points(left).prefix_counts, code_points(right).prefix_counts
        self._passages = passages

    def span(self, span: Span) -> Span:
        """The facing span, from its first to its last part; where the parts are scattered, the largest part."""
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
        """How many characters of the right text, blanks apart, stand before the place that faces `at`."""
        here, there = passage.left.start, passage.right.start
        passed = bisect_right(differences, at, key=attrgetter("left.end"))
        if passed:
            last = differences[passed - 1]
            here, there = last.left.end, last.right.end
        return int(self._right[there] + self._left[at] - self._left[here])


def _within(span: Span, at: int) -> int:
    return min(max(at, span.start), span.end)
