"""The lines of a story, and their assembly into one text with a map back to the runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from duizhao.text import Aside, AsideKind, Origin, Span, as_origin, as_span


class LinePiece(NamedTuple):
    """Characters of one run, or generated ones, with the place for their `Origin`."""

    text: str
    paragraph: int
    run: int
    offset: int
    generated: bool


as_piece: Callable[[tuple[str, int, int, int, bool]], LinePiece] = partial(tuple.__new__, LinePiece)
"""Makes a piece of its five values, at half the cost: for each run of a document."""


@dataclass(slots=True, eq=False)
class TextLine:
    """An output line under construction: one paragraph, or several joined where paragraph marks were deleted.

    A line that did not come into the text has its place behind the line `after`.
    """

    pieces: list[LinePiece] = field(default_factory=list)
    length: int = 0
    label: str = ""
    paragraph: int = 0
    run: int = 0
    offset: int = 0
    base: int = 0
    after: TextLine | None = None

    def put(self, piece: LinePiece) -> None:
        self.pieces.append(piece)
        self.length += len(piece.text)

    def cut(self, count: int) -> None:
        """Keep the first `count` pieces."""
        self.length -= sum(len(piece.text) for piece in self.pieces[count:])
        del self.pieces[count:]

    def end(self, paragraph: int, run: int, offset: int) -> None:
        """Note the paragraph with the mark that ends this line, and the last place in its runs."""
        self.paragraph, self.run, self.offset = paragraph, max(run, 0), offset


class LineAnchor(NamedTuple):
    """A place in a line, before the place of the line in the text is known."""

    line: TextLine
    offset: int

    @property
    def place(self) -> int:
        line = self.line
        if line.after is not None:
            return line.after.base + line.after.length
        # At most behind the line break: the instruction of a field may have been removed since the anchor was set.
        return line.base + min(self.offset, line.length + 1)


@dataclass(slots=True)
class AsideDraft:
    """An aside under construction. An insertion gets its words from its span."""

    kind: AsideKind
    author: str
    start: LineAnchor
    end: LineAnchor
    words: list[str] = field(default_factory=list)

    def finish(self, text: str) -> Aside:
        span = between(self.start, self.end, text)
        words = "".join(self.words) or (span.of(text) if self.kind == AsideKind.INSERTED else "")
        return Aside(self.kind, words, span, self.author)


def between(start: LineAnchor, end: LineAnchor, text: str) -> Span:
    """The span between two anchors in the finished text. A text box may have moved the end before the start."""
    first, last, length = start.place, end.place, len(text)
    if last < first:
        first, last = last, first
    return Span(min(first, length), min(last, length))


def assemble(lines: Iterable[TextLine], part: str) -> tuple[str, tuple[Origin, ...]]:
    """The text of all lines, and the origin of each of its characters."""
    texts: list[str] = []
    origins: list[Origin] = []
    place = 0
    last: TextLine | None = None
    for line in lines:
        for text, paragraph, run, offset in _opening(last, line):
            end = place + len(text)
            texts.append(text)
            origins.append(Origin(as_span((place, end)), part, paragraph, run, offset, True))
            place = end
        line.base = place
        for text, paragraph, run, offset, generated in line.pieces:
            end = place + len(text)
            texts.append(text)
            origins.append(
                as_origin((as_span((place, end)), part, paragraph, run, offset, generated))
            )
            place = end
        last = line
    return "".join(texts), tuple(origins)


def joined_text(lines: Iterable[TextLine]) -> str:
    """The text of all lines, without the map to the runs: for comments, notes and headers."""
    return "\n".join(line.label + "".join([piece.text for piece in line.pieces]) for line in lines)


def _opening(last: TextLine | None, line: TextLine) -> list[tuple[str, int, int, int]]:
    """The generated text before a line: the break behind the last line, and the label of this one."""
    pieces = []
    if last is not None:
        pieces.append(("\n", last.paragraph, last.run, last.offset))
    if line.label:
        first = line.pieces[0].paragraph if line.pieces else line.paragraph
        pieces.append((line.label, first, 0, 0))
    return pieces
