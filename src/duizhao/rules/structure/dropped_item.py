from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.document import Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Chapter, ChapterKind, Statement
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

COUNTED = LazyPattern(
    "查摆|梳理|反馈|征求|征集|指出|提出|检视|列出|承诺|制定|确定|问题|意见|措施|事项|任务"
)
"""What stands before the number of what was to be mended."""
NUMERALS = frozenset("0123456789一二三四五六七八九十两")
LONGEST_NUMERAL = 3
UNIT = LazyPattern("[个项条](?!月|方面|工作日|星期)")
LONGEST_BEFORE = 16
CLAUSE_ENDS = "，。；：\n"
BEHIND_TOTAL = LazyPattern("[^，。；\n]{0,8}")
DONE = LazyPattern("完成|整改|办结|解决|销号|落实|改好|办好")
# Then the numbers overlap, or nothing is left.
WHOLE = LazyPattern("其中|全部|均已|都已|逐[项条]|一一|分别|[%％率]")
NEXT_CLAUSE = LazyPattern("[，。；][^，。；\n]{3}")
LONGEST_ACCOUNT = 120
MAX_PARTS = 12
PROMISED = LazyPattern("查摆|清单|承诺|任务|提出的|存在的?问题|问题$")
ANSWERED = LazyPattern("整改(?:落实|完成|进展|措施|结果)?情况|落实情况|完成情况|进展|成效|结果")
HAN = LazyPattern("[\u4e00-\u9fff]+")
MANY_SHARED = 2
"""Characters that an item shares with the results, from which on it may be among them."""
# Markers, and the words of every such list.
COMMON = LazyPattern(
    "[一二三四五六七八九十]+是|问题|不够|不足|方面|存在|工作|情况|整改|措施|落实|不强|不深|不多|不严|不实|不到|不高|不及|完成|[的了在对和与及少多难慢差坏常]"
)


@rule(
    "DZ124",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("A4", "E2"),
)
def dropped_item(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """上年的整改事项有的没有下文"""
    for chapter in statement.chapters_of(ChapterKind.LAST_YEAR):
        yield from _uncounted(chapter, reading)
        if chapter.section is not None:
            yield from _unanswered(chapter.section, reading)


class _Count(NamedTuple):
    """A number of items: 7个."""

    span: Span
    number: int
    unit: str


def _uncounted(chapter: Chapter, reading: Reading) -> Iterator[Hit]:
    """A number of items of which the numbers behind it, added up, leave some out."""
    text = reading.text
    counts = list(_counts(text, chapter.span))
    for at, count in enumerate(counts[:-1]):
        before = _before(text, count.span.start, chapter.span.start)
        told = 0 if before < 0 else _told(text, count, counts[at + 1 :][:MAX_PARTS], chapter.span)
        if 0 < told < count.number:
            behind = BEHIND_TOTAL.match(text, count.span.end)
            yield Hit(
                Span(before, behind.end() if behind else count.span.end),
                f"这里说{count.number}项，后面交代的合起来只有{told}项",
                asks="另外的是哪几项，改到了哪一步？",
            )
            return


def _counts(text: str, within: Span) -> Iterator[_Count]:
    for found in UNIT.finditer(text, *within):
        end = start = found.start()
        while start > max(within.start, end - LONGEST_NUMERAL) and text[start - 1] in NUMERALS:
            start -= 1
        number = value(text[start:end]) if start < end and text[start - 1] != "第" else None
        if number:
            yield _Count(Span(start, found.end()), number, found[0])


def _before(text: str, at: int, start: int) -> int:
    """The start of the words before a number by which it counts what was to be mended; -1 without such words."""
    first = max(
        start, at - LONGEST_BEFORE, *(text.rfind(end, start, at) + 1 for end in CLAUSE_ENDS)
    )
    counted = COUNTED.search(text, first, at)
    return counted.start() if counted else -1


def _told(text: str, total: _Count, behind: Sequence[_Count], chapter: Span) -> int:
    """How many items the line goes on to account for; 0 if it is not sure."""
    start, last = total.span.end, min(total.span.end + LONGEST_ACCOUNT, chapter.end)
    line_end = text.find("\n", start, last)
    end = last if line_end < 0 else line_end
    parts = [each for each in behind if each.unit == total.unit and each.span.end <= end]
    # What is told behind them without a number may be one of those left.
    if not parts or NEXT_CLAUSE.search(text, parts[-1].span.end, end):
        return 0
    is_sure = DONE.search(text, start, end) and not WHOLE.search(text, start, end)
    return sum(each.number for each in parts) if is_sure else 0


def _unanswered(section: Section, reading: Reading) -> Iterator[Hit]:
    """Items of a list of what was to be mended, of which the list of results behind it has fewer, and no word."""
    promised = next((each for each in section.sections if _is(PROMISED, each, reading)), None)
    answered = next((each for each in section.sections if _is(ANSWERED, each, reading)), None)
    if promised is None or answered is None or promised.span.start > answered.span.start:
        return
    items, results = _items(promised), _items(answered)
    if len(results) < 2 or len(items) <= len(results):
        return
    known = set(reading.of(answered.span))
    for item in items:
        words = set("".join(HAN.findall(COMMON.sub("", reading.of(item)))))
        if len(words) > MANY_SHARED > len(words & known):
            yield Hit(
                item,
                "上年列了这一项，后面的整改情况里没有提到",
                asks="这一项改到了哪一步？",
                related=((answered.heading.title, "整改情况"),),
            )


def _is(words: LazyPattern, section: Section, reading: Reading) -> bool:
    other = ANSWERED if words is PROMISED else PROMISED
    title = reading.of(section.heading.title)
    return bool(words.search(title)) and (words is ANSWERED or not other.search(title))


def _items(section: Section) -> list[Span]:
    """What a part lists: its own parts, or the items of its paragraphs."""
    if section.sections:
        return [each.span for each in section.sections]
    return [item.span for paragraph in section.paragraphs for item in paragraph.items]
