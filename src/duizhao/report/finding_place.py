"""The place of a span as lines and columns."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.text import Source, Span


class FindingPlace(NamedTuple):
    """Both ends of a span. Lines and columns count from 1; the end column is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def from_span(cls, source: Source, span: Span) -> FindingPlace:
        return cls(*source.position(span.start), *source.position(span.end))


def printed_place(source: Source, offset: int) -> str:
    """Page and line of a character of a PDF, as people find it there; empty for another format."""
    origin = source.origin(offset) if source.format == "pdf" else None
    return f"{origin.part}第 {origin.paragraph} 行" if origin else ""
