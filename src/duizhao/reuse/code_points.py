"""A text as numbers: its characters in an array, and how many of them count up to each place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.model import ExcludedSpan
from duizhao.text.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class CodePoints:
    """A text ready to be compared. `prefix_counts[i]` characters before offset i count: neither blank nor left out."""

    text: str
    points: NDArray[np.uint32]
    prefix_counts: NDArray[np.int64]

    def count(self, span: Span) -> int:
        return int(self.prefix_counts[span.end] - self.prefix_counts[span.start])

    def total(self) -> int:
        return int(self.prefix_counts[-1])


def code_points(text: str, left_out: Iterable[ExcludedSpan] = ()) -> CodePoints:
    """The letters of `text`, those `left_out` not counted."""
    numbers = utf32(text)
    counts = np.ones(len(numbers) + 1, bool)
    counts[0] = False
    counts[1:][blank_table()[numbers & 0xFFFF]] = False
    for each in left_out:
        counts[each.span.start + 1 : each.span.end + 1] = False
    return CodePoints(text, numbers, np.cumsum(counts))


def utf32(text: str) -> NDArray[np.uint32]:
    """The characters of a text as numbers."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def blank_table() -> NDArray[np.bool_]:
    """For each character of the basic plane, whether it is a blank; further planes have none and share no low half."""
    table = np.zeros(0x10000, bool)
    table[[point for point in range(0x10000) if chr(point).isspace()]] = True
    return table
