"""The place of a span: as lines and columns, and as people name it."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.text import Source, Span, place_in_words
from duizhao.text.place import PLAIN_FORMATS


class FindingPlace(NamedTuple):
    """Both ends of a span. Lines and columns count from 1; the end column is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def from_span(cls, source: Source, span: Span) -> FindingPlace:
        return cls(*source.position(span.start), *source.position(span.end))


def place_label(source: Source, line: int, column: int) -> str:
    """A place in a few columns: `5:31`, or in a file without lines the same as in words."""
    if source.format in PLAIN_FORMATS:
        return f"{line}:{column}"
    return place_in_words(source, source.line(line).start + column - 1).replace(" ", "")


def place_header(source: Source, name: str, offset: int) -> str:
    """A file by its name and a place in it; editors open `材料.txt:5:31`."""
    if source.format in PLAIN_FORMATS:
        place = source.position(offset)
        return f"{name}:{place.line}:{place.column}"
    return f"{name} {place_in_words(source, offset)}"
