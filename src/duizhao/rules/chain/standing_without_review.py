from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.statement import FactKind, Measure
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

PHRASES = Phrases(
    {
        "{立行立改,立查立改,即知即改,立即整改,时限,完成时间}": (
            "[：:，、；, ]{0,2}(?:并|且)?(?:长期坚持|长期整改|长期推进|长期执行|持续坚持|持续整改|持续推进|常态化推进|"
            "常态化坚持|常抓不懈|长期(?![^。；，、\n）)]))"
        )
    }
)
REVIEW = LazyPattern("检查|回头看|考核|评估|报告|通报|述职|小结|复查|抽查|验收|盘点|汇总|核对|对账")


@rule(
    "DZ514",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def standing_without_review(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """长期坚持的措施没有检查日期"""
    measure = _measure_at(reading, phrase)
    if measure is None or any(fact.kind is FactKind.DATE for fact in measure.facts):
        return
    text = reading.of(measure.span)
    if not _is_periodical(measure, reading) and not REVIEW.search(text):
        yield Hit(
            phrase,
            f"“{reading.of(phrase)}”没有说哪天回头检查",
            asks="第一次检查在哪一天，以后多久检查一次？",
        )


def _measure_at(reading: Reading, place: Span) -> Measure | None:
    measures = reading.statement.measures
    at = bisect_right(measures, place.start, key=lambda measure: measure.span.start) - 1
    return measures[at] if at >= 0 and measures[at].span.covers(place) else None


def _is_periodical(measure: Measure, reading: Reading) -> bool:
    """True if the measure says how often: 每月, 每季度."""
    deadlines = reading.marks.within("statement.deadline", measure.span)
    return any(reading.text[start] == "每" for start, _ in deadlines)
