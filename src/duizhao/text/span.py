"""A range of a text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets in `Source.text`: `text[start:end]`.

    A named tuple, not a dataclass: a document has hundreds of them, and they sort by place.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: tuple[int, int]) -> bool:
        return self.start <= other[0] and other[1] <= self.end

    def overlaps(self, other: tuple[int, int]) -> bool:
        return self.start < other[1] and other[0] < self.end


as_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Makes a span of start and end, at half the cost of `Span(start, end)`: for what is done hundreds of times a text."""
