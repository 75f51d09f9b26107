"""The paragraphs of a text as people count them."""

from __future__ import annotations

from bisect import bisect_right

from duizhao.ledger.row import ParagraphPlace
from duizhao.text import Source


class Paragraphs:
    """The paragraphs of a text: its lines that are not blank, counted from 1."""

    def __init__(self, source: Source) -> None:
        self._starts: list[int] = []
        start = 0
        for line in source.text.splitlines(keepends=True):
            if line.strip():
                self._starts.append(start)
            start += len(line)

    def at(self, offset: int) -> ParagraphPlace:
        """The paragraph and the character in it that stand at an offset."""
        number = bisect_right(self._starts, offset)
        start = self._starts[number - 1] if number else 0
        return ParagraphPlace(max(number, 1), offset - start + 1)
