"""Where a shared passage begins and ends for a reader: at words that say something, not at a heading or a scrap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from duizhao.document import Document
from duizhao.reuse.code_points import CodePoints
from duizhao.text import Span

BREAK = re.compile("[。！？；\r\n]")
SCRAP = 6
"""Characters that count: a sentence at the edge with fewer is shared by chance (二是), or is a heading."""


def readable(span: Span, document: Document, counted: CodePoints) -> Span:
    """The passage without the scraps at its edges; `counted` leaves out what every statement has."""
    text = document.text
    ends = [found.end() for found in BREAK.finditer(text, *span)]
    edges = [span.start, *ends, span.end]
    first = next(_telling(edges, range(len(ends) + 1), counted), None)
    last = next(_telling(edges, range(len(ends), -1, -1), counted), None)
    if first is None or last is None:
        return Span(span.start, span.start)
    start, end = _behind_marker(first.start, document), last.end
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip()))


def _telling(edges: Sequence[int], order: Iterable[int], counted: CodePoints) -> Iterator[Span]:
    """The sentences between the edges, in some order, that are more than a scrap."""
    sentences = (Span(edges[at], edges[at + 1]) for at in order)
    return (each for each in sentences if counted.count(each) >= SCRAP)


def _behind_marker(start: int, document: Document) -> int:
    """Behind the marker that a passage begins inside: 一是 and 二是 share their second character."""
    markers = [item.marker for item in document.items]
    markers += [heading.marker for heading in document.headings if heading.marker]
    return next((each.span.end for each in markers if _is_inside(start, each.span)), start)


def _is_inside(at: int, span: Span) -> bool:
    return span.start < at < span.end
