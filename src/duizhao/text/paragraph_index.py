"""Places in a text as people count them: by paragraph."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from duizhao.text.source import Source


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """A place in a statement as people count it: paragraph and character, both from 1; blank paragraphs are skipped."""

    paragraph: int
    character: int

    @property
    def label(self) -> str:
        """第14段第3字."""
        return f"第{self.paragraph}段第{self.character}字"


class ParagraphIndex:
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
