"""The lines that a story gives, and their assembly into one text with a map back to the runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from duizhao.text import Aside, Origin, Span


class Piece(NamedTuple):
    """Characters of one run, or generated ones, with the place an `Origin` will name."""

    text: str
    paragraph: int
    run: int
    offset: int
    generated: bool


@dataclass(slots=True, eq=False)
class Line:
    """One line of the text in the making: usually a paragraph, several where a mark between them is gone.

    One that never came into the text keeps its place behind the line `after`.
    """

    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    label: str = ""
    paragraph: int = 0
    run: int = 0
    offset: int = 0
    base: int = 0
    after: Line | None = None

    def put(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.length += len(piece.text)

    def cut(self, count: int) -> None:
        """Keep the first `count` pieces."""
        self.length -= sum(len(piece.text) for piece in self.pieces[count:])
        del self.pieces[count:]

    def end(self, paragraph: int, run: int, offset: int) -> None:
        """Note the paragraph whose mark ends this line, and the last place in its runs."""
        self.paragraph, self.run, self.offset = paragraph, max(run, 0), offset


class Anchor(NamedTuple):
    """A place in a line whose place in the text is not known yet."""

    line: Line
    offset: int

    @property
    def place(self) -> int:
        line = self.line
        if line.after is not None:
            return line.after.base + line.after.length
        # Behind the line break at most: an instruction may have been taken back since the anchor was set.
        return line.base + min(self.offset, line.length + 1)


@dataclass(slots=True)
class Draft:
    """An aside in the making. Without words of its own it says what its span covers."""

    kind: str
    author: str
    start: Anchor
    end: Anchor
    words: list[str] = field(default_factory=list)

    def finish(self, text: str) -> Aside:
        span = between(self.start, self.end, text)
        words = "".join(self.words) or (span.of(text) if self.kind == "inserted" else "")
        return Aside(self.kind, words, span, self.author)


def between(start: Anchor, end: Anchor, text: str) -> Span:
    """The span of two anchors once the text stands; a text box may have carried the end before the start."""
    first, last = sorted((start.place, end.place))
    return Span(min(first, len(text)), min(last, len(text)))


def assemble(lines: Iterable[Line], part: str) -> tuple[str, tuple[Origin, ...]]:
    """The text of all lines, and for each of its characters where it came from."""
    texts: list[str] = []
    origins: list[Origin] = []
    place = 0
    last: Line | None = None
    for line in lines:
        opening = _opening(last, line)
        line.base = place + sum(len(piece.text) for piece in opening)
        for text, paragraph, run, offset, generated in (*opening, *line.pieces):
            end = place + len(text)
            texts.append(text)
            origins.append(Origin(Span(place, end), part, paragraph, run, offset, generated))
            place = end
        last = line
    return "".join(texts), tuple(origins)


def _opening(last: Line | None, line: Line) -> list[Piece]:
    """What stands in no run: the break behind the last line, and the label of this one."""
    pieces = []
    if last is not None:
        pieces.append(Piece("\n", last.paragraph, last.run, last.offset, True))
    if line.label:
        first = line.pieces[0].paragraph if line.pieces else line.paragraph
        pieces.append(Piece(line.label, first, 0, 0, True))
    return pieces
