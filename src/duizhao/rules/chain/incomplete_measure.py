from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.statement import Measure


@rule(
    "DZ507",
    on=Measure,
    severity=Severity.HINT,
    source="整改台账通行栏目",
    strength=Strength.PRACTICE,
)
def measure_without_owner(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有责任人"""
    if measure.owner is not None:
        return ()
    own = "哪位班子成员" if reading.statement.kind is PaperKind.TEAM else "本人"
    asks = f"是{own}，还是哪个科室、哪一位？"
    return (Hit(measure.action, "这条措施没有写谁来做", asks=asks),)


@rule(
    "DZ508",
    on=Measure,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def measure_without_deadline(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有时限"""
    if measure.deadline is not None:
        return ()
    message = "这条措施没有写何时做完，也没有写多久做一次"
    return (Hit(measure.action, message, asks="到哪一天可以检查？"),)
