"""From shared fingerprints to exact passages: every seed is verified and extended on the two texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, product

from duizhao.reuse.model import Difference, Passage
from duizhao.reuse.winnow import winnow
from duizhao.text.span import Span

SHORTEST = 20
BRIDGED = 24
PENALTY = 2
DROP = 12
CROWD = 64
"""A fingerprint that pairs up more often than this (a refrain on both sides) seeds nothing."""


def align(left: str, right: str, left_masked: str = "", right_masked: str = "") -> list[Passage]:
    """What the texts share, in the order of `left`. Seeds come from the masked texts, extension reads the full ones."""
    pieces: list[tuple[int, int, int]] = []
    for _, seeds in groupby(_seeds(left_masked or left, right_masked or right), _diagonal):
        reached = -1
        for start, other in seeds:
            if start >= reached and left[start] == right[other]:
                back, on = (
                    _extent(left, right, start, other, -1),
                    _extent(left, right, start, other, 1),
                )
                reached = start + on
                pieces.append((start - back, reached, other - start))
    return [
        passage for passage in _joined(left, right, sorted(pieces)) if _length(passage) >= SHORTEST
    ]


def _diagonal(seed: tuple[int, int]) -> int:
    return seed[1] - seed[0]


def _length(passage: Passage) -> int:
    return min(passage.left.end - passage.left.start, passage.right.end - passage.right.start)


def _seeds(left: str, right: str) -> list[tuple[int, int]]:
    """Places at which both texts have one fingerprint, by diagonal."""
    sides: list[dict[int, list[int]]] = []
    for text in (left, right):
        places: dict[int, list[int]] = defaultdict(list)
        hashes, at = winnow(text)
        for value, place in zip(hashes.tolist(), at.tolist(), strict=True):
            places[value].append(place)
        sides.append(places)
    one, two = sides
    pairs = (
        pair
        for value in one.keys() & two.keys()
        if len(one[value]) * len(two[value]) <= CROWD
        for pair in product(one[value], two[value])
    )
    return sorted(pairs, key=lambda seed: (_diagonal(seed), seed))


def _extent(left: str, right: str, start: int, other: int, step: int) -> int:
    """How far the texts agree from a seed, replaced characters forgiven until they outweigh what agrees."""
    best = score = best_score = 0
    at = 0 if step > 0 else 1
    while 0 <= start + step * at < len(left) and 0 <= other + step * at < len(right):
        score += 1 if left[start + step * at] == right[other + step * at] else -PENALTY
        at += 1
        if score > best_score:
            best, best_score = at - (step < 0), score
        elif score < best_score - DROP:
            break
    return best


def _joined(left: str, right: str, pieces: list[tuple[int, int, int]]) -> Iterator[Passage]:
    """Pieces that follow each other closely on both sides, as one passage."""
    run: list[tuple[int, int, int]] = []
    for start, end, shift in pieces:
        if run:
            last_start, last_end, last_shift = run[-1]
            # Where letters at a seam fit both pieces, the earlier one keeps them.
            start = max(start, last_end)
            if last_start + last_shift <= start + shift < last_end + last_shift:
                start = last_end + last_shift - shift
            if start >= end:
                continue
            if max(start - last_end, start + shift - last_end - last_shift) > BRIDGED or (
                last_start + last_shift > start + shift
            ):
                yield _passage(left, right, run)
                run = []
        run.append((start, end, shift))
    if run:
        yield _passage(left, right, run)


def _passage(left: str, right: str, run: list[tuple[int, int, int]]) -> Passage:
    found: list[Difference] = []
    for at, (start, end, shift) in enumerate(run):
        if at:
            gap = run[at - 1]
            found.append(Difference(Span(gap[1], start), Span(gap[1] + gap[2], start + shift)))
        places = (place for place in range(start, end) if left[place] != right[place + shift])
        for _, group in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
            stretch = [place for _, place in group]
            span = Span(stretch[0], stretch[-1] + 1)
            found.append(Difference(span, Span(span.start + shift, span.end + shift)))
    first, last = run[0], run[-1]
    told = (each for each in found if each.left.of(left).strip() or each.right.of(right).strip())
    return Passage(
        Span(first[0], last[1]), Span(first[0] + first[2], last[1] + last[2]), tuple(told)
    )
