from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.concreteness._standing import opens_clause, problem_at, speaks_of_self
from duizhao.text import Span

SOME = ("有的", "有些", "个别", "部分", "少数", "一些")
WHOM = ("同志", "干部", "党员", "班子成员", "职工", "科室", "单位", "部门", "党组织", "支部")
OTHERS = (
    *(some + whom for some in SOME for whom in WHOM),
    "基层单位",
    "基层干部",
    "下属单位",
    "相关部门",
    "有关部门",
)


@rule(
    "DZ406",
    anchors=OTHERS,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    papers=(PaperKind.PERSON,),
    criteria=("B5",),
)
def others_as_subject(place: Span, reading: Reading) -> Iterator[Hit]:
    """说别人的问题"""
    problem = problem_at(reading, place)
    if problem is None or not opens_clause(reading, place.start, problem):
        return
    if not speaks_of_self(reading, place, problem):
        yield Hit(
            place,
            f"这里说的是“{reading.of(place)}”的问题。",
            asks="自己有没有同样的情况？其中哪些归自己管？",
        )
