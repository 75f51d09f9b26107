"""A heading that stands at the beginning of a line: its marker, its words, and where its body goes on."""

from __future__ import annotations

import re

from duizhao.document.lines import BLANKS, trim
from duizhao.document.markers import marker_at
from duizhao.document.nodes import Heading, Marker, NumberStyle
from duizhao.text import Span

# Longest words a heading may have: before more text, alone and closed by a full stop, alone without one.
RUN_IN, CLOSED, OPEN = 60, 30, 100

TITLE = re.compile(f"[{BLANKS}]*([^。！？!?；;：:]*)")
AFTER = re.compile(f"[”’）)】》]*[{BLANKS}\r\n]*")
COMMA = re.compile("[，,]")
ENDINGS = frozenset("题題面现現况況因施析向足距源下上点點")

Headed = tuple[Heading, int]


def heading_at(text: str, start: int, end: int) -> Headed | None:
    """The heading that begins at `start`, and where its body begins (`end` where there is none).

    None also where the marker turns out to count inside a sentence (一、…；二、…).
    """
    marker = marker_at(text, start, end)
    if marker is None:
        return None
    if marker.style is NumberStyle.PART:
        return _part(text, marker, end)
    found = TITLE.match(text, marker.span.end, end)
    assert found is not None
    first, stop = found.span(1)
    item = text.find("一是", first, stop)
    if item >= 0 and (item == first or text[item - 1] in ENDINGS):
        return _heading(text, marker, first, item, item, end)
    if stop < end:
        return _closed(text, marker, first, stop, end)
    if end - first > OPEN and (cut := _cut(text, marker, first, end, end)):
        return cut
    return Heading(Span(start, end), marker, Span(first, end), marker.style.level), end


def _part(text: str, marker: Marker, end: int) -> Headed | None:
    # 第一部分 also begins ordinary sentences: a heading is short and has no full stop.
    if end - marker.span.start > CLOSED * 2 or text[end - 1] in "。；，：:":
        return None
    start, stop = trim(text, marker.span.end, end)
    return Heading(Span(marker.span.start, end), marker, Span(start, stop), 0), end


def _closed(text: str, marker: Marker, first: int, stop: int, end: int) -> Headed | None:
    """A heading whose words end at the stop, colon or semicolon at `stop`."""
    closing = text[stop]
    if closing in "；;" and _counts_on(text, stop + 1, end, marker.style):
        return None
    after = AFTER.match(text, stop + 1, end)
    body = after.end() if after else end
    sentence = body == end and closing not in "：:"
    if stop - first > (CLOSED if sentence else RUN_IN) and (
        cut := _cut(text, marker, first, stop, end)
    ):
        return cut
    return _heading(text, marker, first, stop, body, end)


def _cut(text: str, marker: Marker, first: int, stop: int, end: int) -> Headed | None:
    """A counted sentence is body text: only its first clause is taken for the heading."""
    comma = COMMA.search(text, first + 4, stop)
    if comma is None or comma.start() - first > RUN_IN:
        return None
    return _heading(text, marker, first, comma.start(), trim(text, comma.end(), end)[0], end)


def _heading(text: str, marker: Marker, first: int, stop: int, body: int, end: int) -> Headed:
    close = trim(text, stop, body)[1] if stop < body else stop
    title = Span(first, trim(text, first, stop)[1])
    span = Span(marker.span.start, max(close, marker.span.end))
    return Heading(span, marker, title, marker.style.level, body < end), body


def _counts_on(text: str, at: int, end: int, style: NumberStyle) -> bool:
    following = marker_at(text, trim(text, at, min(end, at + 8))[0], end)
    return following is not None and following.style is style
