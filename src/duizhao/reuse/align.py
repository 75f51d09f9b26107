"""From shared fingerprints to exact passages: every seed is verified and extended on the two texts."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.code_points import CodePoints
from duizhao.reuse.extend import AlignedPiece, Seeds, piece_at, pieces_of_each

SHORTEST_PASSAGE = 20
"""Counted characters of the shortest passage that is reported."""

LONGEST_BRIDGE = 24
"""Characters between two pieces of one passage, on either side."""

LONG_RUN = 1000
"""Characters of a run that is also looked at beyond its ends: who copied so much did not stop in a line."""

BEYOND_REACH = 60
BEYOND_SLACK = 24
BEYOND_WORD = 4
SHORTEST_BEYOND = 12
"""How far beyond an end the next word is looked for; how far off on the right; the word's length; and the length of
the piece that must begin there."""

LINE_FEED = 10


Run = list[AlignedPiece]
"""Pieces that follow each other closely on both sides: a passage to be."""


def align(left: CodePoints, right: NDArray[np.uint32], seeds: Seeds) -> list[list[Run]]:
    """The runs that the left text shares with each right one, apart and in the order of the left text."""
    bounds = seeds.bounds.tolist()
    return [
        _runs_apart(left, right[bounds[at] : bounds[at + 1]], pieces)
        for at, pieces in enumerate(pieces_of_each(left.points, right, seeds))
    ]


def _runs_apart(
    left: CodePoints, right: NDArray[np.uint32], pieces: list[AlignedPiece]
) -> list[Run]:
    runs = [_extend_ends(left.points, right, run) for run in _runs(pieces)]
    return _without_overlaps(left, runs)


def _runs(pieces: list[AlignedPiece]) -> list[Run]:
    """Join each piece to the run that it continues on the nearest diagonal; other pieces begin a run."""
    done: list[Run] = []
    open_runs: list[Run] = []
    for piece in pieces:
        near = piece.start - LONGEST_BRIDGE
        still_open: list[Run] = []
        best, least = None, 0
        for run in open_runs:
            last = run[-1]
            if last.end < near:
                done.append(run)
                continue
            still_open.append(run)
            drift = abs(piece.diagonal - last.diagonal)
            if (best is None or drift < least) and _continues(last, piece):
                best, least = run, drift
        open_runs = still_open
        if best is None:
            open_runs.append([piece])
        else:
            best.append(_behind(best[-1], piece))
    return done + open_runs


def _continues(last: AlignedPiece, piece: AlignedPiece) -> bool:
    step, other = piece.start - last.end, piece.start + piece.diagonal - last.end - last.diagonal
    seam = max(0, -step, -other)
    return (
        max(step, other) <= LONGEST_BRIDGE
        and piece.end - piece.start > seam
        and min(step, other) > -LONGEST_BRIDGE
    )


def _behind(last: AlignedPiece, piece: AlignedPiece) -> AlignedPiece:
    """The part of a piece behind the last one. Letters at a seam may fit both pieces: the earlier piece keeps them."""
    start = max(piece.start, last.end, last.end + last.diagonal - piece.diagonal)
    return piece if start == piece.start else AlignedPiece(start, piece.end, piece.diagonal)


def _extend_ends(left: NDArray[np.uint32], right: NDArray[np.uint32], run: Run) -> Run:
    """Extend a long run over a few reworded words at its ends, beyond which no fingerprint is shared."""
    if run[-1].end - run[0].start < LONG_RUN:
        return run
    run = list(run)
    while piece := _beyond(left, right, run[-1].end, run[-1].diagonal, 1):
        if not _continues(run[-1], piece):
            break
        run.append(_behind(run[-1], piece))
    while piece := _beyond(left, right, run[0].start, run[0].diagonal, -1):
        if piece.start >= run[0].start or not _continues(piece, run[0]):
            break
        run[:1] = [piece, _behind(piece, run[0])]
    return run


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
            piece = piece_at(left, right, seed, low_right + other - seed)
            if piece and piece.end - piece.start >= SHORTEST_BEYOND:
                return piece
    return None


def _is_edge(points: NDArray[np.uint32], at: int) -> bool:
    """Whether a line or the text begins or ends here: copying often stops at the edge of a paragraph."""
    return at in (0, len(points)) or LINE_FEED in (points[at - 1], points[at])


def _text(points: NDArray[np.uint32]) -> str:
    return points.tobytes().decode("utf-32-le", "surrogatepass")


def _without_overlaps(left: CodePoints, runs: list[Run]) -> list[Run]:
    """Runs apart in the left text: of two, the longer one keeps the overlap; the rest of the other may stay."""
    counts = left.prefix_counts
    taken: list[Run] = []
    starts: list[int] = []
    for run in sorted(runs, key=lambda each: each[0].start - each[-1].end):
        at = bisect_left(starts, run[0].start)
        low = taken[at - 1][-1].end if at else 0
        high = starts[at] if at < len(starts) else len(left.points)
        rest = _clip(run, low, high)
        if rest and counts[rest[-1].end] - counts[rest[0].start] >= SHORTEST_PASSAGE:
            starts.insert(at, rest[0].start)
            taken.insert(at, rest)
    return taken


def _clip(run: Run, low: int, high: int) -> Run:
    """The part of a run between `low` and `high`."""
    if low <= run[0].start and run[-1].end <= high:
        return run
    return [
        AlignedPiece(max(each.start, low), min(each.end, high), each.diagonal)
        for each in run
        if each.start < high and each.end > low
    ]
