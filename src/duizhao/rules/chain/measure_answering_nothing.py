from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Reading, Severity, Strength, rule
from duizhao.statement import Measure
from duizhao.text import Span


@rule(
    "DZ506",
    on=Measure,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def measure_answering_nothing(measure: Measure, reading: Reading) -> Iterator[tuple[Span, str]]:
    """措施没有对应的问题"""
    statement = reading.statement
    if statement.problems and not statement.links_to(measure):
        yield (
            measure.action,
            "没有读到它对应的问题：方面没有点名，用语也没有相同的；它要改的是前面哪一条？",
        )
