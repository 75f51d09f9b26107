"""（二） first"""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.document import Document, Marker, MarkerSequence, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import (
    continued_sequence,
    is_counted,
    marker_text,
    numbers_written,
)
from duizhao.text.pattern import LazyPattern

FIRST_AFTER_ONE = 2
LONGEST_ITEM, LONGEST_PART = 200, 1500
FIRST_IN_WORDS = LazyPattern("(?m:^)[ \u3000]*(?:头一|首先|首要|先说|先讲|先是|最先)")


@rule(
    "DZ204",
    on=MarkerSequence,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def not_starting_at_one(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """层次序数不从一开始"""
    first = sequence.markers[0]
    if (
        first.number == 1
        or not is_counted(sequence)
        or continued_sequence(sequence, reading.document)
        or _follows_from_earlier(sequence, reading.document)
        or _has_glued_first(first, reading)
        or _has_first_in_words(first, reading)
    ):
        return ()
    style, written = sequence.style, reading.of(sequence.markers[0].span)
    hit = Hit(
        first.span,
        f"这一组从“{marker_text(style, first.number, written)}”开始，前面没有“{marker_text(style, 1, written)}”。",
        asks="是漏了前面的内容，还是序数写错了？",
    )
    return (hit,)


def _has_glued_first(first: Marker, reading: Reading) -> bool:
    """True if the number before stands where no item begins: 两名被告一是…；二是…, or 注：1.… above 2.."""
    start = max(0, first.span.start - LONGEST_ITEM)
    line = reading.text.rfind("\n", start, max(start, first.span.start - 1))
    if first.style is NumberStyle.IS and first.number == FIRST_AFTER_ONE:
        return reading.text.find("一是", max(line, start), first.span.start) >= 0
    written = numbers_written(first.style, reading.document, max(line, start), first.span.start)
    return first.number - 1 in written


def _has_first_in_words(first: Marker, reading: Reading) -> bool:
    """True if a line above begins as the first of several: 头一章, 头一个怕…, 首先 above 第二."""
    start = max(0, first.span.start - LONGEST_PART)
    return first.number == FIRST_AFTER_ONE and bool(
        FIRST_IN_WORDS.search(reading.text, start, first.span.start)
    )


def _follows_from_earlier(sequence: MarkerSequence, document: Document) -> bool:
    """True if the text begins in the middle of a count: then only its first sequence is reported."""
    for earlier in document.sequences:
        if earlier is sequence or earlier.markers[0].number == 1:
            return False
        if earlier.markers[0].number > 1:
            return True
    return False
