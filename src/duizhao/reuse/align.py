"""From shared fingerprints to exact passages: every seed is verified and extended on the two texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.code_points import CodePoints
from duizhao.text.span import Span

SHORTEST_PASSAGE = 20
"""Counted characters of the shortest passage that is reported."""

LONGEST_BRIDGE = 24
"""Characters between two pieces of one passage, on either side."""

MISMATCH_PENALTY = 2
X_DROP = 12
"""An extension ends where its score, of equal characters less penalties, has dropped so far below its best."""

LONG_RUN = 1000
"""Characters of a run that is also looked at beyond its ends: who copied so much did not stop in a line."""

BEYOND_REACH = 60
BEYOND_SLACK = 24
BEYOND_WORD = 4
SHORTEST_BEYOND = 12
"""How far beyond an end the next word is looked for; how far off on the right; the word's length; and the length of
the piece that must begin there."""

FIRST_REACH, NEXT_REACH = 128, 1024
"""Characters that are compared at first on either side of a seed, and then at a time."""

LINE_FEED = 10


@dataclass(frozen=True, slots=True)
class AlignedPiece:
    """A stretch of the left text, and `diagonal` characters further on in the right one. Letters may be replaced."""

    start: int
    end: int
    diagonal: int


@dataclass(slots=True)
class _AlignedRun:
    """Pieces that follow each other closely on both sides: a passage to be."""

    pieces: list[AlignedPiece]

    @property
    def left(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end)


def align(
    left: CodePoints,
    right: NDArray[np.uint32],
    left_seeds: NDArray[np.int64],
    right_seeds: NDArray[np.int64],
) -> list[tuple[AlignedPiece, ...]]:
    """The passages that both texts share, in the order of `left`, each as its pieces.

    Seeds are offsets at which both have the same fingerprint. A seed where the texts differ after all gives nothing.
    """
    runs = _runs(
        sorted(_pieces(left.points, right, left_seeds, right_seeds), key=_by_start_longest_first)
    )
    apart = _without_overlaps(left, [_extend_ends(left.points, right, run) for run in runs])
    return [
        tuple(run.pieces) for run in apart if _count_equal(left, right, run) >= SHORTEST_PASSAGE
    ]


def _by_start_longest_first(piece: AlignedPiece) -> tuple[int, int]:
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
        low, high = max(lowest, seed - FIRST_REACH), min(highest, seed + FIRST_REACH)
        mismatches = _mismatches(left, right, low, high, diagonal)
        at = int(mismatches.searchsorted(seed))
        end = _extend(mismatches[at:], seed, high, 1)
        start = _extend(mismatches[:at][::-1], seed - 1, low - 1, -1) + 1
        # A piece that fills the compared stretch goes on: the next stretch begins where it ends.
        while end == high < highest:
            high = min(highest, end + NEXT_REACH)
            end = _extend(_mismatches(left, right, end, high, diagonal), end, high, 1)
        while start == low > lowest:
            low = max(lowest, start - NEXT_REACH)
            mismatches = _mismatches(left, right, low, start, diagonal)[::-1]
            start = _extend(mismatches, start - 1, low - 1, -1) + 1
        reached = end
        yield AlignedPiece(start, end, diagonal)


def _mismatches(
    left: NDArray[np.uint32], right: NDArray[np.uint32], low: int, high: int, diagonal: int
) -> NDArray[np.int64]:
    found: NDArray[np.int64] = (
        left[low:high] != right[low + diagonal : high + diagonal]
    ).nonzero()[0]
    return found + low


def _extend(mismatches: NDArray[np.int64], start: int, limit: int, step: int) -> int:
    """Where an extension from `start` ends best: each equal character counts one, each mismatch costs a penalty.

    `mismatches` are in the order in which they are met. The extension stops early by `X_DROP`.
    """
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


def _runs(pieces: list[AlignedPiece]) -> list[_AlignedRun]:
    """Join each piece to the run that it continues on the nearest diagonal; other pieces begin a run."""
    done: list[_AlignedRun] = []
    open_runs: list[_AlignedRun] = []
    for piece in pieces:
        near = piece.start - LONGEST_BRIDGE
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
            _append(best, piece)
    return done + open_runs


def _continues(run: _AlignedRun, piece: AlignedPiece) -> bool:
    last = run.pieces[-1]
    step, other = piece.start - last.end, piece.start + piece.diagonal - last.end - last.diagonal
    seam = max(0, -step, -other)
    return (
        max(step, other) <= LONGEST_BRIDGE
        and piece.end - piece.start > seam
        and min(step, other) > -LONGEST_BRIDGE
    )


def _append(run: _AlignedRun, piece: AlignedPiece) -> None:
    last = run.pieces[-1]
    # Letters at a seam may fit both pieces: the earlier piece keeps them.
    start = max(piece.start, last.end, last.end + last.diagonal - piece.diagonal)
    run.pieces.append(AlignedPiece(start, piece.end, piece.diagonal))


def _extend_ends(
    left: NDArray[np.uint32], right: NDArray[np.uint32], run: _AlignedRun
) -> _AlignedRun:
    """Extend a long run over a few reworded words at its ends, beyond which no fingerprint is shared."""
    if run.left.end - run.left.start < LONG_RUN:
        return run
    pieces = run.pieces
    while piece := _beyond(left, right, pieces[-1].end, pieces[-1].diagonal, 1):
        longer = _AlignedRun(pieces)
        if not _continues(longer, piece):
            break
        _append(longer, piece)
    while piece := _beyond(left, right, pieces[0].start, pieces[0].diagonal, -1):
        longer = _AlignedRun([piece])
        if piece.start >= pieces[0].start or not _continues(longer, pieces[0]):
            break
        _append(longer, pieces[0])
        pieces = [*longer.pieces, *pieces[1:]]
    return _AlignedRun(pieces)


def _beyond(
    left: NDArray[np.uint32], right: NDArray[np.uint32], end: int, diagonal: int, step: int
) -> AlignedPiece | None:
    """The first piece beyond an end of a run, a few letters further on; None where the texts part for good."""
    if _is_edge(left, end) and _is_edge(right, end + diagonal):
        return None
    low, high = (end, end + BEYOND_REACH) if step > 0 else (max(0, end - BEYOND_REACH), end)
    low_right = max(0, low + diagonal - BEYOND_SLACK)
    here, there = (
        _text(left[low:high]),
        _text(right[low_right : max(0, high + diagonal + BEYOND_SLACK)]),
    )
    places = range(len(here) - BEYOND_WORD + 1)
    for at in places if step > 0 else reversed(places):
        word = here[at : at + BEYOND_WORD]
        other = there.find(word) if step > 0 else there.rfind(word)
        if other >= 0 and abs(low_right + other - low - at - diagonal) <= LONGEST_BRIDGE:
            seed = low + at
            found = list(_on_diagonal(left, right, [seed], low_right + other - seed))
            if found and found[0].end - found[0].start >= SHORTEST_BEYOND:
                return found[0]
    return None


def _is_edge(points: NDArray[np.uint32], at: int) -> bool:
    """Whether a line or the text begins or ends here: copying often stops at the edge of a paragraph."""
    return at in (0, len(points)) or LINE_FEED in (points[at - 1], points[at])


def _text(points: NDArray[np.uint32]) -> str:
    return points.tobytes().decode("utf-32-le", "surrogatepass")


def _without_overlaps(left: CodePoints, runs: list[_AlignedRun]) -> list[_AlignedRun]:
    """Runs apart in the left text: of two, the longer one keeps the overlap; the rest of the other may stay."""
    taken: list[_AlignedRun] = []
    starts: list[int] = []
    for run in sorted(runs, key=lambda each: each.left.start - each.left.end):
        at = bisect_left(starts, run.left.start)
        low = taken[at - 1].left.end if at else 0
        high = starts[at] if at < len(starts) else len(left.points)
        rest = _clip(run, low, high)
        if rest and left.count(rest.left) >= SHORTEST_PASSAGE:
            starts.insert(at, rest.left.start)
            taken.insert(at, rest)
    return taken


def _count_equal(left: CodePoints, right: NDArray[np.uint32], run: _AlignedRun) -> int:
    """The counted letters of a run that are the same on both sides."""
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


def _clip(run: _AlignedRun, low: int, high: int) -> _AlignedRun | None:
    if low <= run.left.start and run.left.end <= high:
        return run
    pieces = [
        AlignedPiece(max(each.start, low), min(each.end, high), each.diagonal)
        for each in run.pieces
        if each.start < high and each.end > low
    ]
    return _AlignedRun(pieces) if pieces else None
