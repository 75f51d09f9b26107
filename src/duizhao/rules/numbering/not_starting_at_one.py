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
from duizhao.text.numerals import chinese
from duizhao.text.pattern import LazyPattern

FIRST_AFTER_ONE = 2
LONGEST_ITEM, LONGEST_PART = 200, 1500
LONGEST_HEAD = 120
"""In characters: where a title says that it is one of an excerpt."""
FIRST_IN_WORDS = LazyPattern(
    "(?m:^)[ \u3000]*(?:头一|首先|首要|先说|先讲|先是|最先)|[。！？]头一[个件条桩]"
)
MEASURES = frozenset("个件条项点桩样类种")
MOST_ORDINALS = 20
# 对照检查材料（节录）, （前略）: what the number is missing from was left out.
EXCERPT = LazyPattern("[（(](?:节录|节选|摘录|摘要|前略|略)")


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
        or _is_excerpt(reading)
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
    if first.number == FIRST_AFTER_ONE:
        return FIRST_IN_WORDS.search(reading.text, start, first.span.start) is not None
    if first.style is not NumberStyle.ORDINAL or first.number > MOST_ORDINALS:
        return False
    # 这是第二个 stands in a sentence, and 第三， begins one.
    before = f"第{chinese(first.number - 1)}"
    at = reading.text.rfind(before, start, first.span.start)
    return at >= 0 and reading.text[at + len(before) : at + len(before) + 1] in MEASURES


def _is_excerpt(reading: Reading) -> bool:
    begins = reading.document.span.start
    return EXCERPT.search(reading.text, begins, begins + LONGEST_HEAD) is not None


def _follows_from_earlier(sequence: MarkerSequence, document: Document) -> bool:
    """True if the text begins in the middle of a count: then only its first sequence is reported."""
    for earlier in document.sequences:
        if earlier is sequence or earlier.markers[0].number == 1:
            return False
        if earlier.markers[0].number > 1:
            return True
    return False
