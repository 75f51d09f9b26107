"""Lists whose points hold lines that look like headings: 二是执法偏软。⏎（1）…⏎（2）…⏎三是…."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from duizhao.document import Document, Heading, Marker, Paragraph, Section
from duizhao.text import Span


def lines_of_list(document: Document, section: Section) -> Sequence[Paragraph]:
    """A section's lines as paragraphs of one list, headings too; none unless its list goes on behind headings."""
    last = next((each.items[-1] for each in reversed(section.paragraphs) if each.items), None)
    if last is None:
        return ()
    first, end = section.paragraphs[0].span.start, section.span.end
    paragraphs = document.paragraphs
    inside = paragraphs[_place(paragraphs, first) : _place(paragraphs, end)]
    if not any(_continues(each, last.marker) for each in inside[len(section.paragraphs) :]):
        return ()
    headings = document.headings
    within = headings[_place(headings, first) : _place(headings, end)]
    lines = [Paragraph(Span(each.span.start, each.span.end)) for each in within]
    return sorted([*inside, *lines], key=_start)


def _continues(paragraph: Paragraph, marker: Marker) -> bool:
    if not paragraph.items or paragraph.items[0].span.start != paragraph.span.start:
        return False
    first = paragraph.items[0].marker
    return first.style is marker.style and first.number == marker.number + 1


def _place(nodes: Sequence[Paragraph] | Sequence[Heading], start: int) -> int:
    return bisect_left(nodes, start, key=_start)


def _start(node: Paragraph | Heading) -> int:
    return node.span.start
