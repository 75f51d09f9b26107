from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Problem


@rule(
    "DZ401",
    on=Problem,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
)
def problem_without_example(problem: Problem, reading: Reading) -> Iterator[Hit]:
    """问题没有举例"""
    # A fact shows a problem as well as an example does, with or without 比如.
    if problem.example is None and not problem.facts:
        yield Hit(
            problem.claim,
            "这个问题没有举例。能举一件事吗？哪项工作？何时？谁受了影响？自己当时怎么想、怎么做的？",
        )
