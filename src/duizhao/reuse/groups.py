"""From pairs to groups: ten people who wrote from one template are one group, not forty-five pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from duizhao.reuse.align import SHORTEST_PASSAGE
from duizhao.reuse.disjoint_sets import DisjointSets
from duizhao.reuse.model import DocumentKind, Entry, Group, Pair, rank
from duizhao.text.span import Span

Numbers = tuple[int, int]

ADDED_SHARE = 0.1
"""The share of what two documents have in common, but not from a third, from which they are reported as a pair too."""

SLIGHT_SHARE = 0.1
"""The share of the smaller document below which a pair is slight: a frame that all of one office write."""


def group_pairs(pairs: Mapping[Numbers, Pair]) -> tuple[tuple[Group, ...], tuple[Pair, ...]]:
    """The groups of verified pairs, and the pairs in none of them; both by falling share.

    A group forms where one document, the hub, shares a stretch with at least two others. The hub is the document that
    shares with most others; of two, a template rather than a statement. What members share with each other besides
    goes with the group. Slight pairs form groups of their own, after the others: a common opening joins sixty
    statements, and must not hide the six among them that have one draft.
    """
    groups: list[Group] = []
    single: list[Pair] = []
    for part in _connected(pairs):
        graph = _PairGraph(part)
        for is_slight in (False, True):
            while group := graph.take_group(is_slight=is_slight):
                groups.append(group)
        single += graph.pairs()
    return (
        tuple(sorted(groups, key=lambda group: (-round(group.share * 100), -len(group.pairs)))),
        tuple(sorted(single, key=rank)),
    )


def _connected(pairs: Mapping[Numbers, Pair]) -> list[dict[Numbers, Pair]]:
    """The pairs by connected component."""
    sets = DisjointSets()
    for left, right in pairs:
        sets.union(left, right)
    parts: dict[int, dict[Numbers, Pair]] = defaultdict(dict)
    for numbers, pair in pairs.items():
        parts[sets.find(numbers[0])][numbers] = pair
    return list(parts.values())


class _PairGraph:
    """Connected pairs, from which groups are taken one by one."""

    def __init__(self, pairs: Mapping[Numbers, Pair]) -> None:
        self._adjacent: dict[int, dict[int, Pair]] = defaultdict(dict)
        for (left, right), pair in pairs.items():
            self._adjacent[left][right] = pair
            self._adjacent[right][left] = pair

    def pairs(self) -> list[Pair]:
        """The pairs that are left, the document that was filed first on the left."""
        return [
            pair
            for number, others in self._adjacent.items()
            for other, pair in others.items()
            if number < other
        ]

    def take_group(self, *, is_slight: bool) -> Group | None:
        """Take out the group of slight pairs, or of others, around the document that has most of them."""
        adjacent = {
            number: {
                other: pair
                for other, pair in others.items()
                if (pair.share < SLIGHT_SHARE) == is_slight
            }
            for number, others in self._adjacent.items()
        }
        for hub in sorted(adjacent, key=lambda number: self._rank(number, adjacent[number])):
            if len(adjacent[hub]) < 2:
                return None
            spokes = _spokes(hub, adjacent[hub])
            around = max(_with_common_stretches(spokes), key=len, default={})
            if len(around) > 1:
                return self._group(hub, around, is_slight)
        return None

    def _rank(self, number: int, others: Mapping[int, Pair]) -> tuple[int, bool, int]:
        is_statement = all(
            _entry(number, *item).label.kind != DocumentKind.TEMPLATE for item in others.items()
        )
        return -len(others), is_statement, number

    def _group(self, hub: int, around: Mapping[int, Pair], is_slight: bool) -> Group:
        for number in around:
            self._remove(hub, number)
        others = []
        for number, spoke in around.items():
            known = [passage.right for passage in spoke.passages]
            for other in [each for each in self._adjacent[number] if each in around]:
                if is_slight and self._adjacent[number][other].share >= SLIGHT_SHARE:
                    continue
                pair = self._remove(number, other)
                oriented = pair if number < other else pair.flipped()
                if _exceeds(oriented, known):
                    others.append(pair)
        spokes = sorted(around.values(), key=rank)
        others.sort(key=rank)
        return Group(spokes[0].left, tuple(spokes), _in_two_pairs(spokes), tuple(others))

    def _remove(self, one: int, other: int) -> Pair:
        del self._adjacent[other][one]
        return self._adjacent[one].pop(other)


def _spokes(hub: int, others: Mapping[int, Pair]) -> dict[int, Pair]:
    """The hub's pairs by the other's number, the hub on the left."""
    return {other: pair if hub < other else pair.flipped() for other, pair in others.items()}


def _entry(number: int, other: int, pair: Pair) -> Entry:
    """The entry of a document in its pair with another: the lower number stands on the left."""
    return pair.left if number < other else pair.right


def _exceeds(pair: Pair, known: Sequence[Span]) -> bool:
    """Whether two documents share more than what the left one has from the hub, at these places."""
    total = sum(each.left.end - each.left.start for each in pair.passages)
    inside = sum(
        max(0, min(each.left.end, span.end) - max(each.left.start, span.start))
        for each in pair.passages
        for span in known
    )
    return total - inside >= max(SHORTEST_PASSAGE, ADDED_SHARE * total)


def _with_common_stretches(spokes: Mapping[int, Pair]) -> list[dict[int, Pair]]:
    """A hub's pairs, those together that have some of its stretches in common."""
    stretches = sorted(
        (passage.left, number) for number, pair in spokes.items() for passage in pair.passages
    )
    sets = DisjointSets()
    reached, last = 0, 0
    for span, number in stretches:
        if min(reached, span.end) - span.start >= SHORTEST_PASSAGE:
            sets.union(number, last)
        if span.end > reached:
            reached, last = span.end, number
    connected: dict[int, dict[int, Pair]] = defaultdict(dict)
    for number, pair in spokes.items():
        connected[sets.find(number)][number] = pair
    return list(connected.values())


def _in_two_pairs(pairs: Sequence[Pair]) -> tuple[Span, ...]:
    """The stretches of the left text that at least two of the pairs have."""
    # A sweep over the edges: `depth` pairs have the text at each place.
    edges = sorted(
        (at, step)
        for pair in pairs
        for each in pair.passages
        for at, step in ((each.left.start, 1), (each.left.end, -1))
    )
    found: list[Span] = []
    depth, since = 0, 0
    for at, step in edges:
        if depth == 1 and step == 1:
            since = at
        elif depth == 2 and step == -1 and at > since:
            found.append(Span(since, at))
        depth += step
    return tuple(found)
