"""Where a shared passage begins and ends for a reader: at whole words of a sentence, not at a heading or a scrap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from duizhao.document import Document
from duizhao.reuse.code_points import CodePoints
from duizhao.text import Span

SENTENCE_END = re.compile("[。！？；\r\n]")
SHORTEST_EDGE = 6
"""Counted characters: a shorter sentence at an edge is a heading, or is shared by chance (二是)."""


def readable_part(span: Span, document: Document, counted: CodePoints) -> Span:
    """The passage without the scraps at its edges. In `counted`, what every statement has does not count."""
    text = document.text
    ends = [found.end() for found in SENTENCE_END.finditer(text, *span)]
    edges = [span.start, *ends, span.end]
    first = next(_long_sentences(edges, range(len(ends) + 1), counted), None)
    last = next(_long_sentences(edges, range(len(ends), -1, -1), counted), None)
    if first is None or last is None:
        return Span(span.start, span.start)
    start, end = _behind_marker(first.start, document), last.end
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip()))


def _long_sentences(
    edges: Sequence[int], order: Iterable[int], counted: CodePoints
) -> Iterator[Span]:
    """The sentences between the edges that are long enough, in the given order."""
    sentences = (Span(edges[at], edges[at + 1]) for at in order)
    return (each for each in sentences if counted.count(each) >= SHORTEST_EDGE)


def _behind_marker(start: int, document: Document) -> int:
    """`start`, or the end of a marker that it lies inside of: 一是 and 二是 share their second character."""
    markers = [item.marker for item in document.items]
    markers += [heading.marker for heading in document.headings if heading.marker]
    return next((each.span.end for each in markers if _is_inside(start, each.span)), start)


def _is_inside(at: int, span: Span) -> bool:
    return span.start < at < span.end
