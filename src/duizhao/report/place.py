"""Where a span stands, as lines and columns."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.text import Source, Span


class Place(NamedTuple):
    """Both ends of a span; lines and columns count characters from 1, and the end column is the one behind the last."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, source: Source, span: Span) -> Place:
        return cls(*source.position(span.start), *source.position(span.end))
