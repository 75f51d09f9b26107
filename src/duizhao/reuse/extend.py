"""Extends seeds to pieces: as far as the texts agree on one diagonal, a few replaced letters forgiven.

All seeds are extended together, a round for the first seed of every diagonal that no piece covers yet: a call of numpy
costs as much for one of them as for a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MISMATCH_PENALTY = 2
X_DROP = 12
"""An extension ends where its score, of equal characters less penalties, has dropped so far below its best."""

FIRST_REACH, NEXT_REACH = 128, 1024
"""Characters that are compared at first on either side of a seed, and then at a time."""

WIDTH_AHEAD, WIDTH_BACK = 128, 32
"""Characters after which most extensions are over: the first seed of a diagonal is near the start of its piece."""

WORTH_A_ROUND = 8
"""Seeds from which on it is faster to extend them together."""

CELLS_AT_ONCE = 1 << 19
"""Characters that are compared together, which bounds the memory."""

Places = NDArray[np.int64]


class AlignedPiece(NamedTuple):
    """A stretch of the left text, and `diagonal` characters further on in the right one. Letters may be replaced."""

    start: int
    end: int
    diagonal: int


class Seeds(NamedTuple):
    """Offsets at which the left text and one of several right ones, joined in one array, have the same fingerprint.

    `owner` is the number of the right text; right text `n` is from `bounds[n]` to `bounds[n + 1]`.
    """

    left: Places
    right: Places
    owner: Places
    bounds: Places


class ExtensionRows(NamedTuple):
    """Seeds to be extended at the same time: their places, diagonals, and the bounds of the extension."""

    seed: Places
    diagonal: Places
    lowest: Places
    highest: Places


def pieces_of_each(
    left: NDArray[np.uint32], right: NDArray[np.uint32], seeds: Seeds
) -> list[list[AlignedPiece]]:
    """The pieces that the left text has in common with each right one, in order; of one start the longest first."""
    # A seed where the texts differ after all gives nothing.
    real = np.flatnonzero(left[seeds.left] == right[seeds.right])
    places, owners = seeds.left[real], seeds.owner[real]
    diagonals = seeds.right[real] - places
    order = np.lexsort((places, diagonals, owners))
    found = _pieces(left, right, places[order], diagonals[order], owners[order], seeds.bounds)
    owner, start, end, diagonal = np.concatenate([np.empty((4, 0), np.int64), *found], axis=1)
    order = np.lexsort((diagonal, -end, start, owner))
    rows = np.stack((start, end, diagonal), axis=1)[order].tolist()
    pieces = list(map(AlignedPiece._make, rows))
    cuts = np.searchsorted(owner[order], np.arange(len(seeds.bounds))).tolist()
    return [pieces[cuts[at] : cuts[at + 1]] for at in range(len(cuts) - 1)]


def _pieces(
    left: NDArray[np.uint32],
    right: NDArray[np.uint32],
    places: Places,
    diagonals: Places,
    owners: Places,
    bounds: Places,
) -> Iterator[NDArray[np.int64]]:
    """Owners, starts, ends and diagonals of the pieces of sorted seeds, round by round."""
    lows = np.maximum(0, bounds[owners] - diagonals)
    highs = np.minimum(len(left), bounds[owners + 1] - diagonals)
    while len(places):
        is_first = np.ones(len(places), bool)
        is_first[1:] = (np.diff(diagonals) != 0) | (np.diff(owners) != 0)
        first = np.flatnonzero(is_first)
        rows = ExtensionRows(places[first], diagonals[first], lows[first], highs[first])
        extend = extend_together if len(first) >= WORTH_A_ROUND else extend_singly
        starts, ends = extend(left, right, rows)
        # Diagonals of pieces are those of the right text alone.
        yield np.stack((owners[first], starts, ends, rows.diagonal - bounds[owners[first]]))
        # The next round is for the seeds behind the new piece of their diagonal, which may not reach back into it.
        reached = np.repeat(ends, np.diff(np.append(first, len(places))))
        rest = np.flatnonzero((places >= reached) & ~is_first)
        lows = np.maximum(lows, reached)[rest]
        places, owners, diagonals, highs = places[rest], owners[rest], diagonals[rest], highs[rest]


def piece_at(
    left: NDArray[np.uint32], right: NDArray[np.uint32], seed: int, diagonal: int
) -> AlignedPiece | None:
    """The piece of one seed; None where the texts differ there."""
    if left[seed] != right[seed + diagonal]:
        return None
    low, high = max(0, -diagonal), min(len(left), len(right) - diagonal)
    end = _end(left, right, seed, diagonal, high, 1)
    return AlignedPiece(_end(left, right, seed - 1, diagonal, low - 1, -1) + 1, end, diagonal)


def extend_singly(
    left: NDArray[np.uint32], right: NDArray[np.uint32], rows: ExtensionRows
) -> tuple[Places, Places]:
    """As `extend_together`, and faster for a few seeds: a diagonal may have a thousand pieces, each in its round."""
    spans = [
        (
            _end(left, right, seed - 1, diagonal, lowest - 1, -1) + 1,
            _end(left, right, seed, diagonal, highest, 1),
        )
        for seed, diagonal, lowest, highest in zip(*(each.tolist() for each in rows), strict=True)
    ]
    starts, ends = np.array(spans).T
    return starts, ends


def _end(
    left: NDArray[np.uint32],
    right: NDArray[np.uint32],
    start: int,
    diagonal: int,
    limit: int,
    step: int,
) -> int:
    """Where one extension from `start` ends, towards `limit`: as `_follow` finds it."""
    end, reach = start, FIRST_REACH
    while end != limit:
        last, stop = end, end + step * min(reach, (limit - end) * step)
        low, high = (last, stop) if step > 0 else (stop + 1, last + 1)
        unlike = (left[low:high] != right[low + diagonal : high + diagonal]).nonzero()[0] + low
        end = _best_end(unlike[::step], last, stop, step)
        if end != stop:
            break
        reach = NEXT_REACH
    return end


def _best_end(mismatches: Places, start: int, limit: int, step: int) -> int:
    """Where an extension has its best score, by the mismatches in the order in which they are met."""
    best, at, score, best_score = start, start, 0, 0
    for chunk in range(0, len(mismatches), 64):
        for place in mismatches[chunk : chunk + 64].tolist():
            score += (place - at) * step
            if score > best_score:
                best, best_score = place, score
            score -= MISMATCH_PENALTY
            if score < best_score - X_DROP:
                return best
            at = place + step
    return limit if score + (limit - at) * step > best_score else best


def extend_together(
    left: NDArray[np.uint32], right: NDArray[np.uint32], rows: ExtensionRows
) -> tuple[Places, Places]:
    """The starts and ends of the pieces around seeds."""
    ends = _follow(left, right, rows.seed, rows.diagonal, rows.highest, 1)
    starts = _follow(left, right, rows.seed - 1, rows.diagonal, rows.lowest - 1, -1) + 1
    return starts, ends


def _follow(
    left: NDArray[np.uint32],
    right: NDArray[np.uint32],
    starts: Places,
    diagonals: Places,
    limits: Places,
    step: int,
) -> Places:
    """Where the extensions from `starts` end, towards `limits`, the first place that is beyond."""
    ends = starts.copy()
    rows, reach = np.arange(len(ends)), FIRST_REACH
    while len(rows):
        room = np.minimum((limits[rows] - ends[rows]) * step, reach)
        lengths = _lengths(left, right, ends[rows], diagonals[rows], room, step)
        ends[rows] += lengths * step
        # An extension that fills the compared stretch goes on: the next stretch begins where it ends.
        rows = rows[(lengths == room) & (ends[rows] != limits[rows])]
        reach = NEXT_REACH
    return ends


def _lengths(
    left: NDArray[np.uint32],
    right: NDArray[np.uint32],
    starts: Places,
    diagonals: Places,
    room: Places,
    step: int,
) -> Places:
    """The lengths of the best extensions from `starts`, of at most `room` characters each."""
    lengths = np.zeros(len(starts), np.int64)
    waiting, width = np.arange(len(starts)), WIDTH_AHEAD if step > 0 else WIDTH_BACK
    while len(waiting):
        # Most extensions end soon: the few others are compared anew over four times as many characters.
        height = max(1, CELLS_AT_ONCE // width)
        undecided = [waiting[:0]]
        for top in range(0, len(waiting), height):
            rows = waiting[top : top + height]
            at = starts[rows, None] + np.arange(width) * step
            # Offsets beyond a row's room are read from anywhere, and left out by `_best_lengths`.
            equal = left.take(at, mode="clip") == right.take(
                at + diagonals[rows, None], mode="clip"
            )
            lengths[rows], is_decided = _best_lengths(equal, room[rows])
            undecided.append(rows[~is_decided])
        waiting, width = np.concatenate(undecided), 4 * width
    return lengths


def _best_lengths(equal: NDArray[np.bool_], room: Places) -> tuple[Places, NDArray[np.bool_]]:
    """Of each row the length with the best score, and whether it is decided before the row ends.

    Each equal character counts one, each mismatch costs a penalty; by `X_DROP` or at the end of its room a row is over.
    """
    width = equal.shape[1]
    offsets = np.arange(width, dtype=np.int16)
    scores = (
        equal.view(np.int8) * np.int8(1 + MISMATCH_PENALTY) - np.int8(MISMATCH_PENALTY)
    ).cumsum(axis=1, dtype=np.int16)
    is_over = scores < np.maximum(np.maximum.accumulate(scores, axis=1), 0) - X_DROP
    # No score comes after the end, where the row is one character longer than it is wide.
    end = np.where(is_over.any(axis=1), is_over.argmax(axis=1), width)
    is_decided = (end < width) | (room <= width)
    scores[offsets >= np.minimum(end, room)[:, None]] = -1
    longest = scores.argmax(axis=1)
    has_any = scores[np.arange(len(scores)), longest] > 0
    return np.where(has_any, longest + 1, 0), is_decided
