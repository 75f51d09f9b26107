"""What reviewers ask of a statement, as questions about the text: the usual reasons to return one.

Collected from notices and from reports of supervision groups; none of them speaks of the person. A rule names the
questions that its findings answer by their ids (`api.Rule.criteria`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReviewCriterion:
    """A question that reviewers ask, with the part of the statement that it is about."""

    id: str
    part: str
    question: str


CRITERIA = (
    ReviewCriterion("A1", "必写的部分", "通知要求的方面，是不是每个都写了？"),
    ReviewCriterion("A2", "必写的部分", "每个方面下面，写的是不是问题？"),
    ReviewCriterion("A3", "必写的部分", "上年度整改的情况写了没有？"),
    ReviewCriterion("A4", "必写的部分", "上年度的整改，是不是逐项写了？"),
    ReviewCriterion("A5", "必写的部分", "典型案例剖析写了没有？"),
    ReviewCriterion("A6", "必写的部分", "案例剖析有没有联系自己？"),
    ReviewCriterion("A7", "必写的部分", "要说明的事项说明了没有？"),
    ReviewCriterion("A10", "必写的部分", "征求到的意见，是不是都有回应？"),
    ReviewCriterion("A17", "必写的部分", "整改措施或努力方向写了没有？"),
    ReviewCriterion("B1", "查摆的问题", "讲问题之前，有没有先摆成绩？"),
    ReviewCriterion(
        "B2",
        "查摆的问题",
        "有没有具体的事：什么事、什么时候、多少？",
    ),
    ReviewCriterion("B3", "查摆的问题", "“一些”“个别”能不能写出数来？"),
    ReviewCriterion("B4", "查摆的问题", "问题的主语是不是本人？"),
    ReviewCriterion("B5", "查摆的问题", "是不是在说别人？"),
    ReviewCriterion("B6", "查摆的问题", "是不是只讲了工作，没有讲到思想？"),
    ReviewCriterion("B7", "查摆的问题", "是不是套话，换个人也能用？"),
    ReviewCriterion("B10", "查摆的问题", "写的是问题，还是希望和打算？"),
    ReviewCriterion("B14", "查摆的问题", "是不是上年度的问题又原样写了一遍？"),
    ReviewCriterion("B15", "查摆的问题", "巡视巡察、上级指出的问题有没有漏掉？"),
    ReviewCriterion("B17", "查摆的问题", "是不是把责任推给了客观条件？"),
    ReviewCriterion("C1", "原因", "每个方面的问题，是不是都剖析了原因？"),
    ReviewCriterion("C2", "原因", "原因是不是把问题又说了一遍？"),
    ReviewCriterion("C3", "原因", "原因有没有挖到理想信念、宗旨、党性、纪律？"),
    ReviewCriterion("D1", "措施", "每个问题是不是都有措施？"),
    ReviewCriterion("D2", "措施", "措施写明谁来做了没有？"),
    ReviewCriterion("D3", "措施", "措施写明什么时候完成了没有？"),
    ReviewCriterion("D4", "措施", "做到什么样算完成，看得出来吗？"),
    ReviewCriterion("D5", "措施", "措施是不是口号？"),
    ReviewCriterion("D6", "措施", "措施是不是只有开会、发文和学习？"),
    ReviewCriterion("D7", "措施", "长期坚持的，第一次什么时候检查？"),
    ReviewCriterion("D8", "措施", "是不是上年度的措施又原样写了一遍？"),
    ReviewCriterion("E3", "上年度整改", "“基本完成”的，说没说还剩什么？"),
    ReviewCriterion("E5", "上年度整改", "没改完的，说没说为什么、改到什么时候？"),
    ReviewCriterion("F1", "相同的文字", "与往年的材料相同的地方，是不是今年的事？"),
    ReviewCriterion("F2", "相同的文字", "与同事的材料相同的地方，是不是自己的话？"),
    ReviewCriterion("F4", "差错", "有没有别的单位、别的地方的名称？"),
    ReviewCriterion("F5", "差错", "有没有空着没填的地方？"),
    ReviewCriterion("F6", "差错", "日期、届次、会议名称对不对？"),
    ReviewCriterion("F7", "差错", "今年的标题下面，是不是往年的方面？"),
    ReviewCriterion("G1", "差错", "学习的时候，文件出来了没有？"),
    ReviewCriterion("G2", "差错", "引的法规是不是已经废止？"),
    ReviewCriterion("G4", "差错", "写的事是不是在落款以后？"),
    ReviewCriterion("G6", "差错", "有没有不该公开的号码、标志？"),
    ReviewCriterion("H1", "班子材料", "说话的是不是班子？"),
    ReviewCriterion("H2", "班子材料", "会前准备交代了没有？"),
)
BY_ID = {each.id: each for each in CRITERIA}


def by_part() -> dict[str, list[ReviewCriterion]]:
    """The questions by the part of the statement that they are about."""
    parts: dict[str, list[ReviewCriterion]] = {}
    for each in CRITERIA:
        parts.setdefault(each.part, []).append(each)
    return parts
