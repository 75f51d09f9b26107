from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.statement import FactKind, Measure
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ514"
PHRASES = Phrases(
    {
        "{立行立改,立查立改,即知即改,立即整改,时限,完成时间}": (
            "[：:，、；, ]{0,2}(?:并|且)?(?:长期坚持|长期整改|长期推进|长期执行|持续坚持|持续整改|持续推进|常态化推进|"
            "常态化坚持|常抓不懈|长期(?![^。；，、\n）)]))"
        )
    }
)
REVIEW = LazyPattern(
    "检查|回头看|考核|评估|报告|通报|述职|小结|复查|抽查|验收|盘点|汇总|核对|对账|测评|评议|打分|问卷|评比|督查|点评|[年月季]一次|[年月季][两三四]次"
)


@rule(
    CODE,
    on=Measure,
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D7",),
)
def standing_without_review(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """长期坚持的措施没有检查日期"""
    phrase = _standing(measure, reading)
    if phrase is None or _is_periodical(measure, reading):
        return ()
    if any(fact.kind is FactKind.DATE for fact in measure.facts):
        return ()
    if REVIEW.search(reading.text, *measure.span):
        return ()
    hit = Hit(
        phrase,
        f"“{reading.of(phrase)}”没有说哪天回头检查",
        asks="第一次检查在哪一天，以后多久检查一次？",
    )
    return (hit,)


def _standing(measure: Measure, reading: Reading) -> Span | None:
    """The first phrase in a measure by which it stands for good."""
    places = reading.marks.within(CODE, measure.span)
    if not places:
        return None
    found = (PHRASES.at(start, reading.text) for start, _ in places)
    return next(filter(None, found), None)


def _is_periodical(measure: Measure, reading: Reading) -> bool:
    """True if the measure gives an interval: 每月, 每季度."""
    deadlines = reading.marks.within("statement.deadline", measure.span)
    return any(reading.text[start] == "每" for start, _ in deadlines)
