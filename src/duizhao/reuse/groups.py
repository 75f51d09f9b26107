"""From pairs to groups: ten people who wrote from one template are one group, not forty-five pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from duizhao.reuse.align import SHORTEST
from duizhao.reuse.model import Group, Pair
from duizhao.text.span import Span

Numbers = tuple[int, int]


def grouped(pairs: Mapping[Numbers, Pair]) -> tuple[tuple[Group, ...], tuple[Pair, ...]]:
    """The groups of verified pairs, the largest first, and the pairs in none of them, most shared first.

    A group stands where one document, the hub, shares a stretch with two others at least.
    """
    by_hub: dict[int, list[Pair]] = defaultdict(list)
    for (left, _), pair in pairs.items():
        by_hub[left].append(pair)
    together = [some for spokes in by_hub.values() for some in _sharing(spokes)]
    told = {id(pair) for some in together for pair in some}
    single = [pair for pair in pairs.values() if id(pair) not in told]
    return (
        tuple(sorted(map(_group, together), key=lambda group: -len(group.pairs))),
        tuple(sorted(single, key=lambda pair: -pair.characters)),
    )


def _sharing(spokes: Sequence[Pair]) -> list[list[Pair]]:
    """Of a hub's pairs those that have some of its stretches in common, two or more together."""
    stretches = sorted(
        (passage.left, at) for at, pair in enumerate(spokes) for passage in pair.passages
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
    together: dict[int, list[Pair]] = defaultdict(list)
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
