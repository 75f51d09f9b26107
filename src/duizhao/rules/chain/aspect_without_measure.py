from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain.evidence import aspects_without
from duizhao.statement import Measure, Statement


@rule(
    "DZ502",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def aspect_without_measure(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有措施"""
    return aspects_without(statement, Measure, "措施", "打算做什么？谁做？何时做完？")
