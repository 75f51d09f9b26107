"""Unnumbered headings that show by the list below them: 作风漂浮的具体表现, and then （1）…（2）…."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from duizhao.document.lines import Line
from duizhao.document.nodes import Heading, NumberStyle
from duizhao.document.numbering.markers import STARTERS, marker_at
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

SHORTEST_LINE, LONGEST_LINE = 4, 20
FIRST_ITEMS = ("一是", "一 是", "一要", "一怕", "第一，", "第一、", "其一，", "首先")
WORDS = LazyPattern("[\u4e00-\u9fff“”]+")
# 不落实的表现： heads the list below it, 出现这些问题，主要是： leads in to one.
LABEL = LazyPattern("[\u4e00-\u9fff“”]{2,8}的(?:表现|问题|不足|原因|根源|措施|办法|打算)[：:]")
# A sentence that leads in to the list, a date, or an address.
LEAD_IN = LazyPattern("如[下次]|以下|下[面列述]|同志|[为是有在于如即了说到看出述列年月日]$")
NAMES_PART = LazyPattern("(?:表现|问题|不足|差距|毛病|缺点|原因|根源|措施|打算|方向|情况|方面)$")
ENDINGS = frozenset("。！？；：!?:;”）)")
NO_HEAD = ENDINGS - frozenset("：:")


@dataclass(slots=True)
class ListHeadings:
    """Separates short lines that head a list from other short lines, by what stands above and below.

    `pieces` is the growing outline; `chapters_follow` is True if a line behind an offset begins with 一、.
    """

    text: str
    blocks: Sequence[Line]
    pieces: Sequence[tuple[Heading | None, int, int]]
    chapters_follow: Callable[[int], bool]
    _read: int = 0
    _open: list[int] = field(default_factory=list)

    def heading_at(self, at: int) -> Heading | None:
        """The block `at` as a heading; None if it heads no list."""
        start, end = self.blocks[at]
        if not SHORTEST_LINE <= end - start <= LONGEST_LINE or at + 1 == len(self.blocks):
            return None
        below = self._level_below(*self.blocks[at + 1])
        labels = LABEL.fullmatch(self.text, start, end) is not None
        if not below or not (labels or WORDS.fullmatch(self.text, start, end)):
            return None
        stop = end - labels
        if LEAD_IN.search(self.text, start, stop) or not self._is_behind_end(at):
            return None
        above = self._level_above(below)
        if above + 1 >= below or not (
            NAMES_PART.search(self.text, start, stop)
            if above == 1
            else above < 1 and not self.chapters_follow(end)
        ):
            return None
        return Heading(Span(start, end), None, Span(start, stop), above + 1)

    def _level_below(self, start: int, end: int) -> int:
        """The level of the list that begins at `start`; 0 if none does."""
        text = self.text
        if text.startswith(FIRST_ITEMS, start):
            return NumberStyle.POINT.level
        marker = marker_at(text, start, end) if text[start] in STARTERS else None
        return marker.style.level if marker and marker.number == 1 else 0

    def _is_behind_end(self, at: int) -> bool:
        """Whether the block before ends a sentence, or is a heading."""
        if not at or self.text[self.blocks[at - 1][1] - 1] in ENDINGS:
            return True
        heading, start, end = self.pieces[-1] if self.pieces else (None, 0, 0)
        return heading is not None and start == end

    def _level_above(self, below: int) -> int:
        """The level of the deepest numbered heading above that is higher than `below`."""
        for heading, _, _ in self.pieces[self._read :]:
            if heading and heading.marker and heading.marker.style is not NumberStyle.ORDINAL:
                level = heading.level
                del self._open[bisect_left(self._open, level) :]
                self._open.append(level)
        self._read = len(self.pieces)
        higher = bisect_left(self._open, below)
        return self._open[higher - 1] if higher else 0
