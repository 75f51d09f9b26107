from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.concreteness._standing import problem_at
from duizhao.statement import Cause, Problem
from duizhao.text import Span

WORK_WORDS = ("项目", "工程", "进度", "指标", "经费", "资金", "设备", "设施")
# Claims are short: words further on do not belong to the claim.
LONGEST_CLAIM = 40
SELF_WORDS = (
    "思想", "认识", "意识", "观念", "党性", "理想", "信念", "宗旨", "作风", "责任", "担当", "态度", "自己",
    "主动", "重视", "放松", "懈怠", "畏难", "碍于", "怕", "斗争", "政治", "廉", "纪律", "忧患", "心理", "情绪",
    "习惯", "理解", "领悟", "思考", "学习", "以为", "认为", "觉得", "满足", "督促", "检查", "把关", "亲自", "感情",
)  # fmt: skip


@rule(
    "DZ407",
    anchors=WORK_WORDS,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    papers=(PaperKind.PERSON,),
    criteria=("B6",),
)
def work_for_thought(place: Span, reading: Reading) -> Iterator[Hit]:
    """以工作问题代替思想问题"""
    problem = problem_at(reading, place)
    if problem is None or not problem.claim.covers(place):
        return
    if (
        problem.first_person
        or problem.reflexive
        or place.start - problem.claim.start > LONGEST_CLAIM
    ):
        return
    text = reading.of(problem.span)
    if not any(word in text for word in SELF_WORDS) and not _has_its_cause(problem, reading):
        yield Hit(
            problem.claim,
            "这里只说工作做得怎样，没有说到自己。",
            asks="做这件事时，自己是怎么想的？",
        )


def _has_its_cause(problem: Problem, reading: Reading) -> bool:
    """Whether a problem that describes events has a cause elsewhere: that is where the writer's thoughts stand."""
    return bool(problem.facts) and reading.statement.is_answered(problem, Cause)
