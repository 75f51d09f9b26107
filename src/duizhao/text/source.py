"""A text as it was read, and where each character came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from duizhao.text.deferred import Deferred
from duizhao.text.span import Span
from duizhao.text.value import value

LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place as people say it: both count from 1; a column is a character, not a byte or a cell."""

    line: int
    column: int


@value
class Origin:
    """A piece of `Source.text` in the package it was read from.

    `span` is the piece in `Source.text`. `part` names the package part (`word/document.xml`); `paragraph` counts
    the `w:p` of that part and `run` the `w:r` of that paragraph, both from 0 in document order; `offset` is the place
    of the piece's first character in the run's own text. `generated` marks text that stands in no run: automatic
    numbering, the break between paragraphs.
    """

    span: Span
    part: str
    paragraph: int
    run: int
    offset: int
    generated: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """What a document carries beside its text: kept apart, so that it is neither lost nor mistaken for text.

    `kind` is one of comment, hidden, deleted, inserted, header, footer, footnote, metadata, table, picture; the last
    two have no words here, a table's are text. `span` is the place in `Source.text` it hangs on; empty where it has
    none, or where the text it holds was left out.
    """

    kind: str
    text: str
    span: Span
    author: str = ""


@dataclass(frozen=True)
class Source:
    """A text as read, once; nothing in it is normalised but the byte order mark, which is only noted in `bom`.

    `name` is what reports call it: the path as given, or a label such as “标准输入”. `origins` (for .docx) are in text
    order and cover every character; they are empty for plain text. `format` is the lower-case suffix: txt, md, docx.
    `typography` is for `office.typography.typography_of`; None for plain text.
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

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in LINE_BREAK.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Line and column of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """The span of line `number` (from 1), without its line break."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        start = starts[number - 1]
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def origin(self, offset: int) -> Origin | None:
        """The piece of the package that the character at `offset` was read from; None for plain text."""
        at = bisect_right(self.origins, offset, key=lambda origin: origin.span.start) - 1
        return self.origins[at] if at >= 0 else None
