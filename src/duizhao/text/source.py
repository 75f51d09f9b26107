"""A text as it was read, and the origin of each character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import field
from enum import StrEnum
from functools import cached_property, partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from duizhao.text.deferred import Deferred
from duizhao.text.pattern import LazyPattern
from duizhao.text.span import Span
from duizhao.text.value import value

LINE_BREAK = LazyPattern(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place as people name it: both numbers count from 1; a column is a character, not a byte or a cell."""

    line: int
    column: int


class Origin(NamedTuple):
    """The place in the package from which a piece of `Source.text` was read.

    `span` is the piece in `Source.text`. `part` names the package part (`word/document.xml`). `paragraph` is the number
    of the `w:p` in that part and `run` that of the `w:r` in the paragraph, both from 0 in document order. `offset` is
    the place of the first character of the piece in the text of the run. `generated`: the text is in no run, as
    automatic numbers and breaks between paragraphs.
    """

    span: Span
    part: str
    paragraph: int
    run: int
    offset: int
    generated: bool = False


as_origin: Callable[[tuple[Span, str, int, int, int, bool]], Origin] = partial(
    tuple.__new__, Origin
)
"""Makes an origin of its six values, at a third of the cost: for each run of a document."""


class AsideKind(StrEnum):
    """What an aside is. Tables and pictures are noted without words: those of a table are text, a picture has none."""

    COMMENT = "comment"
    HIDDEN = "hidden"
    DELETED = "deleted"
    INSERTED = "inserted"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    METADATA = "metadata"
    TABLE = "table"
    PICTURE = "picture"


@value
class Aside:
    """Something in a document that is not part of its text: kept apart, so that it is neither lost nor taken for text.

    `span` is the place in `Source.text` on which it hangs: empty if it has none, or if its own words were left out of
    the text there.
    """

    kind: AsideKind
    text: str
    span: Span
    author: str = ""


@value
class TextRow:
    """A row of a table: its place, and that of each of its cells, one for each column.

    A cell over several columns is followed by empty ones; one that goes on from the row above has that cell's place.
    """

    span: Span
    cells: tuple[Span, ...]


TextTable = tuple[TextRow, ...]


@value
class Source:
    """A text as it was read, once. Only the byte order mark is taken off and noted in `bom`; nothing is normalised.

    `name` is its name in reports: the path as given, or a label such as “标准输入”. `origins` (for .docx) are in text
    order and cover every character; they are empty for plain text. `format` is the lower-case suffix: txt, md, docx.
    `typography` is for `office.typography.typography_of`; None for plain text. `tables` are those of a .docx, in the
    order in which they begin; one in a cell of another comes behind it. `is_given`: somebody has said that it is a
    statement, whatever it looks like.
    """

    text: str
    name: str = "文本"
    path: Path | None = None
    format: str = "txt"
    encoding: str = "utf-8"
    bom: bool = False
    origins: tuple[Origin, ...] = ()
    asides: tuple[Aside, ...] = ()
    typography: Deferred | None = field(default=None, repr=False, compare=False)
    tables: tuple[TextTable, ...] = ()
    is_given: bool = False

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *[found.end() for found in LINE_BREAK.finditer(self.text)]]
        lengths = [len(line) + 1 for line in self.text.split("\n")]
        return [0, *accumulate(lengths[:-1])]

    def position(self, offset: int) -> Position:
        """Line and column of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_number(self, offset: int) -> int:
        """The number of the line, from 1, in which a character offset lies."""
        return bisect_right(self._line_starts, offset)

    def line(self, number: int) -> Span:
        """The span of line `number` (from 1), without its line break."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        start = starts[number - 1]
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def origin(self, offset: int) -> Origin | None:
        """The place from which the character at `offset` was read; None for plain text."""
        at = bisect_right(self.origins, offset, key=lambda origin: origin.span.start) - 1
        return self.origins[at] if at >= 0 else None
