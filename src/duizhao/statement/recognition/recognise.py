"""Recognises statements, and gives the reason why news, rules, plans, reports or poems are no statements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.document import Document
from duizhao.paper_names import NOT_OF_ONESELF, STATEMENT_NAMES
from duizhao.profiles import ChapterKind, normalised
from duizhao.statement.model import Chapter
from duizhao.statement.outline.points import Point
from duizhao.statement.recognition.evidence import (
    AGAINST_IN_TITLE,
    ANNOUNCED,
    CHECK_OF_THINGS,
    END_OF_OTHER_TITLE,
    PUPILS,
    weigh,
)
from duizhao.statement.recognition.traits import (
    CHAIN,
    FAULT_IN_TITLE,
    NUMBERED,
    ONESELF,
    ONESELF_IN_TITLE,
    PARTY,
    chapters_of_other_papers,
    tells_own_faults,
    traits,
    weight_of,
)
from duizhao.text.pattern import LazyPattern

NAMES_OF_STATEMENTS = LazyPattern(f"(?<!{'|'.join(NOT_OF_ONESELF)})(?:{'|'.join(STATEMENT_NAMES)})")
SPEECH_OF_ONESELF = LazyPattern(
    "生活会.{0,6}发言(?:提纲|材料|稿|要点)|生活会(?:上)?的?(?:个人)?发言|"
    "^(?!.*(?:座谈|研讨|交流|调研|经验|表态|动员|点评|主持|推介|中心组)).*发言提纲"
)
REPORT_OF_ONESELF = LazyPattern(
    "(?:对照检查|对照检视|检视剖析|党性分析|述责述廉)(?:情况)?的?(?:报告|汇报|总结)(?:[（(].{0,20}[）)])?$|"
    "(?:自查(?:自纠)?|(?:检视|查摆)问题整改)情况的?(?:报告|说明)$|巡[视察](?:反馈(?:意见|问题)?)?整改.{0,8}报告(?:[（(].{0,20}[）)])?$"
)
# What stands behind a name in most titles.
PLAIN_ENDS = {"", "材料", "发言材料", "发言提纲", "发言", "提纲"}
# What also ends titles of what a person says of oneself: 民主评议党员个人总结, 关于个人存在不足的汇报.
LONGEST_TAIL = 16
MAY_BE_OF_ONESELF = (
    "总结",
    "小结",
    "汇报",
    "说明",
    "要点",
    "检讨",
    "思考",
    "体会",
    "情况报告",
    "情况的报告",
    "台账",
    "清单",
    "专报",
)
SAY_LITTLE = (
    "述职",
    "总结",
    "小结",
    "思想汇报",
    "汇报",
    "心得",
    "思考",
    "体会",
    "鉴定",
    "信",
    "情况报告",
)
"""What ends titles of many kinds of text: problems, causes and measures as chapters leave the decision to the text."""
FIRST, LAST = 1_000, 500
"""Characters that are weighed of a longer text: it shows at its beginning and its end what it is."""
OPENING = 400  # characters
CONFESSION = LazyPattern("(?:个人|我的|给[^，。]{1,6}的)?(?:(?:检讨|悔过|反省)书?|检查[书信])")
ENDS_AS_CONFESSION = LazyPattern("检讨书?$")
"""The title of a letter about what one did wrong: a statement if to the Party, or if it goes through several faults."""
FORM = LazyPattern("(?:聊天|群聊|语音|微信)记录$|问答$|日记$|札记$|随笔$")
"""How a text was written down, which leaves open what it is: a group's chat in which one examines oneself is one."""
SEVERAL_FAULTS, SEVERAL_MEASURES, SURELY_ONE = 3, 2, 30
"""Of one deed a worker writes to an employer; who goes through several and says what is to be done examines oneself."""
LETTERS = ("检讨", "信", "说明")
"""What ends titles of letters that are statements if they speak of the Party and go through one's faults."""
OTHER_LETTERS = LazyPattern("感谢|表扬|慰问|建议|请假|举报|推荐|求职|申请")
TO_PARTY = LazyPattern("支部|党|组织")
BARE = LazyPattern(
    "(?:关于)?(?:个人|有关|我的|本人){0,2}(?:自查(?:自纠)?|查摆(?:问题)?|检视)?(?:情况)?的?(?:汇报|报告|说明)"
)
"""A title that says nothing of what it is about."""
ABOUT_ME = LazyPattern("[对给]我(?:所?提)?的意见")
"""关于评议中对我的意见 is about the writer."""
TO_MEND = LazyPattern("整改(?:公开)?承诺书?$")
"""The title of a promise to mend what one was told of: 整改承诺书 goes through the faults, or only promises."""
TEACHERS = LazyPattern("[教老]师|校长|班主任")
SPEECH_WRITTEN_DOWN = LazyPattern("生活会.{0,8}发言的?(?:记录|实录|速记|整理)")
"""What one person said, or several: the text decides."""
TEACHES_WRITING = LazyPattern(
    "教[你您大会][^，。]{0,6}写|(?:怎么|如何|怎样|这样)[撰去]?写|写作(?:指南|技巧|要[点领]|攻略|方法)|撰写(?:指南|技巧|要[点领]|方法)|空白.{0,2}表|样表|填空|模板[（(]|"
    "(?:常[用见]|参考).{0,2}(?:语?句|表述|说法|用语)|金句|例句|句式"
)
"""手把手教你写个人对照检查材料 has all the chapters of one, and so has 检视清单（空白表）."""
LESSON = LazyPattern(
    "第(?:[一二三四五六七八九十]|\\d){1,3}(?:讲|节?课|单元)(?![^\n]*(?:检查|检视|剖析))"
)
"""第六讲 用好批评和自我批评这个武器 is taught to others."""
OCCASION = LazyPattern("(?<!生活)会上?$")
FIRST_LINE = LazyPattern(r"\s*+([^\n。！？!?；;，,：:|｜]{2,24})\n")
LATIN = LazyPattern("[A-Za-z]")
# 检视问题清单及整改台账 is one list; in 个人对照检查及相互批评意见 the criticism of others only follows.
BETWEEN_NAMES = LazyPattern("(?:(?:问题)?(?:清单)?[及和与、]?(?:整改|落实))?")
AND = LazyPattern("(?:材料|发言)?[及和与暨、]")
PASSED_ON = LazyPattern(
    r"(?<=[\u4e00-\u9fff》）)])(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?!.*(?:材料|提纲|报告|检查|发言)).*$"
)
"""The day behind a title on which it was written or passed: …的规定2010年9月13日第1496次会议通过."""


def why_not_a_statement(
    document: Document, chapters: Sequence[Chapter], points: Sequence[Point]
) -> str:
    """The reason why a document is no statement, in words for the user; empty if it is one."""
    title = PASSED_ON.sub("", document.whole_title or _short_first_line(document))
    name = _name(title)
    if not name:
        title = normalised(title)
        name = _name(title)
    tail = title[name.end() :] if name else None
    is_plain = tail in PLAIN_ENDS
    if TEACHES_WRITING.search(title):
        return "标题说的是材料怎么写，不是对照检查材料"
    if not name and (lesson := LESSON.match(title)):
        return f"标题是“{lesson[0]}”，是讲课的稿子，不是对照检查材料"
    other = None if is_plain else END_OF_OTHER_TITLE.search(title)
    is_own = other is None or (name is not None and _is_report_of_oneself(title, name, other))
    if (
        other
        and not is_own
        and not (name and other[0].startswith(MAY_BE_OF_ONESELF))
        and not _may_be_of_oneself(title, other)
        and not _may_be_letter_of_faults(document, title, other)
        and not (FORM.search(title) and PARTY.search(normalised(_ends(document))))
        and not (other[0].startswith(SAY_LITTLE) and _examines_oneself(document, chapters))
    ):
        return f"标题是“{other[0]}”一类，不是对照检查材料"
    is_named = tail is not None and is_own and (other is not None or _is_short(tail))
    # 别让对照检查变成“对照抄袭” stands above a comment.
    is_named = is_named and (is_plain or bool(document.title))
    if is_named and not weigh(AGAINST_IN_TITLE, title):
        return ""
    why = _why_not_by_weight(document, title, chapters, points)
    return f"标题是“{other[0]}”一类，不是对照检查材料" if why and other else why


def _short_first_line(document: Document) -> str:
    """The first line where it may be a title that was not read as one: short, without a number or a mark."""
    found = FIRST_LINE.match(document.text, *document.span)
    return found[1] if found and not NUMBERED.match(found[1]) else ""


def _is_short(tail: str) -> bool:
    # 对照检查材料问题部分的五个层次 is about statements; 在查摆问题推进会上 names an occasion.
    return len(tail) <= LONGEST_TAIL and "的" not in tail and not OCCASION.search(tail)


def _may_be_of_oneself(title: str, other: re.Match[str]) -> bool:
    # 安检口的反思 and 《背影》教学反思 are told apart by their texts alone.
    if SPEECH_WRITTEN_DOWN.search(title):
        return True
    if BARE.fullmatch(title) or CONFESSION.fullmatch(title):
        return True
    if ABOUT_ME.search(title) or TO_MEND.search(title):
        return True
    if other[0].startswith("要点") and "发言" in title:
        return True
    return other[0].startswith("反思") or (
        other[0].startswith(MAY_BE_OF_ONESELF)
        and FAULT_IN_TITLE.search(title) is not None
        and (ONESELF_IN_TITLE.search(title) is not None or "自查" in title)
    )


def _may_be_letter_of_faults(document: Document, title: str, other: re.Match[str]) -> bool:
    if not other[0].startswith(LETTERS) or OTHER_LETTERS.search(title):
        return False
    text = normalised(_ends(document))
    if chapters_of_other_papers(text):
        return False
    if ENDS_AS_CONFESSION.search(title):
        return True
    if not (TO_PARTY.search(title) or PARTY.search(text)):
        return False
    return other[0].startswith("检讨") or tells_own_faults(text)


def _goes_through_faults(found: dict[str, float]) -> bool:
    """Whether a text tells of several faults and measures, and nearly all speaks for a statement."""
    return (
        min(found["labelled problems"], found["problems of one's own"]) >= SEVERAL_FAULTS
        and found["labelled measures"] >= SEVERAL_MEASURES
        and weight_of(found) > SURELY_ONE
    )


def _examines_oneself(document: Document, chapters: Sequence[Chapter]) -> bool:
    """Whether the writer speaks, the first chapter is announced as problems, and later ones as causes and measures."""
    announced = [each.kinds for each in chapters if each.is_announced]
    return (
        len(announced) >= len(CHAIN)
        and ChapterKind.PROBLEMS in announced[0]
        and CHAIN.issubset(kind for kinds in announced for kind in kinds)
        and ONESELF.search(_ends(document)) is not None
    )


def _name(title: str) -> re.Match[str] | None:
    """The last name of a statement in a title."""
    if "自查" in title and CHECK_OF_THINGS.weight_in(title):
        return None
    found = later = NAMES_OF_STATEMENTS.search(title)
    # Names overlap: 个人检视 and 检视问题 in 个人检视问题清单.
    while later := later and NAMES_OF_STATEMENTS.search(title, later.start() + 1):
        found = later
    return found or SPEECH_OF_ONESELF.search(title) or REPORT_OF_ONESELF.search(title)


def _is_report_of_oneself(title: str, name: re.Match[str], other: re.Match[str]) -> bool:
    # 党性分析报告 ends as 分析报告 does, 问题整改清单 as 清单; 查摆问题清单 is one list of both.
    return (
        name.end() > other.start()
        or (
            other[0].startswith(("意见", "清单", "登记表", "台账", "方案"))
            and BETWEEN_NAMES.fullmatch(title, name.end(), other.start()) is not None
        )
        or (other[0].startswith(("批评意见", "说明")) and AND.match(title, name.end()) is not None)
        or REPORT_OF_ONESELF.search(title) is not None
    )


def _why_not_by_weight(
    document: Document, title: str, chapters: Sequence[Chapter], points: Sequence[Point]
) -> str:
    """The same for a text that its title does not decide: all that speaks for it and against it is weighed."""
    text = normalised(_ends(document))
    if len(LATIN.findall(text)) * 4 > len(text):
        return "多半是程序或数据，看来不是对照检查材料"
    found, kind = traits(title, text, chapters)
    announced = ANNOUNCED.search(text[:OPENING]) is not None
    if announced and not (found["against"] or found["title against"]):
        return ""
    is_confession = CONFESSION.fullmatch(title) or ENDS_AS_CONFESSION.search(title)
    is_doubtful = FORM.search(title) or (is_confession and not PARTY.search(text))
    if is_doubtful and not _goes_through_faults(found):
        return "没有写到党组织或党员身份，看来不是对照检查材料"
    # A pupil's letter, and what a company says of its trade, may have all else that a statement has.
    is_of_trade = title and found["impersonal"] and not found["title examines"]
    told = found["faults"] or found["labelled problems"]
    is_empty = not (announced or told or found["title examines"]) or (
        bool(found["private"])
        and bool((kind == PUPILS and not TEACHERS.search(title)) or is_of_trade)
    )
    if not is_empty and weight_of(found) > 0:
        return ""
    if kind:
        return f"写法像{kind}，看来不是对照检查材料"
    return _what_is_missing(chapters, points, bool(found["faults"]))


def _ends(document: Document) -> str:
    """The text of a document, without the middle of a long one."""
    start, end = document.span
    if end - start <= FIRST + LAST:
        return document.text[start:end]
    return document.text[start : start + FIRST] + "\n" + document.text[end - LAST : end]


def _what_is_missing(chapters: Sequence[Chapter], points: Sequence[Point], has_faults: bool) -> str:
    """The reason against a text that has too little of a statement."""
    if not CHAIN.intersection(kind for chapter in chapters for kind in chapter.kinds):
        return "没有找到查摆问题、原因剖析或整改措施，看来不是对照检查材料"
    if not points:
        return "标题和各部分都没有查摆出问题、原因或措施，看来不是对照检查材料"
    if not has_faults:
        return "没有一处说的是不足，看来不是对照检查材料"
    return "没有看出是在查摆自己的问题，看来不是对照检查材料"
