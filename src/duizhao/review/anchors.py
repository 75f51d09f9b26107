"""A span of the text → its place in the runs, or the paragraph on which its comment hangs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.review.run_index import RunIndex
from duizhao.text import Origin, Source, Span


class Spot(NamedTuple):
    """A place in a run: before its character `offset`, which is the character `at` of the text."""

    paragraph: int
    run: int
    offset: int
    at: int

    @property
    def key(self) -> tuple[int, int]:
        """The run, as `RunIndex` numbers it."""
        return self.paragraph, self.run


class CommentAnchor(NamedTuple):
    """From the first to the last character of a finding; the same spot twice for a place between two characters."""

    start: Spot
    end: Spot


class AnchorFinder:
    """Finds the places of spans in the runs."""

    def __init__(self, source: Source, index: RunIndex) -> None:
        self._origins: Sequence[Origin] = source.origins
        self._starts = [origin.span.start for origin in source.origins]
        self._index = index

    def anchor(self, span: Span) -> CommentAnchor | int:
        """The anchor of a comment on `span`, or the number of the paragraph on which it hangs.

        Generated text has no place in a run. A range begins and ends in one story: one that goes from the body into a
        text box, or the reverse, ends where it leaves the story in which it began.
        """
        if span.start == span.end:
            spot = self.spot_between(span.start)
            return self._paragraph(span.start) if spot is None else CommentAnchor(spot, spot)
        first = next(self._in_runs(span), None)
        if first is None:
            return self._paragraph(span.start)
        story = self._story(first)
        last = next(
            origin for origin in self._in_runs(span, backwards=True) if self._story(origin) == story
        )
        return CommentAnchor(
            _spot(first, max(span.start, first.span.start)),
            _spot(last, min(span.end, last.span.end)),
        )

    def spot_between(self, at: int) -> Spot | None:
        """The place between two characters: in the run of the one before, or else in that of the one behind."""
        for near in (at - 1, at):
            origin = self._origin(near)
            if origin is not None and not origin.generated and self._has(origin):
                return _spot(origin, at)
        return None

    def stretches(self, span: Span) -> Iterator[tuple[Spot, Spot]]:
        """The stretches of runs in which `span` lies, each from its first place to its last."""
        for origin in self._in_runs(span) if span.start < span.end else ():
            start, end = max(span.start, origin.span.start), min(span.end, origin.span.end)
            yield _spot(origin, start), _spot(origin, end)

    def _in_runs(self, span: Span, backwards: bool = False) -> Iterator[Origin]:
        low = max(0, bisect_right(self._starts, span.start) - 1)
        high = bisect_right(self._starts, span.end - 1)
        order = range(high - 1, low - 1, -1) if backwards else range(low, high)
        for at in order:
            origin = self._origins[at]
            if not origin.generated and origin.span.overlaps(span) and self._has(origin):
                yield origin

    def _origin(self, at: int) -> Origin | None:
        index = bisect_right(self._starts, at) - 1
        found = self._origins[index] if index >= 0 else None
        return found if found is not None and found.span.start <= at < found.span.end else None

    def _has(self, origin: Origin) -> bool:
        return (origin.paragraph, origin.run) in self._index.runs

    def _story(self, origin: Origin) -> int:
        return self._index.runs[origin.paragraph, origin.run].story

    def _paragraph(self, at: int) -> int:
        origin = self._origin(at) or (self._origins[-1] if self._origins else None)
        return origin.paragraph if origin else 0


def _spot(origin: Origin, at: int) -> Spot:
    return Spot(origin.paragraph, origin.run, origin.offset + at - origin.span.start, at)
