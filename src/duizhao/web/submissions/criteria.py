"""What reviewers ask of a statement, as questions about the text: the usual reasons to return one.

Collected from notices and from reports of supervision groups; none of them speaks of the person. `rules` are those that
show in the text whether a later version answers the question.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReviewCriterion:
    """A question that reviewers ask, with the part of the statement that it is about."""

    id: str
    part: str
    question: str
    rules: tuple[str, ...] = ()


CRITERIA = (
    ReviewCriterion("A1", "必写的部分", "通知要求的方面，是不是每个都写了？", ("DZ107", "DZ109")),
    ReviewCriterion("A2", "必写的部分", "每个方面下面，写的是不是问题？", ("DZ110",)),
    ReviewCriterion("A3", "必写的部分", "上年度整改的情况写了没有？", ("DZ115",)),
    ReviewCriterion("A4", "必写的部分", "上年度的整改，是不是逐项写了？", ("DZ124", "DZ806")),
    ReviewCriterion("A5", "必写的部分", "典型案例剖析写了没有？", ("DZ116",)),
    ReviewCriterion("A6", "必写的部分", "案例剖析有没有联系自己？", ("DZ123",)),
    ReviewCriterion("A7", "必写的部分", "要说明的事项说明了没有？", ("DZ117",)),
    ReviewCriterion("A10", "必写的部分", "征求到的意见，是不是都有回应？", ("DZ119",)),
    ReviewCriterion("A17", "必写的部分", "整改措施或努力方向写了没有？", ("DZ105",)),
    ReviewCriterion(
        "B1", "查摆的问题", "讲问题之前，有没有先摆成绩？", ("DZ410", "DZ411", "DZ414")
    ),
    ReviewCriterion(
        "B2",
        "查摆的问题",
        "有没有具体的事：什么事、什么时候、多少？",
        ("DZ401", "DZ402", "DZ403", "DZ412"),
    ),
    ReviewCriterion("B3", "查摆的问题", "“一些”“个别”能不能写出数来？", ("DZ413",)),
    ReviewCriterion("B4", "查摆的问题", "问题的主语是不是本人？", ("DZ404", "DZ405")),
    ReviewCriterion("B5", "查摆的问题", "是不是在说别人？", ("DZ406",)),
    ReviewCriterion("B6", "查摆的问题", "是不是只讲了工作，没有讲到思想？", ("DZ407",)),
    ReviewCriterion("B7", "查摆的问题", "是不是套话，换个人也能用？", ("DZ409",)),
    ReviewCriterion("B10", "查摆的问题", "写的是问题，还是希望和打算？", ("DZ415",)),
    ReviewCriterion("B14", "查摆的问题", "是不是上年度的问题又原样写了一遍？", ("DZ804",)),
    ReviewCriterion("B15", "查摆的问题", "巡视巡察、上级指出的问题有没有漏掉？"),
    ReviewCriterion("B17", "查摆的问题", "是不是把责任推给了客观条件？", ("DZ408",)),
    ReviewCriterion(
        "C1", "原因", "每个方面的问题，是不是都剖析了原因？", ("DZ501", "DZ503", "DZ505")
    ),
    ReviewCriterion("C2", "原因", "原因是不是把问题又说了一遍？", ("DZ515",)),
    ReviewCriterion("C3", "原因", "原因有没有挖到理想信念、宗旨、党性、纪律？"),
    ReviewCriterion("D1", "措施", "每个问题是不是都有措施？", ("DZ502", "DZ504", "DZ506")),
    ReviewCriterion("D2", "措施", "措施写明谁来做了没有？", ("DZ507",)),
    ReviewCriterion("D3", "措施", "措施写明什么时候完成了没有？", ("DZ508", "DZ511", "DZ512")),
    ReviewCriterion("D4", "措施", "做到什么样算完成，看得出来吗？", ("DZ509",)),
    ReviewCriterion("D5", "措施", "措施是不是口号？", ("DZ510",)),
    ReviewCriterion("D6", "措施", "措施是不是只有开会、发文和学习？", ("DZ513",)),
    ReviewCriterion("D7", "措施", "长期坚持的，第一次什么时候检查？", ("DZ514",)),
    ReviewCriterion("D8", "措施", "是不是上年度的措施又原样写了一遍？", ("DZ805",)),
    ReviewCriterion("E3", "上年度整改", "“基本完成”的，说没说还剩什么？", ("DZ122",)),
    ReviewCriterion(
        "E5", "上年度整改", "没改完的，说没说为什么、改到什么时候？", ("DZ125", "DZ135")
    ),
    ReviewCriterion(
        "F1", "相同的文字", "与往年的材料相同的地方，是不是今年的事？", ("DZ801", "DZ804", "DZ805")
    ),
    ReviewCriterion("F2", "相同的文字", "与同事的材料相同的地方，是不是自己的话？", ("DZ802",)),
    ReviewCriterion("F4", "差错", "有没有别的单位、别的地方的名称？", ("DZ112", "DZ314")),
    ReviewCriterion("F5", "差错", "有没有空着没填的地方？", ("DZ301", "DZ309")),
    ReviewCriterion("F6", "差错", "日期、届次、会议名称对不对？", ("DZ310", "DZ311", "DZ313")),
    ReviewCriterion("F7", "差错", "今年的标题下面，是不是往年的方面？", ("DZ111",)),
    ReviewCriterion("G1", "差错", "学习的时候，文件出来了没有？", ("DZ326",)),
    ReviewCriterion("G2", "差错", "引的法规是不是已经废止？", ("DZ327",)),
    ReviewCriterion("G4", "差错", "写的事是不是在落款以后？", ("DZ323", "DZ512")),
    ReviewCriterion("G6", "差错", "有没有不该公开的号码、标志？", ("DZ324", "DZ325")),
    ReviewCriterion("H1", "班子材料", "说话的是不是班子？", ("DZ420",)),
    ReviewCriterion("H2", "班子材料", "会前准备交代了没有？", ("DZ130",)),
)
BY_ID = {each.id: each for each in CRITERIA}


def by_part() -> dict[str, list[ReviewCriterion]]:
    """The questions by the part of the statement that they are about."""
    parts: dict[str, list[ReviewCriterion]] = {}
    for each in CRITERIA:
        parts.setdefault(each.part, []).append(each)
    return parts
