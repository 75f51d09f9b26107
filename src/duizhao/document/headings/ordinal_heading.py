"""Markers of headings counted by words or decimals: 第一，担当作为方面。, 一是查摆问题。 and 1.1 检查不到底."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.document.headings.title_words import PARTS, headed_by, heads_part
from duizhao.document.headings.unnumbered_heading import names_part
from duizhao.document.lines import BLANKS, Line
from duizhao.document.nodes import Heading, Marker, NumberStyle
from duizhao.document.numbering.enumeration import NUMBER_OF_LAST, ORDINAL_WORDS
from duizhao.document.numbering.markers import NUMERALS
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

ORDINAL = LazyPattern(
    f"(?:[第其]([{NUMERALS}])|(首先|其次|再次|最后))[{BLANKS}]{{0,3}}[，,、：:{BLANKS}][{BLANKS}]{{0,3}}"
)
ORDINAL_STARTERS = frozenset("第其首再最")
# 首先，我来谈谈存在的问题。
TELLING = LazyPattern(
    "(?:我|本人|先|来|再|就|分析|剖析|谈谈|讲讲|说说|谈一谈|讲一讲|说一说|汇报|检查|一下|是)*"
)
LABEL = LazyPattern("[^。！？!?；;：:，,\n]{4,40}")
# Behind a decimal number in a sentence stands a unit: 1.2万户.
DECIMAL = LazyPattern(
    "([0-9]{1,2})[.．]([0-9]{1,2})(?:[.．]([0-9]{1,2}))?[、.．]?"
    f"(?![0-9.．%％‰万亿千百十个名人次年月日元条件份倍米公里天小时户吨亩斤度级分秒岁:：/-])[{BLANKS}]{{0,3}}"
)
LONGEST_COUNTED_PART, FIRST_CHAPTER = 14, ("一、", "一．", "一.")
OUTER_STYLES = (NumberStyle.PART, NumberStyle.CHAPTER, NumberStyle.POINT)


def ordinal_marker(
    text: str, start: int, end: int, pieces: Sequence[tuple[Heading | None, int, int]]
) -> Marker | None:
    """The marker of the heading 第一，…方面 or 首先，…方面 at `start`; None if the line is an item or a sentence.

    `pieces` is the outline above it.
    """
    found = ORDINAL.match(text, start, end)
    label = found and LABEL.match(text, found.end(), end)
    if not found or not label or text[label.end() : label.end() + 1] in ("，", ",", "；", ";"):
        return None
    told = TELLING.match(label[0])
    title = label[0][told.end() if told else 0 :]
    if not (names_part(title) or heads_part(title)):
        return None
    number = value(found[1]) if found[1] else ORDINAL_WORDS[found[2]]
    assert number is not None
    above = _ordinals_above(pieces)
    if found[2] and number == NUMBER_OF_LAST:
        number = above + 1
    # 最后，明确方向。 is a heading only behind others.
    if not names_part(title) and not (above and number == above + 1):
        return None
    return Marker(Span(start, start + len(found[0].rstrip(BLANKS))), NumberStyle.ORDINAL, number)


def counted_parts(text: str, blocks: Sequence[Line]) -> dict[int, Marker]:
    """The markers of chapters such as 一是查摆问题。 ⏎ … 二是剖析根源。, by the starts of their lines.

    Each stands in a line of its own above other lines, and together they name several parts of a statement in order.
    """
    found: dict[int, Marker] = {}
    parts: list[str] = []
    for start, end in blocks[:-1]:
        if text.startswith(FIRST_CHAPTER, start):
            return {}
        if end - start > LONGEST_COUNTED_PART or text[start + 1] != "是":
            continue
        title = text[start + 2 : end].rstrip("。：:；")
        if text[start] in NUMERALS and heads_part(title):
            number = NUMERALS.index(text[start]) + 1
            if number != len(found) + 1:
                return {}
            found[start] = Marker(Span(start, start + 2), NumberStyle.IS, number)
            parts.append(headed_by(title).part)
    is_in_order = parts == sorted(set(parts), key=PARTS.index)
    return found if len(found) > 1 and is_in_order else {}


def _ordinals_above(pieces: Sequence[tuple[Heading | None, int, int]]) -> int:
    """The number of the last such heading above."""
    for heading, _, _ in reversed(pieces):
        if heading and heading.marker and heading.marker.style is NumberStyle.ORDINAL:
            return heading.marker.number
    return 0


@dataclass(slots=True)
class DecimalHeadings:
    """Separates 1.1 that counts on below the chapter 1 from a number in a sentence.

    `pieces` is the growing outline.
    """

    text: str
    pieces: Sequence[tuple[Heading | None, int, int]]
    _read: int = 0
    _level: int = -1
    _counted: tuple[int, ...] = ()

    def marker_at(self, start: int, end: int) -> tuple[Marker, int] | None:
        """The marker 1.1 or 1.1.1 of a heading at `start`, and its level, one below what it counts under."""
        found = DECIMAL.match(self.text, start, end)
        if found is None or found.end() == end:
            return None
        self._read_on()
        numbers = tuple(int(number) for number in found.groups() if number)
        if not self._follows(numbers):
            return None
        self._counted = numbers
        marker = Span(start, start + len(found[0].rstrip(BLANKS)))
        # A part (第一章) has level 0, but looks like a chapter.
        level = max(self._level, 1) + len(numbers) - 1
        return Marker(marker, NumberStyle.DECIMAL, numbers[-1]), level

    def _read_on(self) -> None:
        for heading, _, _ in self.pieces[self._read :]:
            if heading and heading.marker is None and heading.level == 1:
                self._counted, self._level = (), 1
            elif heading and heading.marker and heading.marker.style in OUTER_STYLES:
                self._counted, self._level = (heading.marker.number,), heading.level
        self._read = len(self.pieces)

    def _follows(self, numbers: tuple[int, ...]) -> bool:
        """Whether these numbers come next: 1.1 below 1, 1.2 or, with one left out, 1.3 after 1.1."""
        before = self._counted[: len(numbers)] or (numbers[0],)
        if self._level < 0:
            return False
        if len(before) < len(numbers):
            return numbers == (*before, 1)
        return numbers[:-1] == before[:-1] and before[-1] < numbers[-1] <= before[-1] + 2
