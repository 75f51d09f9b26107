"""Counted points, each with its text and the points counted inside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from duizhao.document.lines import MARGIN, trim
from duizhao.document.nodes import Item, Marker, NumberStyle
from duizhao.text import Span

SENTENCE = re.compile("[^。！？!?；;\n]*")
LOOSE = frozenset("，,、：:；;") | MARGIN


def items(text: str, markers: Sequence[Marker], end: int) -> tuple[Item, ...]:
    """The points that `markers` open in the text up to `end`; a count begun inside a point belongs to that point."""
    if len(markers) == 1:
        return (_plain(text, markers[0], end),)
    heads = _heads(markers)
    found = []
    for at, head in enumerate(heads):
        last = at + 1 == len(heads)
        after = len(markers) if last else heads[at + 1]
        start = markers[head].span.start
        stop = end if last else trim(text, start, markers[after].span.start)[1]
        found.append(_item(text, markers[head:after], stop))
    return tuple(found)


def _heads(markers: Sequence[Marker]) -> list[int]:
    """Which markers stand beside the first.

    A count of another style that begins at 1 lies inside the point before it; one that counts on without having
    begun there stands beside it, in the wrong style.
    """
    beside, inside, heads = {markers[0].style}, set[NumberStyle](), [0]
    for at, marker in enumerate(markers):
        if marker.style in beside or (marker.number != 1 and marker.style not in inside):
            beside.add(marker.style)
            inside.clear()
            if at:
                heads.append(at)
        else:
            inside.add(marker.style)
    return heads


def _item(text: str, markers: Sequence[Marker], end: int) -> Item:
    if len(markers) == 1:
        return _plain(text, markers[0], end)
    head = markers[0]
    inner = items(text, markers[1:], end)
    lead = _lead(text, head.span.end, inner[0].span.start)
    return Item(Span(head.span.start, end), head, lead, inner)


def _plain(text: str, marker: Marker, end: int) -> Item:
    start, close = marker.span
    return Item(Span(start, end), marker, _lead(text, close, end))


def _lead(text: str, start: int, end: int) -> Span:
    found = SENTENCE.match(text, start, end)
    stop = found.end() if found else start
    while stop > start and text[stop - 1] in LOOSE:
        stop -= 1
    if stop > start and text[start] in MARGIN:
        start = trim(text, start, stop)[0]
    return Span(start, stop)


def all_items(found: Iterable[Item]) -> Iterator[Item]:
    """The items and those inside them, in text order."""
    for item in found:
        yield item
        if item.items:
            yield from all_items(item.items)
