from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Cause, Measure
from duizhao.text import Span


@rule(
    "DZ505",
    on=Cause,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def cause_answering_nothing(cause: Cause, reading: Reading) -> Iterator[Hit]:
    """原因没有对应的问题"""
    return _answering_nothing(cause, cause.claim, reading, "它解释的是前面哪一条？")


@rule(
    "DZ506",
    on=Measure,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def measure_answering_nothing(measure: Measure, reading: Reading) -> Iterator[Hit]:
    """措施没有对应的问题"""
    return _answering_nothing(measure, measure.action, reading, "它要改的是前面哪一条？")


def _answering_nothing(
    answer: Cause | Measure, shown: Span, reading: Reading, asks: str
) -> Iterator[Hit]:
    statement = reading.statement
    if statement.problems and not statement.is_linked(answer):
        message = "查摆的问题里没有与这一条对应的"
        yield Hit(shown, message, asks=asks)
