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
    if not spans or not places:
        return shares
    at, last = 0, len(spans) - 1
    low, high = spans[0]
    for place in places:
        start, end = place
        while high < end:
            if at == last:
                return shares
            at += 1
            low, high = spans[at]
        if start >= low:
            if at in shares:
                shares[at].append(place)
            else:
                shares[at] = [place]
    return shares
