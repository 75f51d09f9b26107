"""The body of a document → its paragraphs with their formats, in one walk, counted as the story counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from duizhao.office.typography import FormattedParagraph, FormattedRun, RunFormat
from duizhao.office.wordml import child, value, word
from duizhao.read.typography.cascade import Cascade
from duizhao.read.typography.pages import Ended
from duizhao.read.typography.properties import Given, paragraph_properties, run_properties
from duizhao.text import Origin, Span

PARAGRAPH, RUN, CELL = word("p"), word("r"), frozenset(word("tc"))
PARAGRAPHS = frozenset(PARAGRAPH)
TEXT, BREAK, SHOWN_BREAK = word("t"), word("br"), frozenset(word("lastRenderedPageBreak"))
TEXTS, BREAKS = frozenset(TEXT), (*BREAK, *SHOWN_BREAK)


@dataclass(slots=True)
class _Place:
    """Where a paragraph stands in the text: its span, and the pieces of its runs by their numbers."""

    start: int
    end: int
    runs: dict[int, list[Span]] = field(default_factory=dict)


def set_text(
    root: etree._Element, origins: Iterable[Origin], cascade: Cascade
) -> tuple[tuple[FormattedParagraph, ...], list[Ended]]:
    """The paragraphs that came into the text, in its order, and the sections with the places where they end."""
    walk = _Walk(_places(origins), cascade)
    walk.over(root)
    body = child(root, "body")
    last = child(body, "sectPr")
    if last is not None:
        walk.sections.append((last, walk.end))
    walk.found.sort(key=lambda paragraph: paragraph.span)
    return tuple(walk.found), walk.sections


def _places(origins: Iterable[Origin]) -> dict[int, _Place]:
    places: dict[int, _Place] = {}
    for origin in origins:
        start, end = origin.span
        place = places.get(origin.paragraph)
        if place is None:
            place = places[origin.paragraph] = _Place(start, start)
        if not origin.generated:
            place.runs.setdefault(origin.run, []).append(origin.span)
            place.end = max(place.end, end)
    return places


@dataclass(slots=True)
class _Open:
    """A paragraph whose end has not come yet."""

    element: etree._Element
    place: _Place | None
    given: Given
    run: int = -1
    runs: list[tuple[Span, RunFormat]] = field(default_factory=list)
    starts_page: bool = False
    has_words: bool = False


class _Walk:
    """`found` and `sections` are the result; `end` is the place in the text that was reached."""

    def __init__(self, places: dict[int, _Place], cascade: Cascade) -> None:
        self.found: list[FormattedParagraph] = []
        self.sections: list[Ended] = []
        self.end = 0
        self._places = places
        self._cascade = cascade
        self._count = 0
        self._open: list[_Open] = []
        self._is_broken = False

    def over(self, root: etree._Element) -> None:
        for event, element in etree.iterwalk(root, ("start", "end"), tag=(*PARAGRAPH, *RUN)):
            is_paragraph = element.tag in PARAGRAPHS
            if event == "end":
                if is_paragraph:
                    self._leave(self._open.pop())
            elif is_paragraph:
                self._enter(element)
            elif self._open:
                self._read_run(element, self._open[-1])

    def _enter(self, element: etree._Element) -> None:
        place = self._places.get(self._count)
        self._count += 1
        self._open.append(_Open(element, place, paragraph_properties(child(element, "pPr"))))

    def _read_run(self, element: etree._Element, paragraph: _Open) -> None:
        paragraph.run += 1
        spans = paragraph.place.runs.get(paragraph.run) if paragraph.place else None
        self._break_pages(element, paragraph)
        if spans:
            made = self._cascade.run(paragraph.given, run_properties(child(element, "rPr")))
            paragraph.runs += [(span, made) for span in spans]

    def _break_pages(self, run: etree._Element, paragraph: _Open) -> None:
        for inner in run.iterchildren(*BREAKS, *TEXT):
            if inner.tag not in TEXTS:
                self._is_broken |= inner.tag in SHOWN_BREAK or value(inner, "type") == "page"
            elif inner.text and inner.text.strip():
                paragraph.starts_page |= self._is_broken and not paragraph.has_words
                paragraph.has_words = True
                self._is_broken = False

    def _leave(self, left: _Open) -> None:
        place, element = left.place, left.element
        if place is not None:
            self.end = max(self.end, place.end)
            span = Span(place.start, place.end)
            made = self._cascade.paragraph(left.given)
            runs = tuple(_joined(sorted(left.runs, key=lambda run: run[0])))
            self.found.append(
                FormattedParagraph(span, made, runs, self._standing(element), left.starts_page)
            )
        section = child(child(element, "pPr"), "sectPr")
        if section is not None:
            self.sections.append((section, self.end))
            self._is_broken = True

    def _standing(self, element: etree._Element) -> str:
        if self._open:
            return "box"
        return "table" if any(each.tag in CELL for each in element.iterancestors()) else "body"


def _joined(runs: Iterable[tuple[Span, RunFormat]]) -> Iterator[FormattedRun]:
    """Neighbours in the same format as one."""
    last: FormattedRun | None = None
    for span, made in runs:
        if last is not None and last.format is made and last.span.end == span.start:
            last = FormattedRun(Span(last.span.start, span.end), made)
            continue
        if last is not None:
            yield last
        last = FormattedRun(span, made)
    if last is not None:
        yield last
