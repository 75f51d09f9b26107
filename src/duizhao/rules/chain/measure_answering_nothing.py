from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Measure


@rule(
    "DZ506",
    on=Measure,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def measure_answering_nothing(measure: Measure, reading: Reading) -> Iterator[Hit]:
    """措施没有对应的问题"""
    statement = reading.statement
    if statement.problems and not statement.links_to(measure):
        yield Hit(
            measure.action,
            "没有读到它对应的问题：方面没有点名，用语也没有相同的",
            asks="它要改的是前面哪一条？",
        )
