"""What each part of a document is on paper: a title, a heading of some level, body."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.nodes import Document, Heading
from duizhao.text import Span

LOWEST = 4
"""The lowest level of heading that has a look of its own."""


def parts(document: Document) -> list[tuple[Span, str]]:
    """The parts of a document in text order, each with its role, named as in a layout file."""
    return sorted(_parts(document))


def _parts(document: Document) -> Iterator[tuple[Span, str]]:
    for lines, role in (
        (document.title, "title"),
        (document.roles, "role-line"),
        (document.attachments, "attachment-note"),
    ):
        yield from ((span, role) for span in lines)
    for found, role in (
        (document.dateline, "date-line"),
        (document.salutation, "salutation"),
        (document.signature, "signature"),
        (document.date, "date"),
    ):
        if found:
            yield found, role
    yield from ((heading.span, _level(heading)) for heading in document.headings)
    yield from ((paragraph.span, "body") for paragraph in document.paragraphs)


def _level(heading: Heading) -> str:
    # A part (第一篇) has level 0, and looks like a chapter.
    return f"heading-{max(1, heading.level)}" if heading.level <= LOWEST else "body"
