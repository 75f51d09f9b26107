"""A document as pieces in text order: every character that shows stands in exactly one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao.document import Document, Heading
from duizhao.layout import Role
from duizhao.text import Span

HEADINGS = (
    Role.HEADING_1, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4,
)  # fmt: skip
"""By level; parts (第一篇) look like chapters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text with its role. `loose` is what the parser put nowhere: debris, marks between lines.

    `joins` says that it goes on in the paragraph of the piece before it.
    """

    span: Span
    role: Role
    loose: bool = False
    joins: bool = False


def pieces(document: Document) -> list[Piece]:
    """All pieces of a document."""
    parts = sorted(_parts(document), key=lambda piece: piece.span)
    return list(_with_what_is_left(document.text, document.span, parts))


def _parts(document: Document) -> Iterator[Piece]:
    yield from _all(document.title, Role.TITLE)
    yield from _all(document.roles, Role.ROLE_LINE)
    yield from _all(document.attachments, Role.ATTACHMENT_NOTE)
    for span, role in (
        (document.dateline, Role.DATE_LINE),
        (document.salutation, Role.SALUTATION),
        (document.signature, Role.SIGNATURE),
        (document.date, Role.DATE),
    ):
        if span:
            yield Piece(span, role)
    run_in = frozenset(_bodies_of_run_ins(document))
    for heading in document.headings:
        yield Piece(heading.span, _role(heading))
    for paragraph in document.paragraphs:
        yield Piece(paragraph.span, Role.BODY, joins=paragraph.span.start in run_in)


def _all(spans: Iterable[Span], role: Role) -> Iterator[Piece]:
    return (Piece(span, role) for span in spans)


def _role(heading: Heading) -> Role:
    return HEADINGS[heading.level] if heading.level < len(HEADINGS) else Role.BODY


def _bodies_of_run_ins(document: Document) -> Iterator[int]:
    """Where the paragraphs begin that go on behind a heading in the same line."""
    starts = sorted(paragraph.span.start for paragraph in document.paragraphs)
    at = 0
    for heading in document.headings:
        if not heading.run_in:
            continue
        while at < len(starts) and starts[at] < heading.span.end:
            at += 1
        if at < len(starts):
            yield starts[at]


def _with_what_is_left(text: str, whole: Span, parts: Iterable[Piece]) -> Iterator[Piece]:
    at = whole.start
    for part in parts:
        yield from _left(text, at, part.span.start)
        yield part
        at = part.span.end
    yield from _left(text, at, whole.end)


def _left(text: str, start: int, end: int) -> Iterator[Piece]:
    """What stands between two parts, line by line, without the blanks around it."""
    at = start
    for line in text[start:end].replace("\r", "\n").split("\n"):
        if solid := line.strip():
            first = at + line.index(solid)
            yield Piece(Span(first, first + len(solid)), Role.BODY, loose=True)
        at += len(line) + 1
