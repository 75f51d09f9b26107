"""Makes paragraphs of body text, with their items, under the headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from duizhao.document.headings.outline_piece import HeadedText
from duizhao.document.items import items
from duizhao.document.lines import Line
from duizhao.document.nest import OpenSection
from duizhao.document.nodes import Marker, NumberStyle, Paragraph
from duizhao.document.numbering.enumeration import (
    ORDINAL_WORDS,
    TELLING_WORDS,
    Candidate,
    candidates,
    counted_inline,
    counting_markers,
    ordinal_chains,
    telling_chains,
)
from duizhao.document.table_lines import TableLines
from duizhao.text import as_span


@dataclass(slots=True)
class Body:
    """The preamble and the headed parts, not yet nested. `paragraphs` are those of both."""

    preamble: list[Paragraph] = field(default_factory=list)
    parts: list[OpenSection] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


def body_of(
    text: str,
    pieces: Iterable[HeadedText],
    inline: Sequence[Marker],
    places: Sequence[Line],
    tables: TableLines,
) -> Body:
    """Make paragraphs of `pieces`. `places` are those of enumerators, `inline` the markers that look like headings."""
    body = Body()
    under = body.preamble
    counted: dict[NumberStyle, int] = {}
    before: dict[NumberStyle, int] = {}
    chain = ordinal_chains(
        text, [place for place in places if text[place[0] : place[1]] in ORDINAL_WORDS]
    )
    told = [
        place for place in places if place[0] in chain or text[place[0] : place[1]] in TELLING_WORDS
    ]
    if len(told) > len(chain):
        chain |= telling_chains(text, told, chain)
    at, count, seen = 0, len(places), 0
    for heading, start, end in pieces:
        if heading:
            part = OpenSection(heading)
            body.parts.append(part)
            before.update(counted)
            under, counted = part.paragraphs, {}
        if start == end:
            continue
        if start in tables:
            paragraph = Paragraph(as_span((start, end)), table=tables[start][1])
            under.append(paragraph)
            body.paragraphs.append(paragraph)
            continue
        while at < count and places[at][0] < start:
            at += 1
        first = at
        while at < count and places[at][1] <= end:
            at += 1
        found = candidates(text, start, end, places[first:at]) if at > first else []
        if seen < len(inline):
            seen = _add_inline(text, (start, end), inline, seen, found)
        markers = counting_markers(text, found, counted, chain, before) if found else ()
        paragraph = Paragraph(as_span((start, end)), items(text, markers, end) if markers else ())
        under.append(paragraph)
        body.paragraphs.append(paragraph)
    return body


def _add_inline(
    text: str, line: Line, inline: Sequence[Marker], seen: int, found: list[Candidate]
) -> int:
    """Add the heading-like markers inside `line` to its candidates. Returns how many of `inline` are used up."""
    first = seen
    while seen < len(inline) and inline[seen].span.start < line[1]:
        seen += 1
    mine = [marker for marker in inline[first:seen] if marker.span.start >= line[0]]
    if mine:
        found += counted_inline(text, line[0], mine)
        found.sort(key=lambda each: each[:2])
    return seen
