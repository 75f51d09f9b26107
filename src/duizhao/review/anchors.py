"""A span of the text → the place of it in the runs, or the paragraph it hangs on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.review.skeleton import Skeleton
from duizhao.text import Origin, Source, Span


class Spot(NamedTuple):
    """A place in a run: before its character `offset`, which is the character `at` of the text."""

    paragraph: int
    run: int
    offset: int
    at: int

    @property
    def key(self) -> tuple[int, int]:
        """The run."""
        return self.paragraph, self.run


class Anchor(NamedTuple):
    """From the first to the last character of a finding; both are one for a place between two characters."""

    start: Spot
    end: Spot


class Anchors:
    """Finds places. `pieces` are the origins of the source."""

    def __init__(self, source: Source, skeleton: Skeleton) -> None:
        self._pieces: Sequence[Origin] = source.origins
        self._skeleton = skeleton

    def of(self, span: Span) -> Anchor | int:
        """Where a comment on `span` goes: the anchor, or the number of the paragraph that it hangs on.

        Generated text has no place of its own. A range begins and ends in one story: one that leaves the body for a
        text box, or the reverse, keeps to where it began.
        """
        if span.start == span.end:
            spot = self.beside(span.start)
            return self._hung(span.start) if spot is None else Anchor(spot, spot)
        first = next(self._real(span), None)
        if first is None:
            return self._hung(span.start)
        story = self._story(first)
        last = next(
            piece for piece in self._real(span, backwards=True) if self._story(piece) == story
        )
        return Anchor(
            _spot(first, max(span.start, first.span.start)),
            _spot(last, min(span.end, last.span.end)),
        )

    def beside(self, at: int) -> Spot | None:
        """The place between two characters, in the run of the one before or else of the one behind."""
        for near in (at - 1, at):
            piece = self._piece(near)
            if piece is not None and not piece.generated and self._has(piece):
                return _spot(piece, at)
        return None

    def pieces(self, span: Span) -> Iterator[tuple[Spot, Spot]]:
        """The pieces that `span` lies in, each from where it begins to where it ends in its run."""
        for piece in self._real(span) if span.start < span.end else ():
            start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
            yield _spot(piece, start), _spot(piece, end)

    def _real(self, span: Span, backwards: bool = False) -> Iterator[Origin]:
        low = max(0, bisect_right(self._pieces, span.start, key=_start) - 1)
        high = bisect_right(self._pieces, span.end - 1, key=_start)
        order = range(high - 1, low - 1, -1) if backwards else range(low, high)
        for at in order:
            piece = self._pieces[at]
            if not piece.generated and piece.span.overlaps(span) and self._has(piece):
                yield piece

    def _piece(self, at: int) -> Origin | None:
        index = bisect_right(self._pieces, at, key=_start) - 1
        found = self._pieces[index] if index >= 0 else None
        return found if found is not None and found.span.start <= at < found.span.end else None

    def _has(self, piece: Origin) -> bool:
        return (piece.paragraph, piece.run) in self._skeleton.runs

    def _story(self, piece: Origin) -> int:
        return self._skeleton.runs[piece.paragraph, piece.run].story

    def _hung(self, at: int) -> int:
        piece = self._piece(at) or (self._pieces[-1] if self._pieces else None)
        return piece.paragraph if piece else 0


def _start(piece: Origin) -> int:
    return piece.span.start


def _spot(piece: Origin, at: int) -> Spot:
    return Spot(piece.paragraph, piece.run, piece.offset + at - piece.span.start, at)
