"""Another kind of document"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.statement import Statement


@rule(
    "DZ101",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def not_a_statement(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """不是对照检查材料"""
    if not statement.recognised:
        yield Hit(
            opening(reading.document),
            f"{statement.why}。这份只查文字，不查结构和内容。",
            asks="是不是放错了文件？",
            advice="确是的，标题写明“对照检查材料”一类的名称，就按它全查。",
        )
