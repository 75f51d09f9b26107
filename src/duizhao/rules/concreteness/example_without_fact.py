from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Problem


@rule(
    "DZ403",
    on=Problem,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    criteria=("B2",),
)
def example_without_fact(problem: Problem, reading: Reading) -> Iterable[Hit]:
    """举例没有事实"""
    if problem.example is None or problem.facts:
        return ()
    hit = Hit(
        problem.example,
        "这个例子里没有时间、数字、地点、人名或具体工作的名称。",
        asks="是哪一次？哪项工作？谁受了影响？有几次？",
    )
    return (hit,)
