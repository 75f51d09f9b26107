"""Takes a statement's text apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from duizhao.document import items, markers, residue
from duizhao.document.closing import closing
from duizhao.document.lines import Line, lines
from duizhao.document.nest import Part, nest
from duizhao.document.nodes import Document, Item, Marker, Paragraph, Style
from duizhao.document.opening import contents, opening
from duizhao.document.outline import Outline, outline
from duizhao.document.sequences import sequences
from duizhao.document.split import ANCHORS as PARTS
from duizhao.document.split import labelled
from duizhao.document.wrap import unwrapped
from duizhao.text import Marks, Source, Span, Vocabulary

VOCABULARY: dict[str, tuple[str, ...]] = {
    "document.heading": markers.ANCHORS,
    "document.item": tuple(items.KINDS),
    "document.residue": residue.ANCHORS,
    "document.part": PARTS,
}


@cache
def vocabulary() -> Vocabulary:
    """The strings this floor looks for, made ready."""
    return Vocabulary(VOCABULARY)


def parse(source: Source, within: Span | None = None, marks: Marks | None = None) -> Document:
    """Take the text at `within` (all of it by default) apart.

    `marks` are what a scan with at least VOCABULARY found in `source`; without them the text is scanned here.
    Never raises: a text that is no statement gives what can be seen in it.
    """
    text = source.text
    span = within or Span(0, len(text))
    marks = marks or vocabulary().scan(text)
    blocks, residues = residue.clear(
        text, unwrapped(text, lines(text, span)), marks.within("document.residue", span)
    )
    blocks, notices = labelled(text, blocks)
    listed, first, after = contents(text, blocks)
    if listed:
        notices.append(listed)
        blocks = blocks[:first] + blocks[after:]
    begun = opening(text, blocks)
    blocks = blocks[begun.taken :]
    if begun.rest:
        blocks = [begun.rest, *blocks[1:]]
    ended = closing(text, blocks)
    body = _body(
        text,
        outline(text, blocks[: ended.begins], marks.within("document.heading", span)),
        marks.within("document.item", span),
    )
    sections = nest(body.parts)
    return Document(
        source, span, tuple(begun.title), tuple(begun.roles), begun.dateline, begun.salutation,
        tuple(body.preamble), sections, tuple(ended.attachments), ended.signature, ended.date,
        tuple(sorted([*residues, *notices], key=lambda each: each.span)),
        tuple(part.heading for part in body.parts), tuple(_flat(body.paragraphs)),
        tuple(body.paragraphs), sequences(body.preamble, sections),
    )  # fmt: skip


@dataclass(slots=True)
class Body:
    """The preamble and the headed parts, not yet nested; `paragraphs` are all of both."""

    preamble: list[Paragraph] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


def _body(text: str, cut: Outline, places: Sequence[tuple[int, int]]) -> Body:
    body = Body()
    under = body.preamble
    counted: dict[Style, int] = {}
    chain = items.chained(_firsts(text, places))
    at, count = 0, len(places)
    extra = iter([*cut.inline, None])
    inline = next(extra)
    for heading, start, end in cut.pieces:
        if heading:
            part = Part(heading)
            body.parts.append(part)
            under = part.paragraphs
            counted = {}
        if start == end:
            continue
        while at < count and places[at][0] < start:
            at += 1
        first = at
        while at < count and places[at][1] <= end:
            at += 1
        found = items.candidates(text, start, end, places[first:at]) if at > first else []
        while inline and inline.span.start < end:
            if inline.span.start >= start:
                found.append(items.Candidate(inline, False))
            inline = next(extra)
        paragraph = _paragraph(text, start, end, found, counted, chain)
        under.append(paragraph)
        body.paragraphs.append(paragraph)
    return body


def _paragraph(
    text: str,
    start: int,
    end: int,
    found: list[items.Candidate],
    counted: dict[Style, int],
    chain: dict[Marker, Marker],
) -> Paragraph:
    if not found:
        return Paragraph(Span(start, end))
    if len(found) > 1:
        found.sort(key=lambda each: each.marker.span)
    chosen = items.believed(text, start, found, counted, chain)
    return Paragraph(Span(start, end), items.nested(text, chosen, end))


def _firsts(text: str, places: Iterable[tuple[int, int]]) -> Iterator[Marker]:
    for start, end in places:
        word = text[start:end]
        if word in items.FIRSTS:
            yield Marker(Span(start, end), Style.FIRST, items.FIRSTS[word])


def _flat(paragraphs: Iterable[Paragraph]) -> Iterator[Item]:
    for paragraph in paragraphs:
        yield from _every(paragraph.items)


def _every(found: Iterable[Item]) -> Iterator[Item]:
    for item in found:
        yield item
        if item.items:
            yield from _every(item.items)


__all__ = ["VOCABULARY", "Line", "parse"]
