"""A place in a text by paragraph and character, for a workbook that people sort and read beside the text."""

from __future__ import annotations

from dataclasses import dataclass

from duizhao.text.source import Source


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """The paragraph and the character in it, both from 1; counted as `place_in_words` counts, blank ones included."""

    paragraph: int
    character: int

    @classmethod
    def from_offset(cls, source: Source, offset: int) -> ParagraphPlace:
        return cls(*source.position(offset))

    @property
    def label(self) -> str:
        """第14段第3字."""
        return f"第{self.paragraph}段第{self.character}字"
