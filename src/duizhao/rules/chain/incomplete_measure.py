from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.chain._done import is_done
from duizhao.rules.chain._from_now_on import FROM_NOW_ON
from duizhao.rules.chain._somebody_acts import SOMEBODY_ACTS
from duizhao.statement import FactKind, Measure
from duizhao.statement.facts.plain_clauses import names_act
from duizhao.statement.facts.time_words import time_words
from duizhao.text.pattern import LazyPattern

MAY_ACT = (
    "由", "请", "负责", "轮流", "我", "本人", "主抓", "承办", "包抓", "签字", "签名", "签收", "交给", "指定",
    "委托", "派", "成员", "委们", "务会", "公会", "组会", "子会", "班子", "现场", "组长", "到人", "第三方",
    "专家", "统一", "骨干", "经", "挂帅", "领衔", "一把手", "领导", "主官", "召集人", "指挥",
)  # fmt: skip
"""Words of which most sentences with somebody who acts have one: quicker to look for."""

BEGINS_NOW = LazyPattern(
    "(?:今后|往后|以后|从此|从今往后|凡是?)(?![^。；]*(?:合理|劳逸|陪|身边|少讲|多办))"
)
"""What begins so and names an act holds from now on too: 往后有意见走教代会提案; not 今后劳逸结合."""
WITH_SOMEBODY = LazyPattern("[同和与跟][^，。；]{2,12}一[起道同块]")
"""Who acts with somebody acts: 同后勤科朱科长一起把价目换成大字."""
OWN_ACTS = frozenset((FactKind.NUMBER, FactKind.DATE, FactKind.PLACE, FactKind.PERSON))
"""Whoever writes of oneself and says how often, when or where, does it oneself."""


@rule(
    "DZ507",
    on=Measure,
    severity=Severity.HINT,
    source="整改台账通行栏目",
    strength=Strength.PRACTICE,
    criteria=("D2", "H4"),
)
def measure_without_owner(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有责任人"""
    words = reading.statement.text[measure.action.start : measure.span.end]
    if measure.owner is not None or _is_own(measure, reading) or _somebody_acts(words):
        return ()
    if is_done(measure, reading.statement.text):
        return ()
    own = "哪位班子成员" if reading.statement.kind is PaperKind.TEAM else "本人"
    asks = f"是{own}，还是哪个科室、哪一位？"
    return (Hit(measure.action, "这条措施没有写谁来做", asks=asks),)


def _is_own(measure: Measure, reading: Reading) -> bool:
    if reading.statement.kind is not PaperKind.PERSON:
        return False
    if measure.deadline is not None or any(each.kind in OWN_ACTS for each in measure.facts):
        return True
    words = reading.statement.text[measure.action.start : measure.span.end]
    if FROM_NOW_ON.search(words) or WITH_SOMEBODY.match(words) or names_act(words, 0, len(words)):
        return True
    return bool(time_words(words))


def _somebody_acts(words: str) -> bool:
    # Imported here: many texts do not get so far.
    from duizhao.statement.facts.prose_owners import (
        RESPONSIBLE,
        begins_with_actor,
        names_post,
        owners_in,
    )

    if any(map(words.__contains__, MAY_ACT)):
        if SOMEBODY_ACTS.search(words) or not RESPONSIBLE.isdisjoint(owners_in(words)):
            return True
    elif begins_with_actor(words):
        return True
    return names_post(words)


@rule(
    "DZ508",
    on=Measure,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D3",),
)
def measure_without_deadline(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有时限"""
    if measure.deadline is not None:
        return ()
    words = reading.statement.text[measure.action.start : measure.span.end]
    if time_words(words) or FROM_NOW_ON.search(words):
        return ()
    begins = BEGINS_NOW.search(words)
    if begins and names_act(words, begins.start(), len(words)):
        return ()
    if is_done(measure, reading.statement.text):
        return ()
    message = "这条措施没有写何时做完，也没有写多久做一次"
    return (Hit(measure.action, message, asks="到哪一天可以检查？"),)
