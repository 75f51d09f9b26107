"""Puts the sections that an unnumbered title announces under it, where the title stands at the end of the list above.

产生上述问题的主要原因：, a line of its own between two lists, is read as the last title of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from duizhao.document import Document, Section
from duizhao.profiles import ChapterKind
from duizhao.statement.outline.kinds import kinds, opened_kinds
from duizhao.text import Span

ANSWERS = ((ChapterKind.CAUSES,), (ChapterKind.MEASURES,))


def led_sections(document: Document) -> Sequence[Section]:
    """The top-level sections of a document, those behind such a title as sections of it."""
    if not any(_is_bare_title(document, each) for each in _all(document.sections)):
        return document.sections
    kept: list[Section] = []
    for section in document.sections:
        kept += _parted(document, section)
    return _gathered(document, kept)


def _parted(document: Document, section: Section) -> list[Section]:
    """A section without the lists that such a title opens in it, then these."""
    inner: list[Section] = []
    for each in section.sections:
        inner += _parted(document, each)
    inner = _gathered(document, inner)
    for at, each in enumerate(inner):
        if _leads(document, each):
            end = inner[at - 1].span.end if at else _end_of_text(section)
            own = replace(section, span=Span(section.span.start, end), sections=tuple(inner[:at]))
            return [own, *inner[at:]]
    return [replace(section, sections=tuple(inner))] if section.sections else [section]


def _gathered(document: Document, sections: Sequence[Section]) -> list[Section]:
    """Such titles with the sections behind them that count on from one."""
    gathered: list[Section] = []
    for section in sections:
        last = gathered[-1] if gathered else None
        marker = section.heading.marker
        counts_on = marker and last and marker.number == len(last.sections) + 1
        if last and counts_on and _leads(document, last):
            whole = Span(last.span.start, section.span.end)
            gathered[-1] = replace(last, span=whole, sections=(*last.sections, section))
        else:
            gathered.append(section)
    return gathered


def _leads(document: Document, section: Section) -> bool:
    """Whether a section is such a title, alone or with the sections gathered so far."""
    if section.heading.marker or section.paragraphs:
        return False
    title = document.of(section.heading.title)
    if opened_kinds(title) in ANSWERS:
        return True
    return document.text[section.heading.span.end - 1] in "？?：:" and kinds(title) in ANSWERS


def _is_bare_title(document: Document, section: Section) -> bool:
    return not section.sections and _leads(document, section)


def _end_of_text(section: Section) -> int:
    return section.paragraphs[-1].span.end if section.paragraphs else section.heading.span.end


def _all(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)
