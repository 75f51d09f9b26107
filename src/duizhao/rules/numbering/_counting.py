"""Formats markers, and finds counts that continue in another style."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from duizhao.document import Document, Marker, MarkerSequence, NumberStyle
from duizhao.lint import Reading
from duizhao.text.numerals import chinese, value
from duizhao.text.pattern import LazyPattern

# How many sequences later a count may continue; how many missing numbers are shown; the level of 一是 and the like.
SEQUENCES_BETWEEN = 12
SHOWN_MARKERS = 5
INLINE_LEVEL = 6
NUMBER = attrgetter("number")
# Above these, markers are written in Arabic digits.
LAST_CIRCLED, HUNDRED = 20, 100
MARKER_FORMS = {
    NumberStyle.CHAPTER: "{0}、",
    NumberStyle.SECTION: "（{0}）",
    NumberStyle.POINT: "{1}.",
    NumberStyle.SUBPOINT: "（{1}）",
    NumberStyle.IS: "{0}是",
    NumberStyle.MUST: "{0}要",
    NumberStyle.FEAR: "{0}怕",
    NumberStyle.ORDINAL: "第{0}",
}


PARTS = ("部分", "章", "篇")


def marker_text(style: NumberStyle, number: int, written: str = "") -> str:
    """A marker as text: `（三）`, `三是`. Of a part, 第三章 or 第三篇, `written` is one of the same sequence.

    >>> marker_text(NumberStyle.SECTION, 3), marker_text(NumberStyle.CIRCLED, 2), marker_text(NumberStyle.POINT, 4)
    ('（三）', '②', '4.')
    """
    if style is NumberStyle.CIRCLED and number <= LAST_CIRCLED:
        return chr(ord("①") + number - 1)
    numeral = chinese(number) if number < HUNDRED else str(number)
    if style is NumberStyle.PART:
        return f"第{numeral}{next((each for each in PARTS if each in written), '篇')}"
    return MARKER_FORMS.get(style, "{1}").format(numeral, number)


def written_solid(marker: Marker, reading: Reading) -> str:
    """A marker as it is written, without the blanks in it: （一） for （ 一 ）."""
    return "".join(reading.of(marker.span).split())


def is_counted(sequence: MarkerSequence) -> bool:
    """True if its markers have numbers; 首先, 其次, 最后 and 一个是, 再一个是 have none."""
    return sequence.style not in (NumberStyle.FIRST, NumberStyle.ONE)


def counts_up(sequence: MarkerSequence) -> bool:
    """True if its numbers are 1, 2, 3 and so on: no rule of counting has a fault to find in it."""
    markers = sequence.markers
    if markers[-1].number != len(markers):
        return False
    if len(markers) == 1:
        return True
    return [*map(NUMBER, markers)] == [*range(1, len(markers) + 1)]


def continued_sequence(sequence: MarkerSequence, document: Document) -> MarkerSequence | None:
    """The sequence in another style that `sequence` continues: 一是… 第二，…; None if it continues none."""
    first = sequence.markers[0]
    if first.number == 1 or first.style is NumberStyle.PART:
        return None
    at = _index(sequence, document)
    for other in reversed(document.sequences[max(0, at - SEQUENCES_BETWEEN) : at]):
        if (
            other.style not in (sequence.style, NumberStyle.PART)
            and (other.style.level == INLINE_LEVEL) == (sequence.style.level == INLINE_LEVEL)
            and all(m.number != first.number for m in other.markers)
            and _leads_to(other, sequence)
        ):
            return other
    return None


def _leads_to(other: MarkerSequence, sequence: MarkerSequence) -> bool:
    """True if `sequence` counts on where `other` is: behind its last marker, or in a gap of it.

    A heading leads to what stands under it only where the gap shows that it should: 一、 （二） 三、.
    """
    first = sequence.markers[0]
    before = [marker for marker in other.markers if marker.span < first.span]
    if not before or before[-1].number != first.number - 1:
        return False
    if other.style.level >= sequence.style.level:
        return True
    after = other.markers[len(before) : len(before) + 1]
    return bool(after) and after[0].number == sequence.markers[-1].number + 1


def numbers_elsewhere(sequence: MarkerSequence, document: Document) -> set[int]:
    """Numbers missing from `sequence` that appear in another style."""
    at = _index(sequence, document)
    return {
        marker.number
        for other in document.sequences[at + 1 : at + 1 + SEQUENCES_BETWEEN]
        if other.markers[0].number != 1 and continued_sequence(other, document) is sequence
        for marker in other.markers
    }


def _index(sequence: MarkerSequence, document: Document) -> int:
    return bisect_left(document.sequences, sequence.span, key=attrgetter("span"))


def marker_list(numbers: list[int], style: NumberStyle, written: str = "") -> str:
    """Markers for a message, `“（二）”“（三）”`; only the first few of many."""
    shown = "".join(
        f"“{marker_text(style, number, written)}”" for number in numbers[:SHOWN_MARKERS]
    )
    return shown if len(numbers) <= SHOWN_MARKERS else f"{shown}等{len(numbers)}项"


NUMERAL = "[一二三四五六七八九十]{1,3}"
WRITTEN = {
    NumberStyle.CHAPTER: LazyPattern(f"(?<![一二三四五六七八九十第])({NUMERAL})[、，.．]"),
    NumberStyle.SECTION: LazyPattern(f"(?<!第)[（(] ?({NUMERAL}) ?[)）]"),
    NumberStyle.POINT: LazyPattern("(?<![0-9０-９.．])([0-9０-９]{1,3})[.．、](?![0-9０-９])"),
    NumberStyle.SUBPOINT: LazyPattern("(?<!第)[（(] ?([0-9０-９]{1,3}) ?[)）]"),
}


def numbers_written(style: NumberStyle, document: Document, start: int, end: int) -> set[int]:
    """The numbers between `start` and `end` that are written as the markers of a style are and belong to no sequence.

    What is written in some way is not missing: several items in one line with blanks between, 注：1.… above 2..
    """
    pattern = WRITTEN.get(style)
    if pattern is None:
        return set()
    starts = [
        bisect_left(document.sequences, place, key=lambda each: each.span.start)
        for place in (start, end)
    ]
    counted = {m.span.start for each in document.sequences[slice(*starts)] for m in each.markers}
    found = pattern.finditer(document.text, start, end)
    return {value(each[1]) or 0 for each in found if each.start() not in counted}
