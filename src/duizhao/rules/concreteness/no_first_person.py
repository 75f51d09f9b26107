from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import heading_of
from duizhao.profiles import PaperKind
from duizhao.statement import ChapterKind, Statement


@rule(
    "DZ404",
    on=Statement,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    papers=(PaperKind.PERSON,),
)
def no_first_person(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """查摆问题不见第一人称"""
    problems = statement.problems
    if len(problems) < 2 or any(problem.first_person for problem in problems):
        return
    yield Hit(
        heading_of(reading, ChapterKind.PROBLEMS),
        f"查摆的{len(problems)}个问题里没有一处“我”或“本人”。",
        asks="哪些是自己做的，哪些是自己没有做的？能不能用“我”来说？",
    )
