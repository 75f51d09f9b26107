from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure.unfinished_without_date import UNFINISHED
from duizhao.statement import Chapter, ChapterKind, Statement
from duizhao.text import Span, longest
from duizhao.text.pattern import LazyPattern

CODE = "DZ139"
ALL_DONE = (
    "全部完成", "全部整改完成", "全部整改到位", "全部落实到位", "全部办结", "全部销号", "全部改完", "全部得到解决",
    "均已完成", "均已整改", "均已办结", "均已销号", "都已完成", "都已整改", "都已改完", "整改率100%",
    "完成率100%", "整改率达100%", "完成率达100%",
)  # fmt: skip
# What was all done may be another list than what is not: that of the inspection, that of the opinions.
SOURCES = LazyPattern(
    "巡察|巡视|审计|督查|督导|检查组|征求|意见|上级|专项|主题教育|清单|信访|台账|民主生活会|组织生活会"
)
# 除水表一项外全部完成.
EXCEPT = LazyPattern(
    "除[^。；\n]{1,40}$|其余[^。；\n]{0,10}$|其他[^。；\n]{0,10}$|(?:没有|未能|尚未|并非)$"
)
# 正在整改的5项全部完成, 当时尚未完成.
BEFORE_NOW = LazyPattern("(?:当时|此前|原来|原先|年初|上次|会前|去年|原有)[^。；\n]{0,16}$")
LONGEST_SENTENCE = 120
SENTENCE_ENDS = "。！？\n"


@rule(
    CODE,
    on=Statement,
    anchors=ALL_DONE + UNFINISHED,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("E1",),
)
def said_all_done(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """说全部改完了，又写着没有改完的"""
    for chapter in statement.chapters_of(ChapterKind.LAST_YEAR):
        yield from _in_chapter(chapter, reading)


def _in_chapter(chapter: Chapter, reading: Reading) -> Iterator[Hit]:
    places = longest(reading.marks.within(CODE, chapter.span))
    done = [each for each in places if _holds(each, ALL_DONE, EXCEPT, reading)]
    left = [each for each in places if _holds(each, UNFINISHED, BEFORE_NOW, reading)]
    for place in done[:1]:
        for other in left:
            if _of_one_list(place, other, reading.text):
                yield Hit(
                    place,
                    f"这里说“{reading.of(place)}”，同一部分又写着“{reading.of(other)}”",
                    asks="哪几项改完了，哪一项没有改完？",
                    related=((other, "这里说没有改完"),),
                )
                return


def _holds(place: Span, words: tuple[str, ...], ahead: LazyPattern, reading: Reading) -> bool:
    start = max(0, place.start - LONGEST_SENTENCE)
    return reading.of(place) in words and not ahead.search(reading.text, start, place.start)


def _of_one_list(one: Span, other: Span, text: str) -> bool:
    """Whether both sentences are about the same list: the second names no source that the first does not name."""
    return _sources(other, text) <= _sources(one, text)


def _sources(place: Span, text: str) -> set[str]:
    first = max(0, place.start - LONGEST_SENTENCE)
    start = max(first, *(text.rfind(mark, first, place.start) + 1 for mark in SENTENCE_ENDS))
    return set(SOURCES.findall(text, start, place.end))
