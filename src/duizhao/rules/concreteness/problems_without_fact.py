from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import heading_of
from duizhao.statement import ChapterKind, Statement


@rule(
    "DZ402",
    on=Statement,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    criteria=("B2",),
)
def problems_without_fact(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """查摆的问题没有一处可以核对"""
    problems = statement.problems
    if len(problems) > 1 and not any(problem.facts for problem in problems):
        yield Hit(
            heading_of(reading, ChapterKind.PROBLEMS),
            f"查摆的{len(problems)}个问题，没有一个写到时间、数字、地点、人名，或者文件、会议、项目的名称。",
            asks="能不能各写一件有时间、有数字的事？",
            related=tuple((problem.claim, "没有可以核对的事") for problem in problems),
        )
