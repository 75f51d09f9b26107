"""Groups places of the scan by the spans that contain them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from duizhao.text import Span

Place = tuple[int, int]
P = TypeVar("P", bound=tuple[Any, ...])


def group_by_span(spans: Sequence[Span], places: Sequence[P]) -> dict[int, list[P]]:
    """For the index of each span, the places that lie wholly inside it.

    A place is a tuple that begins with start and end. Places and spans are in text order, and spans do not overlap, so
    one pass is enough.
    """
    groups: dict[int, list[P]] = {}
    if not spans or not places:
        return groups
    at, last = 0, len(spans) - 1
    low, high = spans[0]
    group: list[P] = []
    for place in places:
        end = place[1]
        while high < end:
            if at == last:
                return groups
            at += 1
            low, high = spans[at]
            group = []
        if place[0] >= low:
            if not group:
                groups[at] = group
            group.append(place)
    return groups
