"""Headings inside a line: after a full stop, or after the title of another heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.document.lines import BLANKS
from duizhao.document.markers import MARKED_ENDINGS, NUMERALS, marker_at
from duizhao.document.nodes import Heading, Marker, NumberStyle
from duizhao.text.pattern import LazyPattern

FIRST_CHAPTER = LazyPattern(f"[\r\n][{BLANKS}]{{0,20}}一[、，,．.]")
FULL_STOPS = frozenset("。！？!?")
PAUSES = frozenset("。！？!?；;：:，,、")
BRACKETED_STYLES = (NumberStyle.SECTION, NumberStyle.SUBPOINT, NumberStyle.CIRCLED)
LONGEST_OUTER_HEADING = 60
# The most blanks between a stop and a marker.
LONGEST_GAP = 8


@dataclass(slots=True)
class InlineHeadings:
    """Separates headings inside a line from enumerations, by what was counted before.

    `pieces` is the growing outline. `inline` collects the markers that begin no heading.
    """

    text: str
    limit: int
    pieces: Sequence[tuple[Heading | None, int, int]]
    inline: list[Marker] = field(default_factory=list)
    _read: int = 0
    _open: dict[NumberStyle, int] = field(default_factory=dict)
    _first_chapter: int = -1

    def heading_at(self, place: int, start: int, end: int) -> int:
        """The start of the heading with its marker at `place` in the line `text[start:end]`; 0 if it is no heading."""
        text = self.text
        if text[place] in PAUSES:
            place += 1
        if text[place - 1] in NUMERALS or (marker := marker_at(text, place, end)) is None:
            return 0
        before = place - 1
        while before > start and text[before] in BLANKS and place - before < LONGEST_GAP:
            before -= 1
        if self._is_heading(marker, before, start):
            return place
        if text[before] in PAUSES or marker.style is NumberStyle.CIRCLED:
            self.inline.append(marker)
        return 0

    def _is_heading(self, marker: Marker, before: int, start: int) -> bool:
        if self.text[before] not in FULL_STOPS:
            if marker.number == 1:
                return self._is_behind_chapter(marker, before, start)
            return self.text[before] not in PAUSES and self._counts_on(marker, start)
        last = self._counted(marker.style, start)
        if marker.number > 1:
            return last == marker.number - 1
        if marker.style.level > NumberStyle.SECTION.level or last:
            return False
        return marker.style is not NumberStyle.CHAPTER or not self._chapters_follow(marker)

    def _is_behind_chapter(self, marker: Marker, before: int, start: int) -> bool:
        """Whether the text before is just the heading of a chapter: 一、存在的问题（一）…."""
        text = self.text
        if marker.style is not NumberStyle.SECTION or text[before] not in MARKED_ENDINGS:
            return False
        if before - start > LONGEST_OUTER_HEADING or "。" in text[start:before]:
            return False
        outer = marker_at(text, start, before)
        return outer is not None and outer.style is NumberStyle.CHAPTER

    def _counts_on(self, marker: Marker, start: int) -> bool:
        """Whether the line begins with the number before this one: （1）甲（2）乙."""
        own = marker_at(self.text, start, self.limit)
        return (
            own is not None
            and marker.style is own.style in BRACKETED_STYLES
            and marker.number == own.number + 1
        )

    def _counted(self, style: NumberStyle, start: int) -> int:
        """The last number of headings of `style` under the present parent headings, with that of this line."""
        for heading, _, _ in self.pieces[self._read :]:
            if heading and heading.marker:
                self._enter(heading.marker)
        self._read = len(self.pieces)
        if own := marker_at(self.text, start, self.limit):
            if own.style is style:
                return own.number
            if own.style.level < style.level:
                return 0
        return self._open.get(style, 0)

    def _enter(self, marker: Marker) -> None:
        for deeper in [each for each in self._open if each.level > marker.style.level]:
            del self._open[deeper]
        self._open[marker.style] = marker.number

    def _chapters_follow(self, marker: Marker) -> bool:
        """Whether a later line begins with 一、: then 一、 inside a line is an enumeration."""
        if self._first_chapter < marker.span.start:
            found = FIRST_CHAPTER.search(self.text, marker.span.end, self.limit)
            self._first_chapter = found.start() if found else self.limit
        return self._first_chapter < self.limit
