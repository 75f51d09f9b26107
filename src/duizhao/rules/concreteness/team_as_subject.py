from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.rules.concreteness._standing import (
    opens_clause,
    problem_at,
    speaks_of_self,
)
from duizhao.statement import Cause, Problem, writer_acts
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

TEAM = (
    "班子", "领导班子", "局班子", "局党组", "厅党组", "党组", "党委", "镇党委", "乡党委", "支部", "党支部",
    "机关党委", "我们", "我局", "我厅", "我委", "我办", "我处", "我科", "我校", "我院", "我镇", "我乡", "我县",
    "我市", "我区", "我单位", "我部门", "我支部", "我公司",
)  # fmt: skip
BODIES = "(?:(?:领导)?班子|党组|党委|党工委|党总支|党支部|支部)*"
PEOPLE = (
    "成员|其他|其它|其余|各|每|个别|同志|同事|主要负责|主要领导|分管|副职|正职|一把手|班长|书记|委员|党员|干部|职工|"
    "负责人|领导|局长|处长|科长|主任|院长|校长|镇长|乡长|县长"
)
# 班子建设, 党委决定 and 支部会 are matters that are dealt with, and no actors.
MATTERS = (
    "会|大会|全会|例会|扩大会|理论学习|中心组|民主生活会|组织生活|生活会|主题党日|党日|党课|三会一课|活动|文件|纪要|"
    "制度|建设|工作|分工|队伍|作风|团结|要求|决定|决议|部署|安排|交办|通知|织|的"
)
# 班子研究的事项: what the team did is only named here.
DONE = "(?:研究|议|确|定|布置|分配|制定|印发|下|批准|召开|组织|开展|举办|交|派|发|给|提)[^，。；：\n]{0,8}的"
# 支部发了三本书, 党委通知我去: what the team gives or asks for, the writer has to answer.
ASKED_OF_WRITER = "(?:发(?:了|下|给|来)|下发|规定(?!不|得不)|通知|提醒|催|点名|[让叫派要催]我)"
# 我科得分88.6, 我校现有教师62人: a figure of the unit is only the ground for what follows.
FIGURE = "(?:[^，。；\n]{0,6}(?:得分|排名|排[在第]|测评)|(?:现|共|一共|总共)?有[0-9一二三四五六七八九十])"
NOT_SUBJECT = LazyPattern(
    f"{ASKED_OF_WRITER}|{FIGURE}|{BODIES}(?:{PEOPLE}|{MATTERS}|{DONE})|(?<=我们)(?:党|国|民族|中华|中国|社会主义|伟大|人民)"
)
# 我们抽查了三批，没有扣过一分钱。原因是我抹不开情面: the cause tells the writer's own part.
OWN = LazyPattern("本人|我(?![们局院校乡镇县市区站所馆社厂公部科处室股组国党])")


@rule(
    "DZ405",
    anchors=TEAM,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    papers=(PaperKind.PERSON,),
    criteria=("B4",),
)
def team_as_subject(place: Span, reading: Reading) -> Iterator[Hit]:
    """以班子代替个人"""
    problem = problem_at(reading, place)
    if problem is None or NOT_SUBJECT.match(reading.text, place.end):
        return
    if writer_acts(reading.text, place.end):
        return
    if not opens_clause(reading, place.start, problem) or speaks_of_self(reading, place, problem):
        return
    if reading.of(place).startswith("我") and _is_owned_in_cause(problem, reading):
        return
    yield Hit(
        place,
        f"这里说的是“{reading.of(place)}”。",
        asks="其中哪一部分是本人分管、经手的？",
    )


def _is_owned_in_cause(problem: Problem, reading: Reading) -> bool:
    """Whether a cause of the problem speaks of the writer."""
    return any(
        isinstance(link.answer, Cause) and OWN.search(reading.text, *link.answer.span)
        for link in reading.statement.answers(problem)
    )
