"""The body of a document → its paragraphs with their formats, in one walk that counts as the story does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from lxml import etree

from duizhao.office.typography import FormattedParagraph, FormattedRun, ParagraphFormat, RunFormat
from duizhao.office.wordml import UNREAD, child, value, word
from duizhao.read.typography.cascade import Cascade
from duizhao.read.typography.pages import SectionEnd
from duizhao.text import Origin, Span

SHOWN_BREAK, RUN_PROPERTIES = (frozenset(word(name)) for name in ("lastRenderedPageBreak", "rPr"))
TEXTS, BREAKS = frozenset(word("t")), SHOWN_BREAK.union(word("br"))


@dataclass(slots=True)
class _TextPlace:
    """Where a paragraph stands in the text: its span, and the pieces of its runs by their numbers."""

    start: int
    end: int
    runs: dict[int, list[Span]] = field(default_factory=dict)


def formatted_paragraphs(
    root: etree._Element, origins: Iterable[Origin], cascade: Cascade
) -> tuple[tuple[FormattedParagraph, ...], list[SectionEnd]]:
    """The paragraphs that came into the text, in its order, and the sections with the places where they end."""
    walk = _ParagraphWalk(_places(origins), cascade)
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
        span = origin.span
        place = places.get(origin.paragraph)
        if place is None:
            place = places[origin.paragraph] = _TextPlace(span.start, span.start)
        if not origin.generated:
            place.runs.setdefault(origin.run, []).append(span)
            place.end = max(place.end, span.end)
    return places


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph whose end has not come yet."""

    properties: etree._Element | None
    place: _TextPlace | None
    style: str | None
    format: ParagraphFormat
    run: int = -1
    runs: list[tuple[Span, RunFormat]] = field(default_factory=list)
    starts_page: bool = False
    has_words: bool = False


class _ParagraphWalk:
    """`found` and `sections` are the result; `end` is the place in the text that was reached."""

    def __init__(self, places: dict[int, _TextPlace], cascade: Cascade) -> None:
        self.found: list[FormattedParagraph] = []
        self.sections: list[SectionEnd] = []
        self.end = 0
        self._places = places
        self._cascade = cascade
        self._count = 0
        self._open: list[_OpenParagraph] = []
        self._cells = 0
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
        properties = child(element, "pPr")
        style, made = self._cascade.set_paragraph(properties)
        self._open.append(_OpenParagraph(properties, place, style, made))
        self.descend(element)
        self._leave(self._open.pop())

    def _read_run(self, element: etree._Element) -> None:
        if not self._open:
            self.descend(element)
            return
        paragraph = self._open[-1]
        paragraph.run += 1
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
        spans = paragraph.place.runs.get(paragraph.run) if paragraph.place else None
        if spans:
            made = self._cascade.set_run(paragraph.style, properties)
            paragraph.runs += [(span, made) for span in spans]
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
                    tuple(_joined(sorted(left.runs, key=itemgetter(0)))),
                    standing,
                    left.starts_page,
                )
            )
        section = child(left.properties, "sectPr")
        if section is not None:
            self.sections.append((section, self.end))
            self._is_broken = True


def _joined(runs: Iterable[tuple[Span, RunFormat]]) -> Iterator[FormattedRun]:
    """Neighbours in the same format as one. Equal formats are one value."""
    last: RunFormat | None = None
    start = end = 0
    for span, made in runs:
        if last is made and end == span.start:
            end = span.end
            continue
        if last is not None:
            yield FormattedRun(Span(start, end), last)
        start, end = span
        last = made
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
