"""Headings inside a line: after a full stop, or after the title of another heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.document.headings.unnumbered_heading import names_chapter, names_part
from duizhao.document.lines import BLANKS
from duizhao.document.nodes import Heading, Marker, NumberStyle
from duizhao.document.numbering.doubtful_number import inline_number, number_at
from duizhao.document.numbering.markers import MARKED_ENDINGS, NUMERALS, marker_at
from duizhao.text.pattern import LazyPattern

FIRST_CHAPTER = LazyPattern(f"[\r\n][{BLANKS}]{{0,20}}一[、，,．.]")
# 第（三）项 and 附表中（二）规定的 cite items.
CITING = frozenset("第中")
# 一、个人剖析（一）…: what a lower list begins behind without a stop is a title.
TITLE_OF_LIST = LazyPattern("[^。！？!?；;：:，,、（）()\r\n]{2,24}[（(]一[）)]")
FULL_STOPS = frozenset("。！？!?")
PAUSES = frozenset("。！？!?；;：:，,、")
BEFORE_DIGITS = PAUSES | MARKED_ENDINGS
CLOSINGS = FULL_STOPS | frozenset("：:")
ABOVE = (NumberStyle.CHAPTER, NumberStyle.SECTION)
BELOW = (NumberStyle.SECTION, NumberStyle.POINT, NumberStyle.SUBPOINT, NumberStyle.CIRCLED)
BRACKETED_STYLES = (NumberStyle.SECTION, NumberStyle.SUBPOINT, NumberStyle.CIRCLED)
LONGEST_OUTER_HEADING = 60
# The first stop behind a heading is none of these: they part the items of one sentence.
ITEM_STOPS = frozenset("；;")
CLAIM = LazyPattern("[^。！？!?；;]*")
NO_TITLE = frozenset("。！？!?；;，,")
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
        if text[place] in BEFORE_DIGITS:
            place += 1
        if text[place - 1] in NUMERALS or text[place - 1] in CITING:
            return 0
        marker = marker_at(text, place, end)
        if marker is None:
            return self._doubtful(place, start, end)
        before = place - 1
        while before > start and text[before] in BLANKS and place - before < LONGEST_GAP:
            before -= 1
        if self._is_heading(marker, before, start):
            return place
        if text[before] in PAUSES or marker.style is NumberStyle.CIRCLED:
            self.inline.append(marker)
        return 0

    def _doubtful(self, place: int, start: int, end: int) -> int:
        """The start of a heading whose number stands before a digit; 0 unless the line is the heading before it."""
        before = self.inline[-1] if self.inline and self.inline[-1].span.start >= start else None
        own = None if before else marker_at(self.text, start, place)
        before = before or own or number_at(self.text, start, place)
        marker = inline_number(self.text, place, end, before)
        if marker is None:
            return 0
        if own and self.text[place - 1] in FULL_STOPS:
            return place
        self.inline.append(marker)
        return 0

    def _is_heading(self, marker: Marker, before: int, start: int) -> bool:
        if marker.number == 1 and self._is_behind_heading(marker, before, start):
            return True
        if self.text[before] not in FULL_STOPS:
            if marker.number == 1:
                return self._opens_first_chapter(marker, before)
            return self.text[before] not in PAUSES and self._counts_on(marker, start)
        last = self._counted(marker.style, start)
        if marker.number > 1:
            return last == marker.number - 1
        if marker.style.level > NumberStyle.SECTION.level or last:
            return False
        return marker.style is not NumberStyle.CHAPTER or not self.chapters_follow(marker.span.end)

    def _is_behind_heading(self, marker: Marker, before: int, start: int) -> bool:
        """Whether the text before is just a higher heading: 一、问题（一）…, 一、问题：1、…, 1.学习方面。（1）…."""
        text = self.text
        if marker.style not in BELOW or before - start > LONGEST_OUTER_HEADING:
            return False
        outer = marker_at(text, start, before + 1)
        if outer is None or outer.style.level >= marker.style.level:
            return False
        stopped = text[before] in CLOSINGS
        stop = before if stopped else before + 1
        if outer.style not in ABOVE and not (
            outer.style is NumberStyle.POINT and names_part(text[outer.span.end : stop])
        ):
            return False
        if not NO_TITLE.isdisjoint(text[outer.span.end : stop]) or stop <= outer.span.end:
            return False
        if text[stop - 1] not in MARKED_ENDINGS and outer.style is not NumberStyle.CHAPTER:
            return False
        if not stopped and text[before] not in MARKED_ENDINGS:
            return False
        if marker.style is NumberStyle.SECTION and not stopped:
            return True
        claim = CLAIM.match(text, marker.span.end, self.limit)
        return claim is None or text[claim.end() : claim.end() + 1] not in ITEM_STOPS

    def _opens_first_chapter(self, marker: Marker, before: int) -> bool:
        """Whether 一、 behind a colon heads the first chapter of a text in one line: …报告如下：一、存在的问题…."""
        return (
            marker.style is NumberStyle.CHAPTER
            and self.text[before] in "：:"
            and (
                names_chapter(self.text, marker.span.end, self.limit)
                or TITLE_OF_LIST.match(self.text, marker.span.end, self.limit) is not None
            )
            and not self.chapters_follow(marker.span.end)
        )

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

    def chapters_follow(self, after: int) -> bool:
        """Whether a line behind `after` begins with 一、: then 一、 inside a line is an enumeration."""
        if self._first_chapter < after:
            found = FIRST_CHAPTER.search(self.text, after, self.limit)
            self._first_chapter = found.start() if found else self.limit
        return self._first_chapter < self.limit
