"""A document as pieces in text order: every character that shows stands in exactly one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao.document import Document, parts
from duizhao.layout import Role
from duizhao.text import Span


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
    run_in = frozenset(_bodies_of_run_ins(document))
    placed = (
        Piece(span, Role(role), joins=role == Role.BODY.value and span.start in run_in)
        for span, role in parts(document)
    )
    return list(_with_what_is_left(document.text, document.span, placed))


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
