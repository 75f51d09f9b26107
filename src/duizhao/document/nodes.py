"""The nodes of a document. Each gives its exact text: `node.span.of(source.text)`."""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from duizhao.text import Source, Span, value


class NumberStyle(Enum):
    """The ways of numbering, half- and full-width alike. The value is how the first number is written."""

    PART = "第一篇"
    CHAPTER = "一、"
    SECTION = "（一）"
    POINT = "1."
    SUBPOINT = "（1）"
    CIRCLED = "①"
    IS = "一是"
    MUST = "一要"
    FEAR = "一怕"
    DECIMAL = "1.1"
    ORDINAL = "第一，"
    FIRST = "首先"
    ONE = "一个是"
    LETTER = "A."
    ROMAN = "Ⅰ、"

    # Members are singletons. Enum hashes them in Python; this does so in C.
    __hash__ = object.__hash__

    level: int
    """The level of such a heading, from 1; 0 for parts (第一篇), 6 for enumerators inside a paragraph."""

    def __init__(self, first: str) -> None:
        self.level = {
            "第一篇": 0,
            "一、": 1,
            "（一）": 2,
            "1.1": 2,
            "1.": 3,
            "（1）": 4,
            "①": 5,
        }.get(first, 6)


@value
class Marker:
    """The number of a heading or item: `（三）`, `二是`. `span` includes its punctuation."""

    span: Span
    style: NumberStyle
    number: int


@value
class Heading:
    """A heading. `span` is marker, title and closing punctuation; `title` is the words alone.

    A `run_in` heading is followed by body text in its paragraph. `marker` is None for an unnumbered heading.
    """

    span: Span
    marker: Marker | None
    title: Span
    level: int
    run_in: bool = False


@value
class Item:
    """An item of an enumeration (一是…, 一要…, 第一，…), up to the next item or the end of the text.

    `lead` is its first sentence without marker and closing punctuation. `items` are its inner items, of another style
    and from 1: 一是…：首先…，其次…；二是….
    """

    span: Span
    marker: Marker
    lead: Span
    items: tuple[Item, ...] = ()


@value
class HeadedRows:
    """Rows of a table, and the head that says what their cells are. The line of the head itself has no rows.

    A cell that goes on over several rows is in each of them. `title` is the row above that has words in one cell alone.
    """

    head: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]
    title: Span | None = None


@value
class Paragraph:
    """Body text between two line breaks, without a run-in heading on its line; or a row of a table, over several lines.

    `items` are the items that begin in it, in order; `table` are the rows of a table that it is, below their head.
    """

    span: Span
    items: tuple[Item, ...] = ()
    table: HeadedRows | None = None


@value
class Section:
    """A heading and everything under it, up to the next heading of its level or a higher one."""

    span: Span
    heading: Heading
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


class ResidueKind(Enum):
    """What was copied by mistake. A notice is a disclaimer, a table of contents, or the label of a collection."""

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
    """Markers of one style that should count up: of sibling headings, or of the items of one enumeration."""

    span: Span
    style: NumberStyle
    markers: tuple[Marker, ...]


@value
class Document:
    """The parsed text of one statement. `span` is its place in the source, which may hold several.

    `headings`, `items` and `paragraphs` list in text order what `preamble` and `sections` nest.
    `attachments` are the lines of the note of attachments. `title` and `roles` have one span a line.
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
    text: str = field(init=False, repr=False, compare=False)
    """The text of the whole source, to which all spans refer."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.source.text)

    def of(self, span: Span | None) -> str:
        """The characters at `span`; empty for None."""
        return self.text[span.start : span.end] if span else ""

    @property
    def whole_title(self) -> str:
        """The lines of the title as one."""
        return "".join(map(self.of, self.title))
