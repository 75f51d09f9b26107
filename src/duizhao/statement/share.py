"""Hands what the scan found out to the stretches it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.text import Span

Place = tuple[int, int]


def shared_out(spans: Sequence[Span], places: Sequence[Place]) -> dict[int, list[Place]]:
    """For the index of each stretch, the places that lie wholly inside it.

    Both are in text order and the stretches do not overlap, so each is looked at once.
    """
    shares: dict[int, list[Place]] = {}
    at, last = 0, len(spans)
    for place in places:
        start, end = place
        while at < last and spans[at][1] < end:
            at += 1
        if at == last:
            break
        if start >= spans[at][0]:
            shares.setdefault(at, []).append(place)
    return shares
