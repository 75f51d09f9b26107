"""The body of a document → its paragraphs with their formats, in one walk that counts as the story does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

from lxml import etree

from duizhao.office.typography import FormattedParagraph, FormattedRun, ParagraphFormat, RunFormat
from duizhao.office.wordml import UNREAD, child, value, word
from duizhao.read.kept_part import KeptPart
from duizhao.read.typography.cascade import Cascade
from duizhao.read.typography.pages import SectionEnd
from duizhao.read.written_runs import WrittenRun, WrittenRuns
from duizhao.text import Origin, Span

SHOWN_BREAK, RUN_PROPERTIES = (frozenset(word(name)) for name in ("lastRenderedPageBreak", "rPr"))
RUNS = word("r")
TEXTS, BREAKS = frozenset(word("t")), SHOWN_BREAK.union(word("br"))


@dataclass(slots=True)
class _TextPlace:
    """Where a paragraph stands in the text: its span, and the pieces of its runs in order."""

    start: int
    end: int
    pieces: list[Origin] = field(default_factory=list)


def formatted_paragraphs(
    document: KeptPart, origins: Iterable[Origin], cascade: Cascade
) -> tuple[tuple[FormattedParagraph, ...], list[SectionEnd]]:
    """The paragraphs that came into the text, in its order, and the sections with the places where they end."""
    root, places = document.root(), _places(origins)
    runs = document.runs()
    walk = _ParagraphWalk(places, cascade, runs or WrittenRuns())
    walk.descend(root)
    if runs is not None and not runs.is_done:
        walk = _ParagraphWalk(places, cascade, WrittenRuns())
        walk.descend(root)
    body = child(root, "body")
    last = child(body, "sectPr")
    if last is not None:
        walk.sections.append((last, walk.end))
    walk.found.sort(key=lambda paragraph: paragraph.span)
    return tuple(walk.found), walk.sections


def _places(origins: Iterable[Origin]) -> dict[int, _TextPlace]:
    places: dict[int, _TextPlace] = {}
    for origin in origins:
        (start, end), _, paragraph, _, _, generated = origin
        place = places.get(paragraph)
        if place is None:
            place = places[paragraph] = _TextPlace(start, start)
        if not generated:
            place.pieces.append(origin)
            # In text order, so that each ends behind the one before.
            place.end = end
    return places


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph whose end has not come yet. `looks` are the formats of runs by their written properties."""

    place: _TextPlace | None
    style: str | None
    format: ParagraphFormat
    looks: dict[bytes, RunFormat]
    runs: list[RunFormat] = field(default_factory=list)
    starts_page: bool = False
    has_words: bool = False


class _ParagraphWalk:
    """`found` and `sections` are the result; `end` is the place in the text that was reached."""

    def __init__(self, places: dict[int, _TextPlace], cascade: Cascade, runs: WrittenRuns) -> None:
        self._take, self._take_paragraph = runs.take, runs.take_paragraph
        self.found: list[FormattedParagraph] = []
        self.sections: list[SectionEnd] = []
        self.end = 0
        self._places = places
        self._cascade = cascade
        self._count = 0
        self._open: list[_OpenParagraph] = []
        self._cells = 0
        self._looks: dict[str | None, dict[bytes, RunFormat]] = {}
        self._is_broken = False

    def descend(self, elements: Iterable[etree._Element]) -> None:
        """Walk over elements, and over all that is in them."""
        find, unknown = HANDLERS.get, _ParagraphWalk.descend
        for inner in elements:
            handler = find(inner.tag, unknown)
            if handler is not None:
                handler(self, inner)

    def _read_cell(self, element: etree._Element) -> None:
        self._cells += 1
        self.descend(element)
        self._cells -= 1

    def _read_paragraph(self, element: etree._Element) -> None:
        place = self._places.get(self._count)
        self._count += 1
        properties, runs = self._take_paragraph()
        written = properties if runs else None
        style, made = self._cascade.set_paragraph(element, written)
        looks = self._looks.setdefault(style, {})
        paragraph = _OpenParagraph(place, style, made, looks)
        if runs:
            self._read_runs(element, runs, paragraph)
        else:
            self._open.append(paragraph)
            self.descend(element)
            self._open.pop()
        self._leave(paragraph)
        if written is None or b"sectPr" in written:
            self._end_section(child(child(element, "pPr"), "sectPr"))

    def _read_runs(
        self, element: etree._Element, runs: Sequence[WrittenRun], paragraph: _OpenParagraph
    ) -> None:
        """Read the runs of a paragraph that has nothing else. An element is reached only for properties not met yet."""
        looks = paragraph.looks
        if not looks.keys() >= {properties for _, properties, _ in runs}:
            elements = chain(element.iterchildren(*RUNS), repeat(None))
            for (_, properties, _), inner in zip(runs, elements, strict=False):
                if properties not in looks:
                    looks[properties] = self._cascade.set_run(paragraph.style, child(inner, "rPr"))
        paragraph.runs = [looks[properties] for _, properties, _ in runs]
        for _, _, text in runs:
            self._read_words(text.decode(), paragraph)
            if paragraph.has_words:
                break

    def _read_run(self, element: etree._Element) -> None:
        _, properties, text = self._take()
        if not self._open:
            self.descend(element)
            return
        paragraph = self._open[-1]
        if not text:
            self._read_unusual(element, paragraph)
            return
        look = paragraph.looks.get(properties)
        if look is None:
            look = self._cascade.set_run(paragraph.style, child(element, "rPr"))
            paragraph.looks[properties] = look
        paragraph.runs.append(look)
        if self._is_broken or not paragraph.has_words:
            self._read_words(text.decode(), paragraph)

    def _read_unusual(self, element: etree._Element, paragraph: _OpenParagraph) -> None:
        properties, others = None, []
        for inner in element:
            tag = inner.tag
            if tag in TEXTS:
                if self._is_broken or not paragraph.has_words:
                    self._read_words(inner.text, paragraph)
            elif tag in RUN_PROPERTIES:
                properties = inner if properties is None else properties
            elif tag in BREAKS:
                self._is_broken |= tag in SHOWN_BREAK or value(inner, "type") == "page"
            else:
                others.append(inner)
        paragraph.runs.append(self._cascade.set_run(paragraph.style, properties))
        if others:
            # What a text box in the run holds comes behind the words of the run.
            self.descend(others)

    def _read_words(self, words: str | None, paragraph: _OpenParagraph) -> None:
        if words and words.strip():
            paragraph.starts_page |= self._is_broken and not paragraph.has_words
            paragraph.has_words = True
            self._is_broken = False

    def _leave(self, left: _OpenParagraph) -> None:
        place = left.place
        if place is not None:
            self.end = max(self.end, place.end)
            standing = "box" if self._open else "table" if self._cells else "body"
            self.found.append(
                FormattedParagraph(
                    Span(place.start, place.end),
                    left.format,
                    tuple(_joined(place.pieces, left.runs)),
                    standing,
                    left.starts_page,
                )
            )

    def _end_section(self, section: etree._Element | None) -> None:
        if section is not None:
            self.sections.append((section, self.end))
            self._is_broken = True


def _joined(pieces: Iterable[Origin], formats: Sequence[RunFormat]) -> Iterator[FormattedRun]:
    """The pieces of a paragraph, neighbours in the same format as one. Equal formats are one value."""
    last: RunFormat | None = None
    start = end = 0
    for (begin, behind), _, _, run, _, _ in pieces:
        if run >= len(formats):
            # In a break or another place that only the story enters, in a file that no program wrote.
            continue
        made = formats[run]
        if last is made and end == begin:
            end = behind
            continue
        if last is not None:
            yield FormattedRun(Span(start, end), last)
        start, end, last = begin, behind, made
    if last is not None:
        yield FormattedRun(Span(start, end), last)


HANDLERS: dict[object, Callable[[_ParagraphWalk, etree._Element], None] | None] = {
    tag: handler
    for name, handler in (
        ("p", _ParagraphWalk._read_paragraph),
        ("r", _ParagraphWalk._read_run),
        ("tc", _ParagraphWalk._read_cell),
        *((name, None) for name in UNREAD),
    )
    for tag in word(name)
}
