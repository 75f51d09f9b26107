from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span, longest
from duizhao.text.pattern import LazyPattern

CODE = "DZ125"
UNFINISHED = (
    "尚未完成", "还未完成", "仍未完成", "未完成", "没有完成", "还没有完成", "没完成", "未办结", "没有办结", "尚未办结",
    "未整改到位", "没有整改到位", "尚未整改", "还没有整改", "未销号", "正在整改", "正在推进", "正在办理", "还在推进",
    "仍在推进", "持续推进中", "正在落实", "还没有解决", "尚未解决", "没有改完", "还没有改",
)  # fmt: skip
# A season, a day, or what has to come first.
TIME = LazyPattern(
    "[0-9一二三四五六七八九十]月|[0-9]日|国庆|元旦|五一|端午|中秋|清明|[暑寒]假|节[前后]|[本下]周|[本下]月|今年|[年季月]底|[年月季]内|年前|春节|上半年|下半年|季度|明年|汛期|开学|入冬|开春|春耕|秋收|年[中末]|"
    "待[^，。；\n]{2,20}[后，]|等[^，。；\n]{2,20}|之前|以前|[0-9一二三四五六七八九十两]+(?:天|周|个月|个工作日)"
)
REASON = LazyPattern(
    "因为|由于|因[^，。此为]{2}|原因是|主要是|受[^，。；\n]{1,12}影响|卡在|缺|资金|批复|手续"
)
SENTENCE_ENDS = "。！？\n"
LONGEST_SENTENCE = 120
REST = LazyPattern("[^。！？\n]{0,120}[。！？]?[^。！？\n]{0,120}")


@rule(
    CODE,
    on=Statement,
    anchors=UNFINISHED,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("E5",),
)
def unfinished_without_date(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """没有改完的没有说改到什么时候"""
    for chapter in statement.chapters_of(ChapterKind.LAST_YEAR):
        last = -1
        for place in longest(reading.marks.within(CODE, chapter.span)):
            said = _said(place, reading.text, chapter.span)
            if place.start < last or TIME.search(reading.text, *said):
                continue
            last = said.end
            reason = REASON.search(reading.text, *said)
            yield Hit(
                place,
                f"“{reading.of(place)}”没有说改到什么时候",
                asks="什么时候改完？" if reason else "为什么没有改完，什么时候改完？",
            )


def _said(place: Span, text: str, chapter: Span) -> Span:
    """The sentence and the one behind it in the same line."""
    first = max(chapter.start, place.start - LONGEST_SENTENCE)
    start = max(first, *(text.rfind(mark, first, place.start) + 1 for mark in SENTENCE_ENDS))
    rest = REST.match(text, place.end, chapter.end)
    return Span(start, rest.end() if rest else place.end)
