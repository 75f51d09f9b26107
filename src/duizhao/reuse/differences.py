"""The places inside a shared passage where the two sides part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.align import Piece
from duizhao.reuse.model import Difference, Passage
from duizhao.text.span import Span

NEAR = 1
"""Equal letters between two differences that are told as one: a renamed place may share a letter by chance."""


Side = tuple[str, NDArray[np.uint32]]
"""A text, and its characters as numbers."""


def passage(left: Side, right: Side, pieces: Sequence[Piece]) -> Passage:
    """The pieces as one passage, with what differs in it; differences in blanks alone are not told."""
    first, last = pieces[0], pieces[-1]
    found = sorted(
        [*_between(pieces), *_within(left[1], right[1], pieces)], key=lambda each: each.left
    )
    told = (each for each in _near(found) if _is_seen(each, left[0], right[0]))
    return Passage(
        Span(first.start, last.end),
        Span(first.start + first.shift, last.end + last.shift),
        tuple(told),
    )


def _between(pieces: Sequence[Piece]) -> Iterator[Difference]:
    for one, two in pairwise(pieces):
        yield Difference(Span(one.end, two.start), Span(one.end + one.shift, two.start + two.shift))


def _within(
    left: NDArray[np.uint32], right: NDArray[np.uint32], pieces: Sequence[Piece]
) -> Iterator[Difference]:
    for piece in pieces:
        here = left[piece.start : piece.end]
        there = right[piece.start + piece.shift : piece.end + piece.shift]
        unlike = np.flatnonzero(here != there)
        if len(unlike):
            ends = np.flatnonzero(np.diff(unlike) > 1)
            starts = unlike[np.append(0, ends + 1)] + piece.start
            stops = unlike[np.append(ends, len(unlike) - 1)] + piece.start + 1
            for start, stop in zip(starts.tolist(), stops.tolist(), strict=True):
                shift = piece.shift
                yield Difference(Span(start, stop), Span(start + shift, stop + shift))


def _near(found: Sequence[Difference]) -> Iterator[Difference]:
    last: Difference | None = None
    for each in found:
        if (
            last
            and each.left.start - last.left.end <= NEAR
            and each.right.start - last.right.end <= NEAR
        ):
            last = Difference(
                Span(last.left.start, each.left.end), Span(last.right.start, each.right.end)
            )
        else:
            if last:
                yield last
            last = each
    if last:
        yield last


def _is_seen(difference: Difference, left: str, right: str) -> bool:
    return bool(difference.left.of(left).strip() or difference.right.of(right).strip())
