from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.statement import FactKind, Statement

FIGURES = (FactKind.NUMBER, FactKind.DATE)


@rule(
    "DZ412",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("B2",),
)
def no_figure(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """问题和措施里没有一个数量或日期"""
    facts = [each.facts for each in statement.problems] + [m.facts for m in statement.measures]
    if len(facts) > 1 and not any(fact.kind in FIGURES for each in facts for fact in each):
        yield Hit(
            opening(reading.document),
            "查摆的问题和整改措施里没有写一个数量或日期。",
            asks="去了几次、误了几天、涉及几人？打算改到什么程度、什么时候改完？",
        )
