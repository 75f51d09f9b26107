"""The places inside a shared passage where the two sides part."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.align import Piece
from duizhao.reuse.letters import blanks
from duizhao.reuse.model import Passage
from duizhao.text.span import Span

NEAR = 1
"""Equal letters between two differences that are told as one: a renamed place may share a letter by chance."""

Spots = NDArray[np.int64]
"""Differences, a row each: start and end on the left, start and end on the right."""


def passage(
    left: NDArray[np.uint32], right: NDArray[np.uint32], pieces: Sequence[Piece]
) -> Passage:
    """The pieces as one passage, with what differs in it; differences in blanks alone are not told."""
    first, last = pieces[0], pieces[-1]
    here = Span(first.start, last.end)
    there = Span(first.start + first.shift, last.end + last.shift)
    rows = np.array([(each.start, each.end, each.shift) for each in pieces])
    found = np.concatenate((_between(rows), _within(left, right, rows)))
    found = _near(found[np.argsort(found[:, 0], kind="stable")])
    seen = _are_seen(found[:, :2], left, here) | _are_seen(found[:, 2:], right, there)
    return Passage(here, there, found[seen].tobytes())


def _between(pieces: NDArray[np.int64]) -> Spots:
    starts, ends, shifts = pieces.T
    before, after = slice(None, -1), slice(1, None)
    return np.stack(
        (ends[before], starts[after], ends[before] + shifts[before], starts[after] + shifts[after]),
        axis=1,
    )


def _within(
    left: NDArray[np.uint32], right: NDArray[np.uint32], pieces: NDArray[np.int64]
) -> Spots:
    starts, ends, shifts = pieces.T
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    at = np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths)
    shift = np.repeat(shifts, lengths)
    unlike = (left[at] != right[at + shift]).nonzero()[0]
    # Neighbours belong together where they follow each other in one piece.
    last = (np.diff(at[unlike], append=-1) != 1) | (np.diff(shift[unlike], append=0) != 0)
    first = np.roll(last, 1)
    opened, closed = at[unlike[first]], at[unlike[last]] + 1
    along = shift[unlike[first]]
    return np.stack((opened, closed, opened + along, closed + along), axis=1)


def _near(found: Spots) -> Spots:
    """Differences in their order, those that all but touch as one."""
    if not len(found):
        return found
    apart = np.ones(len(found), bool)
    gaps = found[1:, (0, 2)] - found[:-1, (1, 3)]
    apart[1:] = (gaps > NEAR).any(axis=1)
    firsts, lasts = found[apart], found[np.roll(apart, -1)]
    return np.stack((firsts[:, 0], lasts[:, 1], firsts[:, 2], lasts[:, 3]), axis=1)


def _are_seen(
    spans: NDArray[np.int64], points: NDArray[np.uint32], whole: Span
) -> NDArray[np.bool_]:
    """Whether there is more than blanks in each of the spans."""
    inked = np.cumsum(~blanks()[points[whole.start : whole.end] & 0xFFFF])
    upto = np.append(0, inked)
    seen: NDArray[np.bool_] = upto[spans[:, 1] - whole.start] > upto[spans[:, 0] - whole.start]
    return seen
