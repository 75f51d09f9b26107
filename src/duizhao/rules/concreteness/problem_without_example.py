from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Problem

ONCE = "一次"
# 一是我…, 一是作为书记我…: within so many characters of the claim, 我 is its subject.
SUBJECT_WITHIN = 5


@rule(
    "DZ401",
    on=Problem,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    criteria=("B2",),
)
def problem_without_example(problem: Problem, reading: Reading) -> Iterable[Hit]:
    """问题没有举例"""
    # A fact shows a problem as well as an example, and so does what the author did, with or without 比如.
    if problem.example or problem.facts or _shows_conduct(problem, reading):
        return ()
    hit = Hit(
        problem.claim,
        "这个问题没有举例。",
        asks=f"能举一件事吗？哪项工作，什么时候，{reading.oneself}当时怎么想、怎么做？",
    )
    return (hit,)


def _shows_conduct(problem: Problem, reading: Reading) -> bool:
    """True if the problem describes conduct: …，我没有制止, 有一次…. A subject 我 at its beginning is not enough."""
    behind = problem.claim.start + SUBJECT_WITHIN
    return any(word.start > behind for word in problem.first_person) or ONCE in reading.of(
        problem.span
    )
