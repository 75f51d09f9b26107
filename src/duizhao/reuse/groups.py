"""From pairs to groups: ten people who wrote from one template are one group, not forty-five pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from duizhao.reuse.align import SHORTEST
from duizhao.reuse.model import Group, Pair
from duizhao.text.span import Span

Numbers = tuple[int, int]


def grouped(pairs: Mapping[Numbers, Pair]) -> tuple[tuple[Group, ...], tuple[Pair, ...]]:
    """The groups of verified pairs, and the pairs outside all of them, most shared first.

    A group stands where one document, the hub, shares a stretch with two others at least. Groups all of whose members
    are in a larger one are told by that one.
    """
    by_hub: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for (left, right), pair in pairs.items():
        by_hub[left].append((right, pair))
    found: list[tuple[frozenset[int], Group]] = []
    for hub, spokes in by_hub.items():
        found += [
            (frozenset((hub, *(number for number, _ in some))), _group([pair for _, pair in some]))
            for some in _sharing(spokes)
        ]
    kept: list[tuple[frozenset[int], Group]] = []
    of_member: dict[int, list[frozenset[int]]] = defaultdict(list)
    for members, group in sorted(found, key=lambda each: -len(each[0])):
        if not any(members <= larger for larger in of_member[min(members)]):
            kept.append((members, group))
            for number in members:
                of_member[number].append(members)
    single = [
        pair
        for (left, right), pair in pairs.items()
        if not any(right in members for members in of_member[left])
    ]
    return (
        tuple(group for _, group in kept),
        tuple(sorted(single, key=lambda pair: -pair.characters)),
    )


def _sharing(spokes: Sequence[tuple[int, Pair]]) -> list[list[tuple[int, Pair]]]:
    """Of a hub's pairs those that have some of its stretches in common, two or more together."""
    stretches = sorted(
        (passage.left, at) for at, (_, pair) in enumerate(spokes) for passage in pair.passages
    )
    owner = list(range(len(spokes)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = at = owner[owner[at]]
        return at

    reached, last = 0, 0
    for span, at in stretches:
        if min(reached, span.end) - span.start >= SHORTEST:
            owner[root(at)] = root(last)
        if span.end > reached:
            reached, last = span.end, at
    together: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for at, spoke in enumerate(spokes):
        together[root(at)].append(spoke)
    return [some for some in together.values() if len(some) > 1]


def _group(pairs: Sequence[Pair]) -> Group:
    ordered = sorted(pairs, key=lambda pair: -pair.characters)
    return Group(ordered[0].left, tuple(ordered), _twice(pairs))


def _twice(pairs: Sequence[Pair]) -> tuple[Span, ...]:
    """The stretches of the left text that at least two of the pairs have."""
    turns = sorted(
        (at, step)
        for pair in pairs
        for each in pair.passages
        for at, step in ((each.left.start, 1), (each.left.end, -1))
    )
    found: list[Span] = []
    depth, since = 0, 0
    for at, step in turns:
        if depth == 1 and step == 1:
            since = at
        elif depth == 2 and step == -1 and at > since:
            found.append(Span(since, at))
        depth += step
    return tuple(found)
