from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain._done import is_done
from duizhao.rules.chain._seen_to_be_done import SEEN_TO_BE_DONE
from duizhao.rules.chain._slogans import slogans
from duizhao.statement import Measure
from duizhao.statement.facts.plain_clauses import names_act
from duizhao.statement.facts.time_words import time_words


@rule(
    "DZ509",
    on=Measure,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D4",),
)
def measure_without_result(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有可核验的结果"""
    # Measures of slogans alone have a rule of their own.
    if measure.result is not None or slogans(measure, reading):
        return ()
    if SEEN_TO_BE_DONE.search(reading.text, measure.action.start, measure.span.end):
        return ()
    if is_done(measure, reading.text) or _can_be_looked_at(measure, reading.text):
        return ()
    hit = Hit(
        measure.action,
        "这条措施没有写做到什么程度",
        asks="凭哪份材料、哪个数字、由谁验收，能看出做到了？",
    )
    return (hit,)


def _can_be_looked_at(measure: Measure, text: str) -> bool:
    """Whether on a day that is told, or from time to time, one can go and look: 座位每两周轮换."""
    action = text[measure.action.start : measure.span.end]
    return names_act(action, 0, len(action)) and bool(measure.deadline or time_words(action))
