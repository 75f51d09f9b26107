"""Where a shared passage begins and ends for a reader: at words that say something, not at a heading or a scrap."""

from __future__ import annotations

import re

from duizhao.document import Document
from duizhao.reuse.letters import Letters
from duizhao.text import Span

SENTENCE = re.compile(r"[^。！？；\r\n]*[。！？；\r\n]?")
SCRAP = 6
"""Characters that count: a sentence at the edge with fewer is shared by chance (二是), or is a heading."""


def readable(span: Span, document: Document, counted: Letters) -> Span:
    """The passage without the scraps at its edges; `counted` leaves out what every statement has."""
    text = document.text
    sentences = [
        Span(span.start + found.start(), span.start + found.end())
        for found in SENTENCE.finditer(span.of(text))
        if found[0]
    ]
    telling = [each for each in sentences if counted.count(each) >= SCRAP]
    if not telling:
        return Span(span.start, span.start)
    start, end = _behind_marker(telling[0].start, document), telling[-1].end
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip()))


def _behind_marker(start: int, document: Document) -> int:
    """Behind the marker that a passage begins inside: 一是 and 二是 share their second character."""
    markers = [item.marker for item in document.items]
    markers += [heading.marker for heading in document.headings if heading.marker]
    return next((each.span.end for each in markers if _is_inside(start, each.span)), start)


def _is_inside(at: int, span: Span) -> bool:
    return span.start < at < span.end
