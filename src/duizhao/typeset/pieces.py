"""A document as pieces in text order: every visible character stands in exactly one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao.document import Document, parts
from duizhao.layout import Role
from duizhao.text import Span


@dataclass(frozen=True, slots=True)
class DraftPiece:
    """A part of the text with its role. A `loose` piece belongs to no node: debris, marks between lines.

    A piece that `joins` continues the paragraph of the piece before it.
    """

    span: Span
    role: Role
    loose: bool = False
    joins: bool = False


def pieces(document: Document) -> list[DraftPiece]:
    """All pieces of a document."""
    run_in = frozenset(_bodies_of_run_ins(document))
    placed = (
        DraftPiece(span, role, joins=role is Role.BODY and span.start in run_in)
        for span, role in parts(document)
    )
    return list(_with_unplaced(document.text, document.span, placed))


def _bodies_of_run_ins(document: Document) -> Iterator[int]:
    """The offsets of paragraphs that continue a heading on its line."""
    starts = sorted(paragraph.span.start for paragraph in document.paragraphs)
    at = 0
    for heading in document.headings:
        if not heading.run_in:
            continue
        while at < len(starts) and starts[at] < heading.span.end:
            at += 1
        if at < len(starts):
            yield starts[at]


def _with_unplaced(text: str, whole: Span, parts: Iterable[DraftPiece]) -> Iterator[DraftPiece]:
    at = whole.start
    for part in parts:
        yield from _unplaced(text, at, part.span.start)
        yield part
        at = part.span.end
    yield from _unplaced(text, at, whole.end)


def _unplaced(text: str, start: int, end: int) -> Iterator[DraftPiece]:
    """The text between two parts, line by line, without surrounding blanks."""
    at = start
    for line in text[start:end].replace("\r", "\n").split("\n"):
        if solid := line.strip():
            first = at + line.index(solid)
            yield DraftPiece(Span(first, first + len(solid)), Role.BODY, loose=True)
        at += len(line) + 1
