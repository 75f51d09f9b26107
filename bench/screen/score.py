"""How much of what was copied an engine found, and how much it made up.

What an engine found is an `Outcome`, whatever the engine: pairs of numbers with the passages they share, and groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from bench.screen.planted import Kind, Pair, Passage, Truth
from duizhao.text.span import Span

TOLERANCE = 5
"""Characters by which an edge may be off."""

COVERED = 0.9
"""How much of a passage's own words must be inside of what was found: it may be found in several pieces."""

LOOKED_AT = 1000
"""Of the pairs that were not planted, how many are looked at for passages shared by accident."""

Found = tuple[Span, Span]
Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Passages by pair, the lower number first; empty where an engine gives none. A group stands for its pairs too."""

    passages: Mapping[Ends, tuple[Found, ...]]
    groups: tuple[frozenset[int], ...] = ()

    def pairs(self) -> set[Ends]:
        within = (pair for group in self.groups for pair in combinations(sorted(group), 2))
        return {*self.passages, *within}


@dataclass(frozen=True, slots=True)
class Score:
    """`exact` is the share of planted passages found to ±5 characters, of pairs that have passages at all.

    `accidental` pairs were not planted but do share 20 characters outside of set wording: they count for nothing.
    """

    recall: Mapping[Kind, float]
    precision: float
    false: int
    accidental: int
    exact: Mapping[Kind, float]
    groups: float


def outcome(
    found: Iterable[tuple[int, int, Iterable[Found]]], groups: Iterable[Iterable[int]] = ()
) -> Outcome:
    """Pairs in any order and direction; one that comes twice keeps the passages of both times."""
    passages: dict[Ends, tuple[Found, ...]] = {}
    for left, right, shared in found:
        if left > right:
            left, right, shared = right, left, (each[::-1] for each in shared)
        if left != right:
            passages[left, right] = passages.get((left, right), ()) + tuple(shared)
    return Outcome(passages, tuple(map(frozenset, groups)))


def score(found: Outcome, truth: Truth, really_share: Callable[[int, int], bool]) -> Score:
    """Compare. `really_share` is true of two statements that share a passage by accident."""
    planted = {(pair.left, pair.right) for pair in truth.pairs}
    pairs = found.pairs()
    unplanted = sorted(pairs - planted)
    accidental = _accidental(unplanted, really_share)
    false = len(unplanted) - accidental
    right = len(pairs & planted)
    return Score(
        {kind: _recall(pairs, of_kind) for kind, of_kind in _by_kind(truth).items()},
        right / (right + false) if right + false else 0.0,
        false,
        accidental,
        {kind: _exact(found, of_kind) for kind, of_kind in _by_kind(truth).items()},
        sum(group in found.groups for group in truth.groups) / len(truth.groups),
    )


def _accidental(pairs: list[Ends], really_share: Callable[[int, int], bool]) -> int:
    """Of many pairs (a poor engine finds a million) only some are looked at, and the rest taken to be like them."""
    if not pairs:
        return 0
    some = pairs[:: -(-len(pairs) // LOOKED_AT)]
    return round(len(pairs) * sum(really_share(*pair) for pair in some) / len(some))


def _by_kind(truth: Truth) -> dict[Kind, list[Pair]]:
    return {kind: [pair for pair in truth.pairs if pair.kind is kind] for kind in Kind}


def _recall(pairs: set[Ends], planted: list[Pair]) -> float:
    return sum((pair.left, pair.right) in pairs for pair in planted) / len(planted)


def _exact(found: Outcome, planted: list[Pair]) -> float:
    """A pair of a template that only a group stands for is left out: no engine has to align all of them."""
    asked = [
        is_exact(passage, found.passages.get((pair.left, pair.right), ()))
        for pair in planted
        for passage in pair.passages
        if pair.kind is not Kind.TEMPLATE or found.passages.get((pair.left, pair.right))
    ]
    return sum(asked) / len(asked) if asked else 0.0


def is_exact(passage: Passage, found: Iterable[Found]) -> bool:
    """Whether the pieces found within a planted passage begin and end where it does, and leave little of it out."""
    pieces = [
        (left, right)
        for left, right in found
        if left.overlaps(passage.left_core) and right.overlaps(passage.right_core)
    ]
    if not pieces:
        return False
    lefts, rights = zip(*pieces, strict=True)
    return (
        _fits(lefts, passage.left, passage.left_core)
        and _fits(rights, passage.right, passage.right_core)
        and _covered(lefts, passage.left_core) >= COVERED * passage.own
    )


def _fits(spans: tuple[Span, ...], outer: Span, core: Span) -> bool:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return (
        outer.start - TOLERANCE <= start <= core.start + TOLERANCE
        and core.end - TOLERANCE <= end <= outer.end + TOLERANCE
    )


def _covered(spans: Iterable[Span], core: Span) -> int:
    reached, total = core.start, 0
    for span in sorted(spans):
        start, end = max(span.start, reached), min(span.end, core.end)
        total += max(0, end - start)
        reached = max(reached, end)
    return total
