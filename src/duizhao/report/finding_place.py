"""Where a span stands, as lines and columns."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.text import Source, Span


class FindingPlace(NamedTuple):
    """Both ends of a span; lines and columns count characters from 1, and the end column is the one behind the last."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def from_span(cls, source: Source, span: Span) -> FindingPlace:
        return cls(*source.position(span.start), *source.position(span.end))
