"""Takes a statement's text apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document import residue
from duizhao.document.body import bodies
from duizhao.document.closing import closing
from duizhao.document.hard_wrap import join_wrapped
from duizhao.document.items import all_items
from duizhao.document.labels import without_label
from duizhao.document.lines import lines
from duizhao.document.nest import nest
from duizhao.document.nodes import Document, Item, Paragraph
from duizhao.document.opening import contents, opening
from duizhao.document.outline import outline
from duizhao.document.sequences import sequences
from duizhao.document.vocabulary import vocabulary
from duizhao.text import Marks, Source, Span


def parse(source: Source, within: Span | None = None, marks: Marks | None = None) -> Document:
    """Take the text at `within` (all of it by default) apart.

    `marks` are what a scan with at least VOCABULARY found in `source`; without them the text is scanned here.
    Never raises: a text that is no statement gives what can be seen in it.
    """
    text = source.text
    span = within or Span(0, len(text))
    marks = marks or vocabulary().scan(text)
    blocks, residues = residue.clear(
        text, join_wrapped(text, lines(text, span)), marks.within("document.residue", span)
    )
    blocks, notices = without_label(text, blocks, marks.within("document.part", span))
    listed, first, after = contents(text, blocks)
    if listed:
        notices.append(listed)
        blocks = blocks[:first] + blocks[after:]
    begun = opening(text, blocks)
    blocks = blocks[begun.taken :]
    if begun.rest:
        blocks = [begun.rest, *blocks[1:]]
    ended = closing(text, blocks)
    pieces, inline = outline(text, ended.body, marks.within("document.heading", span))
    body = bodies(text, pieces, inline, marks.within("document.item", span))
    sections = nest(body.parts)
    return Document(
        source=source,
        span=span,
        title=tuple(begun.title),
        roles=tuple(begun.roles),
        dateline=begun.dateline,
        salutation=begun.salutation,
        preamble=tuple(body.preamble),
        sections=sections,
        attachments=tuple(ended.attachments),
        signature=ended.signature,
        date=ended.date,
        residues=tuple(sorted([*residues, *notices], key=lambda each: each.span)),
        headings=tuple(part.heading for part in body.parts),
        items=tuple(_items(body.paragraphs)),
        paragraphs=tuple(body.paragraphs),
        sequences=sequences(body.preamble, sections, ended.begins or span.end),
    )


def _items(paragraphs: Iterable[Paragraph]) -> Iterator[Item]:
    for paragraph in paragraphs:
        if paragraph.items:
            yield from all_items(paragraph.items)
