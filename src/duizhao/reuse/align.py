"""From shared fingerprints to exact passages: every seed is verified and extended on the two texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.code_points import CodePoints
from duizhao.text.span import Span

SHORTEST = 20
"""Characters that count below which a passage is none."""

BRIDGED = 24
PENALTY = 2
DROP = 12
LONG = 1000
"""Letters from which on a run is looked at beyond its ends: who copied so much did not stop in a line."""

BEYOND = 60
SLACK = 24
WORD = 4
LEAST = 12
"""How far is looked, how far off on the right, for how many equal letters, and how long a piece they must begin."""

REACH, FURTHER = 128, 1024
"""How far from its seeds a piece is followed at first, and then at a time."""

LINE = 10
"""The number of a line feed."""


@dataclass(frozen=True, slots=True)
class AlignedPiece:
    """A stretch that lies `diagonal` characters further on in the right text; letters in it may be replaced."""

    start: int
    end: int
    diagonal: int


@dataclass(slots=True)
class _AlignedRun:
    """Pieces that follow each other closely on both sides."""

    pieces: list[AlignedPiece]

    @property
    def left(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end)

    @property
    def right(self) -> Span:
        first, last = self.pieces[0], self.pieces[-1]
        return Span(first.start + first.diagonal, last.end + last.diagonal)


def align(
    left: CodePoints,
    right: NDArray[np.uint32],
    left_seeds: NDArray[np.int64],
    right_seeds: NDArray[np.int64],
) -> list[tuple[AlignedPiece, ...]]:
    """What the texts share, in the order of `left`: each passage as the pieces that it is made of.

    Seeds are offsets at which both have one fingerprint; one where they differ after all gives nothing.
    """
    runs = _runs(sorted(_pieces(left.points, right, left_seeds, right_seeds), key=_place))
    apart = _apart(left, [_prolonged(left.points, right, run) for run in runs])
    return [tuple(run.pieces) for run in apart if _alike(left, right, run) >= SHORTEST]


def _place(piece: AlignedPiece) -> tuple[int, int]:
    return piece.start, -piece.end


def _pieces(
    left: NDArray[np.uint32],
    right: NDArray[np.uint32],
    left_seeds: NDArray[np.int64],
    right_seeds: NDArray[np.int64],
) -> Iterator[AlignedPiece]:
    if not len(left_seeds):
        return
    diagonals = right_seeds - left_seeds
    order = np.lexsort((left_seeds, diagonals))
    places, diagonals = left_seeds[order], diagonals[order]
    bounds = np.flatnonzero(np.diff(diagonals)) + 1
    for some, diagonal in zip(
        np.split(places, bounds), diagonals[np.append(0, bounds)].tolist(), strict=True
    ):
        yield from _on_diagonal(left, right, some.tolist(), diagonal)


def _on_diagonal(
    left: NDArray[np.uint32], right: NDArray[np.uint32], seeds: list[int], diagonal: int
) -> Iterator[AlignedPiece]:
    reached = 0
    for seed in seeds:
        if seed < reached or left[seed] != right[seed + diagonal]:
            continue
        lowest, highest = max(reached, -diagonal), min(len(left), len(right) - diagonal)
        low, high = max(lowest, seed - REACH), min(highest, seed + REACH)
        unlike = _unlike(left, right, low, high, diagonal)
        at = int(unlike.searchsorted(seed))
        end = _extent(unlike[at:], seed, high, 1)
        start = _extent(unlike[:at][::-1], seed - 1, low - 1, -1) + 1
        # A piece that fills what was looked at goes on: the next look begins where it ends.
        while end == high < highest:
            high = min(highest, end + FURTHER)
            end = _extent(_unlike(left, right, end, high, diagonal), end, high, 1)
        while start == low > lowest:
            low = max(lowest, start - FURTHER)
            unlike = _unlike(left, right, low, start, diagonal)[::-1]
            start = _extent(unlike, start - 1, low - 1, -1) + 1
        reached = end
        yield AlignedPiece(start, end, diagonal)


def _unlike(
    left: NDArray[np.uint32], right: NDArray[np.uint32], low: int, high: int, diagonal: int
) -> NDArray[np.int64]:
    found: NDArray[np.int64] = (
        left[low:high] != right[low + diagonal : high + diagonal]
    ).nonzero()[0]
    return found + low


def _extent(unlike: NDArray[np.int64], start: int, limit: int, step: int) -> int:
    """How far the texts agree from `start`, replaced characters forgiven until they outweigh what agrees.

    `unlike` are the places at which they do not, in the order in which they are met.
    """
    best, at, score, best_score = start, start, 0, 0
    for chunk in range(0, len(unlike), 64):
        for place in unlike[chunk : chunk + 64].tolist():
            score += (place - at) * step
            if score > best_score:
                best, best_score = place, score
            score -= PENALTY
            if score < best_score - DROP:
                return best
            at = place + step
    return limit if score + (limit - at) * step > best_score else best


def _runs(pieces: list[AlignedPiece]) -> list[_AlignedRun]:
    """Pieces joined to the run that they continue with the smallest diagonal; others begin one."""
    done: list[_AlignedRun] = []
    open_runs: list[_AlignedRun] = []
    for piece in pieces:
        near = piece.start - BRIDGED
        done += [run for run in open_runs if run.pieces[-1].end < near]
        open_runs = [run for run in open_runs if run.pieces[-1].end >= near]
        best = min(
            (run for run in open_runs if _continues(run, piece)),
            key=lambda run: abs(piece.diagonal - run.pieces[-1].diagonal),
            default=None,
        )
        if best is None:
            open_runs.append(_AlignedRun([piece]))
        else:
            _continue(best, piece)
    return done + open_runs


def _continues(run: _AlignedRun, piece: AlignedPiece) -> bool:
    last = run.pieces[-1]
    step, other = piece.start - last.end, piece.start + piece.diagonal - last.end - last.diagonal
    seam = max(0, -step, -other)
    return (
        max(step, other) <= BRIDGED
        and piece.end - piece.start > seam
        and min(step, other) > -BRIDGED
    )


def _continue(run: _AlignedRun, piece: AlignedPiece) -> None:
    last = run.pieces[-1]
    # Where letters at a seam fit both pieces, the earlier one keeps them.
    start = max(piece.start, last.end, last.end + last.diagonal - piece.diagonal)
    run.pieces.append(AlignedPiece(start, piece.end, piece.diagonal))


def _prolonged(
    left: NDArray[np.uint32], right: NDArray[np.uint32], run: _AlignedRun
) -> _AlignedRun:
    """A long run with what goes on beyond its ends but has no fingerprint in common: a few reworded words."""
    if run.left.end - run.left.start < LONG:
        return run
    pieces = run.pieces
    while piece := _beyond(left, right, pieces[-1].end, pieces[-1].diagonal, 1):
        longer = _AlignedRun(pieces)
        if not _continues(longer, piece):
            break
        _continue(longer, piece)
    while piece := _beyond(left, right, pieces[0].start, pieces[0].diagonal, -1):
        longer = _AlignedRun([piece])
        if piece.start >= pieces[0].start or not _continues(longer, pieces[0]):
            break
        _continue(longer, pieces[0])
        pieces = [*longer.pieces, *pieces[1:]]
    return _AlignedRun(pieces)


def _beyond(
    left: NDArray[np.uint32], right: NDArray[np.uint32], end: int, diagonal: int, step: int
) -> AlignedPiece | None:
    """The first piece beyond an end of a run, a few letters off; None where the texts part for good."""
    if _is_edge(left, end) and _is_edge(right, end + diagonal):
        return None
    low, high = (end, end + BEYOND) if step > 0 else (max(0, end - BEYOND), end)
    low_right = max(0, low + diagonal - SLACK)
    here, there = _text(left[low:high]), _text(right[low_right : max(0, high + diagonal + SLACK)])
    places = range(len(here) - WORD + 1)
    for at in places if step > 0 else reversed(places):
        word = here[at : at + WORD]
        other = there.find(word) if step > 0 else there.rfind(word)
        if other >= 0 and abs(low_right + other - low - at - diagonal) <= BRIDGED:
            seed = low + at
            found = list(_on_diagonal(left, right, [seed], low_right + other - seed))
            if found and found[0].end - found[0].start >= LEAST:
                return found[0]
    return None


def _is_edge(points: NDArray[np.uint32], at: int) -> bool:
    """Whether a line or the text begins or ends here: who copied a paragraph left off where it does."""
    return at in (0, len(points)) or LINE in (points[at - 1], points[at])


def _text(points: NDArray[np.uint32]) -> str:
    return points.tobytes().decode("utf-32-le", "surrogatepass")


def _apart(left: CodePoints, runs: list[_AlignedRun]) -> list[_AlignedRun]:
    """Runs that do not overlap in the left text: the longer one keeps what two have, the rest of the other may stay."""
    taken: list[_AlignedRun] = []
    starts: list[int] = []
    for run in sorted(runs, key=lambda each: each.left.start - each.left.end):
        at = bisect_left(starts, run.left.start)
        low = taken[at - 1].left.end if at else 0
        high = starts[at] if at < len(starts) else len(left.points)
        rest = _clipped(run, low, high)
        if rest and left.count(rest.left) >= SHORTEST:
            starts.insert(at, rest.left.start)
            taken.insert(at, rest)
    return taken


def _alike(left: CodePoints, right: NDArray[np.uint32], run: _AlignedRun) -> int:
    """The letters of a run that count and are the same on both sides."""
    counts = (
        left.prefix_counts[run.left.start + 1 : run.left.end + 1]
        > left.prefix_counts[slice(*run.left)]
    )
    first = run.left.start
    return sum(
        int(
            np.count_nonzero(
                counts[each.start - first : each.end - first]
                & (
                    left.points[each.start : each.end]
                    == right[each.start + each.diagonal : each.end + each.diagonal]
                )
            )
        )
        for each in run.pieces
    )


def _clipped(run: _AlignedRun, low: int, high: int) -> _AlignedRun | None:
    if low <= run.left.start and run.left.end <= high:
        return run
    pieces = [
        AlignedPiece(max(each.start, low), min(each.end, high), each.diagonal)
        for each in run.pieces
        if each.start < high and each.end > low
    ]
    return _AlignedRun(pieces) if pieces else None
