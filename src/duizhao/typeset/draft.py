"""Pieces → paragraphs in the making: what stands on one line stays together, hard wraps and typed indents go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.layout import Role
from duizhao.text import Span
from duizhao.text.width import ZERO_WIDTH
from duizhao.typeset.block import Run
from duizhao.typeset.pieces import Piece

BREAK = re.compile("[\r\n]")
LETTER = re.compile("[0-9A-Za-z]")


@dataclass(slots=True)
class Draft:
    """A paragraph in the making, and where its last piece ends. `is_open`: the next piece belongs to it."""

    role: Role
    runs: list[Run] = field(default_factory=list)
    end: int = 0
    is_open: bool = False

    def put(self, text: str, piece: Piece, role: Role) -> None:
        """Add a piece, with the blanks between it and the last one where they stand on one line."""
        gap = text[self.end : piece.span.start] if self.runs else ""
        if BREAK.search(gap):
            gap = "\n" if role is Role.TITLE else ""
        self.runs.append(Run(gap + unwrapped(piece.span.of(text)), role, piece.span))
        self.end = piece.span.end


def drafts(text: str, pieces: Sequence[Piece]) -> list[Draft]:
    """The paragraphs of a document, in order."""
    found: list[Draft] = []
    for at, piece in enumerate(pieces):
        last = found[-1] if found else None
        if last and _belongs(text, last, piece):
            last.is_open = False
            if piece.joins and last.role.level:
                last.role = Role.BODY
        else:
            last = _begun(text, piece, pieces[at + 1 : at + 2])
            found.append(last)
        last.put(text, piece, last.role if piece.loose and last.role is Role.TITLE else piece.role)
    return found


def _belongs(text: str, last: Draft, piece: Piece) -> bool:
    """Whether a piece goes on in the paragraph before it."""
    if piece.loose:
        # What shows nothing would make an empty line.
        return not BREAK.search(text, last.end, piece.span.start) or _is_unseen(text, piece.span)
    return last.is_open or piece.joins or (piece.role is last.role is Role.TITLE)


def _begun(text: str, piece: Piece, following: Sequence[Piece]) -> Draft:
    """A paragraph that begins with `piece`: debris in front of a heading stands in the heading's."""
    for each in following if piece.loose else ():
        if not BREAK.search(text, piece.span.end, each.span.start):
            return Draft(each.role, is_open=True)
    return Draft(piece.role)


def _is_unseen(text: str, span: Span) -> bool:
    return all(c in ZERO_WIDTH or c.isspace() for c in span.of(text))


def unwrapped(text: str) -> str:
    """`text` on one line. Words of Latin letters keep a blank between them."""
    if not BREAK.search(text):
        return text
    whole = ""
    for line in filter(None, map(str.strip, BREAK.split(text))):
        parted = whole and LETTER.match(whole[-1]) and LETTER.match(line)
        whole += f" {line}" if parted else line
    return whole
