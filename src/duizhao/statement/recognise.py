"""Recognises statements, and the reasons why news, rules, plans, reports or poems are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from duizhao.document import Document
from duizhao.paper_names import NOT_OF_ONESELF, STATEMENT_NAMES
from duizhao.profiles import ChapterKind, normalised
from duizhao.statement.evidence import (
    AGAINST_IN_BODY,
    AGAINST_IN_TITLE,
    ANNOUNCED,
    ANOTHER,
    CHECK_OF_THINGS,
    END_OF_OTHER_TITLE,
    FORMAL_SELF,
    IN_BODY,
    IN_OPENING,
    IN_TITLE,
    ONESELF,
    PARTY_LIFE,
    TEAM,
    UNIT,
    heaviest,
    weigh,
)
from duizhao.statement.faults import is_deficient
from duizhao.statement.kinds import kinds
from duizhao.statement.model import Chapter
from duizhao.statement.points import Point
from duizhao.text.pattern import LazyPattern

NAMES_OF_STATEMENTS = re.compile(f"(?<!{'|'.join(NOT_OF_ONESELF)})(?:{'|'.join(STATEMENT_NAMES)})")
SPEECH_OF_ONESELF = LazyPattern(
    "生活会.{0,6}发言(?:提纲|材料|稿)|生活会(?:上)?的?(?:个人)?发言|"
    "^(?!.*(?:座谈|研讨|交流|调研|经验|表态|动员|点评|主持|推介|中心组)).*发言提纲"
)
REPORT_OF_ONESELF = LazyPattern(
    "(?:对照检查|对照检视|检视剖析|党性分析|述责述廉)(?:情况)?的?(?:报告|汇报|总结)(?:[（(].{0,20}[）)])?$|"
    "自查(?:自纠)?情况的?(?:报告|说明)$|巡[视察](?:反馈(?:意见|问题)?)?整改.{0,8}报告(?:[（(].{0,20}[）)])?$"
)
# What stands behind a name in most titles.
PLAIN_ENDS = {"", "材料", "发言材料", "发言提纲", "发言", "提纲"}
ENOUGH = 5
"""The weight of evidence that makes a text without a name a statement. Other weights stand in `evidence`."""
UNTITLED, UNNAMED, IMPERSONAL, PRIVATE = 2, -2, -3, -3
DIALOGUE = 4  # where lines begin with the same name again and again
ABOUT_ANOTHER = 4  # where 他 and 她 outnumber 我 by far
MAX_OWN = 3  # faults of the writer that count, one each
WEIGHED = 3_000  # characters: a text shows on its first pages what it is
NEARLY_A_NAME = 3  # the weight of a title with words as 检视 or 自我批评
OPENING = 400  # characters
ONESELF_ONCE_IN = 1_000  # characters: a longer text of one's own says so more often
CLAUSE = re.compile("[^。！？!?；;\n]+")
SPEAKER = LazyPattern("(?m)^([\u4e00-\u9fff]{1,3})：")
LATIN = re.compile("[A-Za-z]")
CHAIN = {ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES}


def why_not_a_statement(
    document: Document, chapters: Sequence[Chapter], points: Sequence[Point]
) -> str:
    """The reason why a document is no statement, in words for the user; empty if it is one."""
    title = "".join(map(document.of, document.title))
    name = _name(title)
    if not name:
        title = normalised(title)
        name = _name(title)
    is_plain = name is not None and title[name.end() :] in PLAIN_ENDS
    other = None if is_plain else END_OF_OTHER_TITLE.search(title)
    if other and not (name and _is_report_of_oneself(title, name, other)):
        return f"标题是“{other[0]}”一类，不是对照检查材料"
    if name and not weigh(AGAINST_IN_TITLE, title):
        return ""
    return _why_not_by_weight(document, title, chapters, points)


def _name(title: str) -> re.Match[str] | None:
    """The last name of a statement in a title."""
    if "自查" in title and CHECK_OF_THINGS.weight_in(title):
        return None
    *_, found = [None, *NAMES_OF_STATEMENTS.finditer(title)]
    return found or SPEECH_OF_ONESELF.search(title) or REPORT_OF_ONESELF.search(title)


def _is_report_of_oneself(title: str, name: re.Match[str], other: re.Match[str]) -> bool:
    # 党性分析报告 ends as 分析报告 does, 问题整改清单 as 清单; 查摆问题清单 is one list of both.
    return (
        name.end() > other.start()
        or (other[0].startswith(("意见", "清单", "登记表")) and name.end() == other.start())
        or REPORT_OF_ONESELF.search(title) is not None
    )


def _why_not_by_weight(
    document: Document, title: str, chapters: Sequence[Chapter], points: Sequence[Point]
) -> str:
    """The same for a text without the name of a statement: all that speaks for it and against it is weighed."""
    start = document.span.start
    text = normalised(document.text[start : min(document.span.end, start + WEIGHED)])
    against, kind = _against(title, text)
    faults = len(list(islice(filter(is_deficient, CLAUSE.findall(text)), MAX_OWN)))
    is_empty = not (faults or weigh(IN_TITLE, title) or ANNOUNCED.weight_in(text[:OPENING]))
    if len(LATIN.findall(text)) * 4 > len(text):
        return "多半是程序或数据，看来不是对照检查材料"
    if not is_empty and _weight_for(title, text, faults, chapters) >= ENOUGH + against:
        return ""
    if kind:
        return f"写法像{kind}，看来不是对照检查材料"
    return _what_is_missing(chapters, points, faults)


def _against(title: str, text: str) -> tuple[int, str]:
    """The weight of what speaks against a statement, and the kind of text that it speaks for."""
    by_title, in_title = heaviest(AGAINST_IN_TITLE, title)
    by_text, in_text = heaviest(AGAINST_IN_BODY, text)
    kind = in_title or in_text
    others = len(ANOTHER.findall(text))
    speakers = Counter(SPEAKER.findall(text))
    if others > max(2, 2 * len(ONESELF.findall(text))):
        by_text, kind = by_text + ABOUT_ANOTHER, kind or "写别人的材料"
    elif kind != "问答" and any(n > 2 and not kinds(name) for name, n in speakers.items()):
        by_text, kind = by_text + DIALOGUE, kind or "对话"
    if weigh(IN_TITLE, title) >= NEARLY_A_NAME:
        # What examines itself in its title may well quote, report or narrate.
        by_text = min(by_text, NEARLY_A_NAME)
    return by_title + by_text, kind


def _weight_for(title: str, text: str, faults: int, chapters: Sequence[Chapter]) -> int:
    """The weight of what speaks for a statement."""
    announced = len(
        CHAIN.intersection(
            kind for chapter in chapters if chapter.section for kind in chapter.kinds
        )
    )
    named = weigh(IN_TITLE, title) or (UNNAMED if title else UNTITLED)
    opening = weigh(IN_OPENING, text[:OPENING])
    # Two chapters of a statement, or the words that announce one, weigh as much as a person's own voice.
    is_formal = announced > 1 or opening >= ANNOUNCED.weight
    is_of_team = (is_formal or named > UNTITLED) and TEAM.search(text) is not None
    oneself = len(ONESELF.findall(text))
    if oneself <= len(text) // ONESELF_ONCE_IN:
        oneself = int(is_of_team)
    own = min(oneself, faults, MAX_OWN)
    may_be_short = is_formal and len(text) < ONESELF_ONCE_IN and not UNIT.search(text)
    is_named = oneself and named >= NEARLY_A_NAME
    voice = 0 if own or is_named or may_be_short else IMPERSONAL
    if not oneself and not is_formal:
        opening = 0
    life = PARTY_LIFE.weight_in(text)
    is_private = not (life or is_formal or FORMAL_SELF.weight_in(text))
    if is_private and named <= UNTITLED:
        life = PRIVATE
    return named + opening + own + voice + life + announced + weigh(IN_BODY, text)


def _what_is_missing(chapters: Sequence[Chapter], points: Sequence[Point], faults: int) -> str:
    """The reason against a text that has too little of a statement."""
    if not CHAIN.intersection(kind for chapter in chapters for kind in chapter.kinds):
        return "没有找到查摆问题、原因剖析或整改措施，看来不是对照检查材料"
    if not points:
        return "标题和各部分都没有查摆出问题、原因或措施，看来不是对照检查材料"
    if not faults:
        return "没有一处说的是不足，看来不是对照检查材料"
    return "没有看出是在查摆自己的问题，看来不是对照检查材料"
