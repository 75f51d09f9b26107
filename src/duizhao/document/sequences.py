"""Sequences of markers that should count up: of sibling headings, and of enumerations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from duizhao.document.nodes import Item, Marker, MarkerSequence, NumberStyle, Paragraph, Section
from duizhao.text import Span


def sequences(
    preamble: Sequence[Paragraph], sections: Sequence[Section], end: int
) -> tuple[MarkerSequence, ...]:
    """Every sequence of markers: those of headings before those under them.

    Behind `end`, the signature, an attachment begins to count anew.
    """
    found = [*_points(preamble)]
    if sections and sections[-1].span.start >= end:
        own = bisect_left(sections, end, key=lambda section: section.span.start)
        _gather(sections[own:], found)
        sections = sections[:own]
    _gather(sections, found)
    return tuple(found)


def _gather(sections: Sequence[Section], found: list[MarkerSequence]) -> None:
    found += _headings(sections)
    for section in sections:
        if section.paragraphs:
            found += _points(section.paragraphs)
        if section.sections:
            _gather(section.sections, found)


def _headings(sections: Iterable[Section]) -> Iterator[MarkerSequence]:
    by_style: dict[NumberStyle, list[Marker]] = {}
    for section in sections:
        marker = section.heading.marker
        if marker:
            by_style.setdefault(marker.style, []).append(marker)
    return map(_run, by_style.values())


def _points(paragraphs: Iterable[Paragraph]) -> Iterable[MarkerSequence]:
    """The sequences under one heading. A count that begins again at 1 is a new sequence."""
    done: list[list[Marker]] = []
    opened: dict[NumberStyle, list[Marker]] = {}
    for paragraph in paragraphs:
        for item in paragraph.items:
            _count(item, opened, done)
    return map(_run, done) if done else ()


def _count(item: Item, opened: dict[NumberStyle, list[Marker]], done: list[list[Marker]]) -> None:
    marker = item.marker
    run = opened.get(marker.style)
    if run is None or marker.number == 1:
        opened[marker.style] = run = []
        done.append(run)
    run.append(marker)
    if item.items:
        inner: dict[NumberStyle, list[Marker]] = {}
        for each in item.items:
            _count(each, inner, done)


def _run(markers: Sequence[Marker]) -> MarkerSequence:
    span = Span(markers[0].span.start, markers[-1].span.end)
    return MarkerSequence(span, markers[0].style, tuple(markers))
