from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.concreteness._standing import (
    is_of_team,
    opens_clause,
    problem_at,
    speaks_of_self,
)
from duizhao.text import Span

TEAM = (
    "班子", "领导班子", "局班子", "局党组", "厅党组", "党组", "党委", "镇党委", "乡党委", "支部", "党支部",
    "机关党委", "我们", "我局", "我厅", "我委", "我办", "我处", "我科", "我校", "我院", "我镇", "我乡", "我县",
    "我市", "我区", "我单位", "我部门", "我支部", "我公司",
)  # fmt: skip
# 班子成员, 党组织 and 党委决定 do not make the team the subject.
NOT_SUBJECT = (
    "成员",
    "织",
    "书记",
    "会",
    "理论学习",
    "中心组",
    "要求",
    "决定",
    "部署",
    "安排",
    "交办",
    "的",
)


@rule(
    "DZ405",
    anchors=TEAM,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
)
def team_as_subject(place: Span, reading: Reading) -> Iterator[Hit]:
    """以班子代替个人"""
    problem = problem_at(reading, place)
    if problem is None or reading.text.startswith(NOT_SUBJECT, place.end):
        return
    if not opens_clause(reading, place.start, problem) or speaks_of_self(reading, place, problem):
        return
    if not is_of_team(reading):
        yield Hit(
            place,
            f"这里说的是“{reading.of(place)}”。",
            asks="其中哪一件是本人分管、经手或者应当提醒而没有提醒的？",
        )
