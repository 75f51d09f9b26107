"""Pieces → drafts of paragraphs: pieces of one line stay together; hard wraps and typed indents are removed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from duizhao.layout import Role
from duizhao.text import Span
from duizhao.text.width import ZERO_WIDTH
from duizhao.typeset.block import TextRun
from duizhao.typeset.pieces import DraftPiece

BREAK = re.compile("[\r\n]")
LETTER = re.compile("[0-9A-Za-z]")


@dataclass(slots=True)
class TypesetDraft:
    """A paragraph under construction. `end` is the end of its last piece; `is_open`: the next piece belongs to it."""

    role: Role
    runs: list[TextRun] = field(default_factory=list)
    end: int = 0
    is_open: bool = False

    def put(self, text: str, piece: DraftPiece, role: Role) -> None:
        """Add a piece, with the blanks before it if it stands on the line of the last piece."""
        gap = text[self.end : piece.span.start] if self.runs else ""
        if BREAK.search(gap):
            gap = "\n" if role is Role.TITLE else ""
        self.runs.append(TextRun(gap + unwrap(piece.span.of(text)), role, piece.span))
        self.end = piece.span.end


def drafts(
    text: str, pieces: Sequence[DraftPiece], barriers: Sequence[int] = ()
) -> list[TypesetDraft]:
    """The paragraphs of a document, in order. None reaches over one of `barriers`: offsets where a table stands."""
    found: list[TypesetDraft] = []
    if barriers:
        pieces = list(_cut_at(barriers, pieces))
    for at, piece in enumerate(pieces):
        last = found[-1] if found else None
        if last and _is_apart(last.end, piece.span.start, barriers):
            last = None
        if last and _belongs(text, last, piece):
            last.is_open = False
            if piece.joins and last.role.level:
                last.role = Role.BODY
        else:
            following = pieces[at + 1 : at + 2]
            if following and _is_apart(piece.span.end, following[0].span.start, barriers):
                following = ()
            last = _new_draft(text, piece, following)
            found.append(last)
        last.put(text, piece, last.role if piece.loose and last.role is Role.TITLE else piece.role)
    return found


def _cut_at(barriers: Sequence[int], pieces: Sequence[DraftPiece]) -> Iterator[DraftPiece]:
    """The pieces, with those in two that reach over a barrier."""
    for piece in pieces:
        start, end = piece.span
        for barrier in barriers[bisect_right(barriers, start) : bisect_left(barriers, end)]:
            yield replace(piece, span=Span(start, barrier))
            start = barrier
        yield replace(piece, span=Span(start, end))


def _is_apart(end: int, start: int, barriers: Sequence[int]) -> bool:
    """Whether a barrier stands between the `end` of a piece and the `start` of the next."""
    return bisect_left(barriers, end) < bisect_right(barriers, start)


def _belongs(text: str, last: TypesetDraft, piece: DraftPiece) -> bool:
    """Whether a piece continues the paragraph before it."""
    if piece.loose:
        # Characters that show nothing would make an empty line of their own.
        return not BREAK.search(text, last.end, piece.span.start) or _is_unseen(text, piece.span)
    return last.is_open or piece.joins or (piece.role is last.role is Role.TITLE)


def _new_draft(text: str, piece: DraftPiece, following: Sequence[DraftPiece]) -> TypesetDraft:
    """A new paragraph that begins with `piece`. Debris in front of a heading becomes part of the heading."""
    for each in following if piece.loose else ():
        if not BREAK.search(text, piece.span.end, each.span.start):
            return TypesetDraft(each.role, is_open=True)
    return TypesetDraft(piece.role)


def _is_unseen(text: str, span: Span) -> bool:
    return all(c in ZERO_WIDTH or c.isspace() for c in span.of(text))


def unwrap(text: str) -> str:
    """`text` on one line. A blank stays between words of Latin letters."""
    if not BREAK.search(text):
        return text
    whole = ""
    for line in filter(None, map(str.strip, BREAK.split(text))):
        parted = whole and LETTER.match(whole[-1]) and LETTER.match(line)
        whole += f" {line}" if parted else line
    return whole
