"""The parts of a document. Every node slices back to its exact text: `node.span.of(source.text)`."""

from __future__ import annotations

from enum import Enum

from duizhao.text import Source, Span, value


class NumberStyle(Enum):
    """The ways a level is marked, half- and full-width alike. The value is how people write the first of its kind."""

    PART = "第一篇"
    CHAPTER = "一、"
    SECTION = "（一）"
    POINT = "1."
    SUBPOINT = "（1）"
    CIRCLED = "①"
    IS = "一是"
    MUST = "一要"
    FEAR = "一怕"
    ORDINAL = "第一，"
    FIRST = "首先"

    # Members are single: hashing them by identity is what Enum does, but without a Python call.
    __hash__ = object.__hash__

    level: int
    """The level of a heading so marked, from 1; 0 for parts, 6 for what counts inside a paragraph."""

    def __init__(self, first: str) -> None:
        self.level = {"第一篇": 0, "一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}.get(
            first, 6
        )


@value
class Marker:
    """What counts a heading or item: `（三）`, `二是`. `span` covers its punctuation, `number` is its value."""

    span: Span
    style: NumberStyle
    number: int


@value
class Heading:
    """A counted heading. `span` is marker, title and closing punctuation; `title` the words alone.

    `run_in` says that the body goes on in the same paragraph. `marker` is None for a heading without a number.
    """

    span: Span
    marker: Marker | None
    title: Span
    level: int
    run_in: bool = False


@value
class Item:
    """A counted point of an enumeration (一是…, 一要…, 第一，…), up to the next one or the end of its text.

    `lead` is its first sentence without marker and closing punctuation. `items` are the points of another style that
    are counted inside it, from 1: 一是…：首先…，其次…；二是….
    """

    span: Span
    marker: Marker
    lead: Span
    items: tuple[Item, ...] = ()


@value
class Paragraph:
    """Body text between two line breaks, without what a run-in heading took of its line.

    `items` are the points that begin in it, in order.
    """

    span: Span
    items: tuple[Item, ...] = ()


@value
class Section:
    """A heading and all that stands under it, to the next heading of its level or above."""

    span: Span
    heading: Heading
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


class ResidueKind(Enum):
    """What was copied along. A notice is a disclaimer, a table of contents, or the label of a collection."""

    MARK = "mark"  # ##paidbegin##
    WEB = "web"  # an address, 点击下载
    NOTICE = "notice"


@value
class Residue:
    """Debris of copying."""

    span: Span
    kind: ResidueKind


@value
class MarkerSequence:
    """Markers of one style that ought to count up: siblings under one heading, or the items of one run of text."""

    span: Span
    style: NumberStyle
    markers: tuple[Marker, ...]


@value
class Document:
    """One statement's text, taken apart. `span` is its place in the source, which may hold several.

    `headings`, `items` and `paragraphs` list, in text order, what `preamble` and `sections` nest.
    `attachments` are the lines of the note of attachments; `title`, `roles` one span a line.
    """

    source: Source
    span: Span
    title: tuple[Span, ...] = ()
    roles: tuple[Span, ...] = ()
    dateline: Span | None = None
    salutation: Span | None = None
    preamble: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    attachments: tuple[Span, ...] = ()
    signature: Span | None = None
    date: Span | None = None
    residues: tuple[Residue, ...] = ()
    headings: tuple[Heading, ...] = ()
    items: tuple[Item, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sequences: tuple[MarkerSequence, ...] = ()

    @property
    def text(self) -> str:
        """The text of the whole source, in which all spans count."""
        return self.source.text

    def of(self, span: Span | None) -> str:
        """The characters at `span`; nothing for None."""
        return self.text[span.start : span.end] if span else ""
