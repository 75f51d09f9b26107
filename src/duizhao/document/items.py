"""Items of enumerations, each with its text and its inner items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from duizhao.document.lines import MARGIN, trim
from duizhao.document.nodes import Item, Marker, NumberStyle
from duizhao.text import Span, as_span

# In a paragraph of wrapped lines a sentence goes on in the next line.
SENTENCE = re.compile("[^。！？!?；;]*")
LOOSE = frozenset("，,、：:；;") | MARGIN


def items(text: str, markers: Sequence[Marker], end: int) -> tuple[Item, ...]:
    """The items that begin at `markers` in the text up to `end`. A count that begins inside an item is inner."""
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
    """The indexes of the markers on the level of the first.

    A count of another style is inner if it begins at 1. If it does not, it is on the same level, in the wrong style.
    """
    same_level, inner, heads = {markers[0].style}, set[NumberStyle](), [0]
    for at, marker in enumerate(markers):
        if marker.style in same_level or (marker.number != 1 and marker.style not in inner):
            same_level.add(marker.style)
            inner.clear()
            if at:
                heads.append(at)
        else:
            inner.add(marker.style)
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
    return Item(as_span((start, end)), marker, _lead(text, close, end))


def _lead(text: str, start: int, end: int) -> Span:
    found = SENTENCE.match(text, start, end)
    stop = found.end() if found else start
    while stop > start and text[stop - 1] in LOOSE:
        stop -= 1
    if stop > start and text[start] in MARGIN:
        start = trim(text, start, stop)[0]
    return as_span((start, stop))


def all_items(found: Iterable[Item]) -> Iterator[Item]:
    """The items with their inner items, in text order."""
    for item in found:
        yield item
        if item.items:
            yield from all_items(item.items)
