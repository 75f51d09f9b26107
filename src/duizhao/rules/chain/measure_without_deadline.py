from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Reading, Severity, Strength, rule
from duizhao.statement import Measure
from duizhao.text import Span


@rule(
    "DZ508",
    on=Measure,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def measure_without_deadline(measure: Measure, reading: Reading) -> Iterator[tuple[Span, str]]:
    """措施没有时限"""
    if measure.deadline is None:
        yield measure.action, "没有写何时做完或多久做一次；到哪一天可以检查？"
