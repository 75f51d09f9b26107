from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Cause, Problem


@rule(
    "DZ503",
    on=Problem,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def problem_without_cause(problem: Problem, reading: Reading) -> Iterator[Hit]:
    """问题没有原因"""
    statement = reading.statement
    # With aspects, one answer to the aspect is enough; its rule speaks for all problems under it.
    if problem.aspect is None and statement.causes and not statement.is_answered(problem, Cause):
        yield Hit(
            problem.claim,
            "没有读到与这个问题说到同一件事的原因",
            asks="它为什么会发生？",
            advice="若已写在别处，请用同一个说法点明",
        )
