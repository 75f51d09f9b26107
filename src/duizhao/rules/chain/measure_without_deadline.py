from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Measure


@rule(
    "DZ508",
    on=Measure,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def measure_without_deadline(measure: Measure, reading: Reading) -> Iterator[Hit]:
    """措施没有时限"""
    if measure.deadline is None:
        yield Hit(measure.action, "没有写何时做完或多久做一次", asks="到哪一天可以检查？")
