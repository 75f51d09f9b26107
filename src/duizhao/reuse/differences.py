"""The places inside shared passages where the two sides part."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.align import AlignedPiece
from duizhao.reuse.code_points import are_blank
from duizhao.reuse.model import Passage
from duizhao.text.span import Span

NEAR = 1
"""Equal letters between two differences that are told as one: a renamed place may share a letter by chance."""

Rows = NDArray[np.int64]
"""Pieces, a row each: start and end on the left, shift, number of the passage.

Or differences, a row each: start and end on the left, start and end on the right, number of the passage.
"""


def passages(
    left: NDArray[np.uint32], right: NDArray[np.uint32], found: Sequence[Sequence[AlignedPiece]]
) -> tuple[Passage, ...]:
    """The pieces of each as one passage, with what differs in it; differences in blanks alone are not told."""
    if not found:
        return ()
    # All passages at once: they are many and short, and a call costs as much for one as for all.
    rows = np.array(
        [(p.start, p.end, p.diagonal, at) for at, some in enumerate(found) for p in some]
    )
    spots = np.concatenate((_between(rows), _within(left, right, rows)))
    spots = _near(spots[np.argsort(spots[:, 0], kind="stable")])
    spots = spots[_are_seen(spots[:, 0:2], left) | _are_seen(spots[:, 2:4], right)]
    bounds = np.searchsorted(spots[:, 4], np.arange(len(found) + 1)).tolist()
    told = np.ascontiguousarray(spots[:, :4])
    return tuple(
        Passage(_left(some), _right(some), told[bounds[at] : bounds[at + 1]].tobytes())
        for at, some in enumerate(found)
    )


def _left(pieces: Sequence[AlignedPiece]) -> Span:
    return Span(pieces[0].start, pieces[-1].end)


def _right(pieces: Sequence[AlignedPiece]) -> Span:
    first, last = pieces[0], pieces[-1]
    return Span(first.start + first.diagonal, last.end + last.diagonal)


def _between(pieces: Rows) -> Rows:
    starts, ends, shifts, owners = pieces.T
    before, after = slice(None, -1), slice(1, None)
    columns = (ends[before], starts[after], (ends + shifts)[before], (starts + shifts)[after])
    rows: Rows = np.stack((*columns, owners[before]), axis=1)[owners[before] == owners[after]]
    return rows


def _within(left: NDArray[np.uint32], right: NDArray[np.uint32], pieces: Rows) -> Rows:
    starts, ends, _, _ = pieces.T
    lengths = ends - starts
    piece = np.repeat(np.arange(len(pieces)), lengths)
    at = np.arange(int(lengths.sum())) + (starts - np.cumsum(lengths) + lengths)[piece]
    unlike = (left[at] != right[at + pieces[piece, 2]]).nonzero()[0]
    at, piece = at[unlike], piece[unlike]
    # Neighbours belong together where they follow each other in one piece.
    first = np.ones(len(at), bool)
    first[1:] = (at[1:] - at[:-1] != 1) | (piece[1:] != piece[:-1])
    last = np.append(first[1:], True)[: len(at)]
    shift, owner = pieces[piece[first], 2], pieces[piece[first], 3]
    opened, closed = at[first], at[last] + 1
    return np.stack((opened, closed, opened + shift, closed + shift, owner), axis=1)


def _near(spots: Rows) -> Rows:
    """Differences in their order, those of a passage that all but touch as one."""
    if not len(spots):
        return spots
    gaps = spots[1:, (0, 2)] - spots[:-1, (1, 3)]
    first = np.ones(len(spots), bool)
    first[1:] = (gaps > NEAR).any(axis=1) | (spots[1:, 4] != spots[:-1, 4])
    firsts, lasts = spots[first], spots[np.append(first[1:], True)]
    return np.stack((firsts[:, 0], lasts[:, 1], firsts[:, 2], lasts[:, 3], firsts[:, 4]), axis=1)


def _are_seen(spans: Rows, points: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether there is more than blanks in each of the spans."""
    upto = np.append(0, np.cumsum(~are_blank(points)))
    seen: NDArray[np.bool_] = upto[spans[:, 1]] > upto[spans[:, 0]]
    return seen
