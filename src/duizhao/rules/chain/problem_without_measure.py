from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Measure, Problem


@rule(
    "DZ504",
    on=Problem,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def problem_without_measure(problem: Problem, reading: Reading) -> Iterator[Hit]:
    """问题没有措施"""
    statement = reading.statement
    # With aspects, one answer to the aspect is enough; its rule speaks for all problems under it.
    if (
        problem.aspect is None
        and statement.measures
        and not statement.is_answered(problem, Measure)
    ):
        yield Hit(
            problem.claim,
            "没有读到与这个问题说到同一件事的措施",
            asks="打算做什么？",
            advice="若已写在别处，请用同一个说法点明",
        )
