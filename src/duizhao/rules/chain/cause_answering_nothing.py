from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Cause


@rule(
    "DZ505",
    on=Cause,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def cause_answering_nothing(cause: Cause, reading: Reading) -> Iterator[Hit]:
    """原因没有对应的问题"""
    statement = reading.statement
    if statement.problems and not statement.links_to(cause):
        yield Hit(
            cause.claim,
            "没有读到它对应的问题：方面没有点名，用语也没有相同的",
            asks="它解释的是前面哪一条？",
        )
