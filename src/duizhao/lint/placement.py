"""The place where findings about a whole statement, or about a missing part, are shown."""

from __future__ import annotations

from duizhao.document import Document
from duizhao.lint.reading import Reading
from duizhao.statement import ChapterKind
from duizhao.text import Span


def opening(document: Document) -> Span:
    """The title; without a title, the first heading or paragraph."""
    if document.title:
        return Span(document.title[0].start, document.title[-1].end)
    starts = [heading.span for heading in document.headings[:1]]
    starts += [paragraph.span for paragraph in document.paragraphs[:1]]
    return min(starts, default=Span(document.span.start, document.span.start))


def closing(document: Document) -> Span:
    """The last character of the body."""
    ends = [paragraph.span.end for paragraph in document.paragraphs[-1:]]
    ends += [heading.span.end for heading in document.headings[-1:]]
    end = max(ends, default=document.span.start + 1)
    return Span(end - 1, end)


def heading_of(reading: Reading, kind: ChapterKind) -> Span:
    """The heading of the chapter of this kind; the opening if there is no such chapter, or more than one."""
    chapters = reading.statement.chapters_of(kind)
    if len(chapters) == 1 and chapters[0].section:
        return chapters[0].section.heading.span
    return opening(reading.document)
