"""Parses the text of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from duizhao.document.body import body_of
from duizhao.document.frame import around_title, residue
from duizhao.document.frame.closing import read_closing
from duizhao.document.frame.contents import read_contents
from duizhao.document.frame.opening import read_opening
from duizhao.document.frame.page_line import without_page_lines
from duizhao.document.frame.quoted_mail import without_outer_mail
from duizhao.document.hard_wrap import join_wrapped
from duizhao.document.headings.alike_numbers import with_points_below
from duizhao.document.headings.doubtful_headings import settled
from duizhao.document.headings.outline import outline
from duizhao.document.items import all_items
from duizhao.document.labels import without_label
from duizhao.document.lines import Line, lines
from duizhao.document.nest import nest
from duizhao.document.nodes import Document, Item, Paragraph
from duizhao.document.numbering.sequences import sequences
from duizhao.document.table_lines import TableLines, tables_apart
from duizhao.document.vocabulary import OTHER_SCRIPT, vocabulary
from duizhao.text import Marks, Source, Span
from duizhao.text.plain_script import in_plain_script


def parse(source: Source, within: Span | None = None, marks: Marks | None = None) -> Document:
    """Parse the text at `within`, by default all of it.

    `marks` are the result of a scan with at least VOCABULARY; without them the text is scanned here.
    Never raises: of a text that is no statement, what can be recognised is returned.
    """
    text = source.text
    span = within or Span(0, len(text))
    marks = marks or vocabulary().scan(text)
    if marks.get(OTHER_SCRIPT) and (plain := in_plain_script(text)) != text:
        return replace(parse(replace(source, text=plain), within), source=source)
    blocks, tables = tables_apart(source, lines(text, span))
    blocks, outer = without_outer_mail(text, blocks)
    blocks, pages = without_page_lines(text, blocks, marks.within("document.page", span))
    blocks, residues = residue.without_residue(
        text, join_wrapped(text, blocks), marks.within("document.residue", span)
    )
    blocks, notices = without_label(text, blocks, marks.within("document.part", span))
    listed, first, after = read_contents(text, blocks)
    if listed:
        notices.append(listed)
        blocks = blocks[:first] + blocks[after:]
    head = span.start, span.start + around_title.HEAD_LENGTH
    blocks, around = around_title.without_surroundings(
        text, blocks, marks.within("document.head", head), is_sent_on=bool(outer)
    )
    found = [*outer, *pages, *residues, *notices, *around]
    opening = read_opening(text, _before(tables, blocks))
    blocks = blocks[opening.taken :]
    if opening.rest:
        blocks = [opening.rest, *blocks[1:]]
    closing = read_closing(text, blocks)
    pieces, inline = outline(text, closing.body, marks.within("document.heading", span))
    pieces = with_points_below(text, settled(text, pieces))
    if tables:
        pieces += [(None, start, end) for start, (end, _) in tables.items()]
        pieces.sort(key=itemgetter(1, 2))
    body = body_of(text, pieces, inline, marks.within("document.item", span), tables)
    sections = nest(body.parts)
    return Document(
        source=source,
        span=span,
        title=tuple(opening.title),
        roles=tuple(opening.roles),
        dateline=opening.dateline,
        salutation=opening.salutation,
        preamble=tuple(body.preamble),
        sections=sections,
        attachments=tuple(closing.attachments),
        signature=closing.signature,
        date=closing.date,
        residues=tuple(residue.apart(found)) if found else (),
        headings=tuple([part.heading for part in body.parts]),
        items=tuple(_items(body.paragraphs)),
        paragraphs=tuple(body.paragraphs),
        sequences=sequences(text, body.preamble, sections, closing.begins or span.end),
    )


def _before(tables: TableLines, blocks: list[Line]) -> list[Line]:
    """The lines above the first table: what opens a text stands there."""
    if not tables:
        return blocks
    first = min(tables)
    return [block for block in blocks if block[0] < first]


def _items(paragraphs: Iterable[Paragraph]) -> Iterator[Item]:
    for paragraph in paragraphs:
        if paragraph.items:
            yield from all_items(paragraph.items)
