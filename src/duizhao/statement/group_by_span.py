"""Hands what the scan found out to the stretches it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from duizhao.text import Span

Place = tuple[int, int]
P = TypeVar("P", bound=tuple[Any, ...])


def group_by_span(spans: Sequence[Span], places: Sequence[P]) -> dict[int, list[P]]:
    """For the index of each stretch, the places that lie wholly inside it.

    A place begins with its start and its end. Both are in text order and the stretches do not
    overlap, so each is looked at once.
    """
    shares: dict[int, list[P]] = {}
    if not spans or not places:
        return shares
    at, last = 0, len(spans) - 1
    low, high = spans[0]
    for place in places:
        end = place[1]
        while high < end:
            if at == last:
                return shares
            at += 1
            low, high = spans[at]
        if place[0] >= low:
            if at in shares:
                shares[at].append(place)
            else:
                shares[at] = [place]
    return shares
