"""A text as numbers: its code points in an array, and how many of them count up to each place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.model import ExcludedSpan
from duizhao.text.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class CodePoints:
    """A text ready to be compared. Before offset i, `prefix_counts[i]` characters count: no blank, not excluded."""

    text: str
    points: NDArray[np.uint32]
    prefix_counts: NDArray[np.int64]

    def count(self, span: Span) -> int:
        return int(self.prefix_counts[span.end] - self.prefix_counts[span.start])

    def total(self) -> int:
        return int(self.prefix_counts[-1])


def code_points(text: str, left_out: Iterable[ExcludedSpan] = ()) -> CodePoints:
    """The code points of `text`; those `left_out` do not count."""
    points = utf32(text)
    counts = np.ones(len(points) + 1, bool)
    counts[0] = False
    counts[1:][are_blank(points)] = False
    for each in left_out:
        counts[each.span.start + 1 : each.span.end + 1] = False
    return CodePoints(text, points, np.cumsum(counts))


def utf32(text: str) -> NDArray[np.uint32]:
    """The code points of a text, without a copy of each as a Python object."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def are_blank(points: NDArray[np.unsignedinteger[Any]]) -> NDArray[np.bool_]:
    """For each code point, whether it is a blank."""
    # No character beyond U+FFFF is a blank, nor is U+FFFF, which stands for all of them.
    low = points if points.dtype == np.uint16 else np.minimum(points, 0xFFFF)
    return _blank_table().take(low)


@cache
def _blank_table() -> NDArray[np.bool_]:
    table = np.zeros(0x10000, bool)
    table[[point for point in range(0x10000) if chr(point).isspace()]] = True
    return table
