from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Cause, Measure, Problem


@rule(
    "DZ503",
    on=Problem,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def problem_without_cause(problem: Problem, reading: Reading) -> Iterator[Hit]:
    """问题没有原因"""
    return _unanswered(problem, reading, Cause, "原因剖析", "它为什么会发生？")


@rule(
    "DZ504",
    on=Problem,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def problem_without_measure(problem: Problem, reading: Reading) -> Iterator[Hit]:
    """问题没有措施"""
    return _unanswered(problem, reading, Measure, "整改措施", "打算做什么？")


def _unanswered(
    problem: Problem, reading: Reading, by: type[Cause] | type[Measure], kind: str, asks: str
) -> Iterator[Hit]:
    statement = reading.statement
    answers = statement.causes if by is Cause else statement.measures
    # A problem under an aspect is left to the rule on aspects: one answer to the aspect is enough for all of them.
    if problem.aspect is None and answers and not statement.is_answered(problem, by):
        yield Hit(
            problem.claim,
            f"{kind}里没有与这个问题对应的内容",
            asks=asks,
            advice="已经写了的，请用同样的说法点出来",
        )
