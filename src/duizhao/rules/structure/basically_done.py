from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Chapter, ChapterKind, Statement
from duizhao.text import Span, longest
from duizhao.text.pattern import LazyPattern

DONE = (
    *(f"基本{verb}" for verb in (
        "到位", "整改到位", "落实到位", "改到位", "完成", "整改完成", "解决", "落实", "办结", "销号", "得到解决",
        "得到整改", "整改", "做到", "实现",
    )),
    "阶段性成效", "阶段性成果", "阶段性进展", "大部分完成", "大部分已完成", "大部分已整改", "大部分得到", "大多已完成",
    "取得一定成效", "取得了一定成效", "取得一定效果", "初见成效", "初步成效",
)  # fmt: skip
LEFT = (
    "还有", "尚有", "尚未", "尚需", "尚待", "还未", "还没", "仍未", "仍有", "仍需", "没有完成", "没完成", "未完成",
    "未办结", "没有办结", "未整改", "剩下", "剩余", "余下", "其余", "还差", "只差", "还剩", "仅剩", "只剩", "正在",
    "遗留的", "之外",
)  # fmt: skip
# Where the items done are counted, those left are known: 12项完成了11项.
COUNTED = LazyPattern(
    "(?:完成|整改|办结|销号|落实)了?(?:其中的?)?[0-9一二三四五六七八九十两]+[项个件条]"
)
SENTENCE_ENDS = "。；！？!?\n"
# A result that can be looked at. A count of items is none, nor is a year.
FIGURE = LazyPattern(
    "[0-9]+(?:[.．][0-9]+)?(?![0-9.．年月日项条]|个(?:问题|方面))|[一二两三四五六七八九十百]+(?:户|次|件|米|公里|人|名|天|家|处|份|篇|场|期|小时|成)"
)
LONGEST_SENTENCE = 200


@rule(
    "DZ122",
    on=Statement,
    anchors=DONE + LEFT,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("E3",),
)
def basically_done(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """只说“基本完成”，没有说还剩什么"""
    for chapter in statement.chapters_of(ChapterKind.LAST_YEAR):
        yield from _in_chapter(chapter, reading)


def _in_chapter(chapter: Chapter, reading: Reading) -> Iterator[Hit]:
    places = longest(reading.marks.within("DZ122", chapter.span))
    done = [place for place in places if reading.of(place) in DONE]
    if not done or len(done) < len(places):
        return
    if COUNTED.search(reading.text, *chapter.span):
        return
    title = chapter.section.heading.title.end if chapter.section else 0
    for place in done:
        if place.start >= title and not _shows_figure(place, reading.text):
            yield Hit(
                place,
                f"“{reading.of(place)}”没有说还剩什么",
                asks="还差哪一项、哪一步，什么时候做完？",
                advice="都做完了，就写“已完成”和看得到的结果",
            )


def _shows_figure(place: Span, text: str) -> bool:
    """True if the sentence about the place gives a figure."""
    first, last = max(0, place.start - LONGEST_SENTENCE), place.end + LONGEST_SENTENCE
    start = max(text.rfind(mark, first, place.start) for mark in SENTENCE_ENDS)
    ends = [at for at in (text.find(mark, place.end, last) for mark in SENTENCE_ENDS) if at >= 0]
    return FIGURE.search(text, max(first, start), min(ends, default=last)) is not None
