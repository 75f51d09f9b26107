"""Passages from the pieces of their alignment, with the places inside them where the two sides differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.align import SHORTEST_PASSAGE
from duizhao.reuse.code_points import CodePoints, are_blank
from duizhao.reuse.extend import AlignedPiece
from duizhao.reuse.model import Passage
from duizhao.text.span import Span

JOINED_UP_TO = 1
"""Equal letters between two differences that become one: a renamed place may share a letter by chance."""

ROW_BYTES = 4 * 8
"""Of a difference in `Passage.spots`: its four offsets."""

Rows = NDArray[np.int64]
"""Differences, a row each: start and end on the left, start and end on the right, number of the run."""


class _Pieces(NamedTuple):
    """The pieces of all runs, in columns; `run` is the number of the run. Right offsets are in the joined text."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    diagonal: NDArray[np.int64]
    run: NDArray[np.int64]


def passages_of_each(
    left: CodePoints,
    right: NDArray[np.uint32],
    bounds: NDArray[np.int64],
    runs: Sequence[Sequence[Sequence[AlignedPiece]]],
) -> list[tuple[Passage, ...]]:
    """The runs that the left text shares with each right one as passages; differences in blanks alone are left out.

    Right text `n` is `right` from `bounds[n]` to `bounds[n + 1]`. Runs with too few equal letters are dropped.
    """
    # All runs at once: they are many and short, and a call of numpy costs as much for one as for all.
    flat = [run for some in runs for run in some]
    if not flat:
        return [() for _ in runs]
    owners = np.repeat(np.arange(len(runs)), [len(some) for some in runs])
    pieces = _columns(flat, bounds[owners])
    at, piece = _characters(pieces)
    is_equal = left.points.take(at) == right.take(at + pieces.diagonal.take(piece))
    is_counted = np.diff(left.prefix_counts) > 0
    # Characters stand run after run: what a run has is the difference of two sums.
    sums = np.append(0, np.cumsum(is_counted.take(at) & is_equal))
    ends = np.cumsum([sum(piece.end - piece.start for piece in run) for run in flat])
    equal = np.diff(sums[ends], prepend=0)
    spots = np.concatenate((_between(pieces), _replaced(pieces, at[~is_equal], piece[~is_equal])))
    spots = _join_near(spots[np.lexsort((spots[:, 0], spots[:, 4]))])
    spots = spots[_are_visible(spots[:, 0:2], left.points) | _are_visible(spots[:, 2:4], right)]
    # From the joined right text to the right text of each run.
    spots[:, 2:4] -= bounds[owners[spots[:, 4]], None]
    found = iter(_passages(flat, spots, equal >= SHORTEST_PASSAGE))
    return [tuple(each for each in (next(found) for _ in some) if each) for some in runs]


def _columns(runs: Sequence[Sequence[AlignedPiece]], bases: NDArray[np.int64]) -> _Pieces:
    """`bases` are where the right text of each run begins in the joined one."""
    numbers_in_turn = chain.from_iterable(chain.from_iterable(runs))
    rows = np.fromiter(numbers_in_turn, np.int64).reshape(-1, 3)
    numbers = np.repeat(np.arange(len(runs)), [len(run) for run in runs])
    return _Pieces(rows[:, 0], rows[:, 1], rows[:, 2] + bases[numbers], numbers)


def _characters(pieces: _Pieces) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each left offset that is in a piece, with the number of the piece."""
    lengths = pieces.end - pieces.start
    piece = np.repeat(np.arange(len(lengths)), lengths)
    at = np.arange(int(lengths.sum())) + (pieces.start - np.cumsum(lengths) + lengths)[piece]
    return at, piece


def _passages(
    runs: Sequence[Sequence[AlignedPiece]], spots: Rows, are_long: NDArray[np.bool_]
) -> Iterator[Passage | None]:
    cuts = np.searchsorted(spots[:, 4], np.arange(len(runs) + 1)).tolist()
    packed = np.ascontiguousarray(spots[:, :4]).tobytes()
    for at, (run, is_long) in enumerate(zip(runs, are_long.tolist(), strict=True)):
        if not is_long:
            yield None
            continue
        first, last = run[0], run[-1]
        right = Span(first.start + first.diagonal, last.end + last.diagonal)
        spots_of_run = packed[ROW_BYTES * cuts[at] : ROW_BYTES * cuts[at + 1]]
        yield Passage(Span(first.start, last.end), right, spots_of_run)


def _between(pieces: _Pieces) -> Rows:
    """What lies between two pieces of a run: words that one side has and the other has not, or has otherwise."""
    before, after = slice(None, -1), slice(1, None)
    right_start, right_end = pieces.start + pieces.diagonal, pieces.end + pieces.diagonal
    columns = (pieces.end[before], pieces.start[after], right_end[before], right_start[after])
    is_one_run = pieces.run[before] == pieces.run[after]
    rows: Rows = np.stack((*columns, pieces.run[before]), axis=1)[is_one_run]
    return rows


def _replaced(pieces: _Pieces, at: NDArray[np.int64], piece: NDArray[np.int64]) -> Rows:
    """Characters that differ inside of pieces; neighbours in one piece are one difference."""
    first = np.ones(len(at), bool)
    first[1:] = (at[1:] - at[:-1] != 1) | (piece[1:] != piece[:-1])
    last = np.append(first[1:], True)[: len(at)]
    diagonal, run = pieces.diagonal[piece[first]], pieces.run[piece[first]]
    start, end = at[first], at[last] + 1
    return np.stack((start, end, start + diagonal, end + diagonal, run), axis=1)


def _join_near(spots: Rows) -> Rows:
    """Differences in order, those of a run that almost touch as one."""
    if not len(spots):
        return spots
    gaps = spots[1:, (0, 2)] - spots[:-1, (1, 3)]
    first = np.ones(len(spots), bool)
    first[1:] = (gaps > JOINED_UP_TO).any(axis=1) | (spots[1:, 4] != spots[:-1, 4])
    firsts, lasts = spots[first], spots[np.append(first[1:], True)]
    return np.stack((firsts[:, 0], lasts[:, 1], firsts[:, 2], lasts[:, 3], firsts[:, 4]), axis=1)


def _are_visible(spans: Rows, points: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """For each span, whether it has more than blanks."""
    ink = np.append(0, np.cumsum(~are_blank(points)))
    visible: NDArray[np.bool_] = ink[spans[:, 1]] > ink[spans[:, 0]]
    return visible
