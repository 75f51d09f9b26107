from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Reading, Severity, Strength, rule
from duizhao.rules.chain.slogans import slogans
from duizhao.statement import Measure
from duizhao.text import Span


@rule(
    "DZ509",
    on=Measure,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def measure_without_result(measure: Measure, reading: Reading) -> Iterator[tuple[Span, str]]:
    """措施没有可核验的结果"""
    # A measure of slogans alone has a rule of its own.
    if measure.result is None and not slogans(measure, reading):
        yield measure.action, "没有写做成什么样；凭什么材料、哪个数字、谁的验收可以看出做到了？"
