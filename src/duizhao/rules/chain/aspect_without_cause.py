from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain.evidence import aspects_without
from duizhao.statement import Cause, Statement


@rule(
    "DZ501",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def aspect_without_cause(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有原因"""
    return aspects_without(statement, Cause, "原因", "这些问题为什么会在自己身上发生？")
