from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain._slogans import slogans
from duizhao.statement import Measure


@rule(
    "DZ509",
    on=Measure,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D4",),
)
def measure_without_result(measure: Measure, reading: Reading) -> Iterable[Hit]:
    """措施没有可核验的结果"""
    # Measures of slogans alone have a rule of their own.
    if measure.result is not None or slogans(measure, reading):
        return ()
    hit = Hit(
        measure.action,
        "这条措施没有写做到什么程度",
        asks="凭哪份材料、哪个数字、由谁验收，能看出做到了？",
    )
    return (hit,)
