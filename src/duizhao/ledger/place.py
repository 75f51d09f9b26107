"""Where a point stands, as people count: the paragraph, and the character in it."""

from __future__ import annotations

from bisect import bisect_right

from duizhao.text import Source, Span


class Paragraphs:
    """The paragraphs of a text: its lines that are not blank, counted from 1."""

    def __init__(self, source: Source) -> None:
        self._starts: list[int] = []
        start = 0
        for line in source.text.splitlines(keepends=True):
            if line.strip():
                self._starts.append(start)
            start += len(line)

    def at(self, offset: int) -> tuple[int, int]:
        """Paragraph and character of an offset, both from 1."""
        number = bisect_right(self._starts, offset)
        start = self._starts[number - 1] if number else 0
        return max(number, 1), offset - start + 1

    def said(self, span: Span) -> str:
        """第14段第3字."""
        paragraph, character = self.at(span.start)
        return f"第{paragraph}段第{character}字"
