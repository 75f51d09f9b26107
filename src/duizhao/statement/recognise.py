"""Recognises statements, and the reasons why news, rules, plans, reports or poems are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.document import Document
from duizhao.paper_names import NOT_OF_ONESELF, STATEMENT_NAMES
from duizhao.profiles import ChapterKind, normalised
from duizhao.statement.kinds import is_deficient
from duizhao.statement.model import Chapter
from duizhao.statement.points import Point
from duizhao.text.pattern import LazyPattern

NAMES_OF_STATEMENTS = re.compile(f"(?<!{'|'.join(NOT_OF_ONESELF)})(?:{'|'.join(STATEMENT_NAMES)})")
SPEECH_OF_ONESELF = LazyPattern(
    "生活会.{0,6}发言(?:提纲|材料|稿)|"
    "^(?!.*(?:座谈|研讨|交流|调研|经验|表态|动员|点评|主持|推介|中心组)).*发言提纲"
)
NAMES_OF_OTHERS = re.compile(
    "(?:通知|通报|方案|计划|要点|办法|条例|规定|规则|细则|意见|总结|汇报|主持词|讲话|致辞|简报|纪要|记录|心得体会|体会|申请书|倡议书|"
    "公告|公示|制度|预案|合同|须知|新闻稿|报道|议程|安排|工作报告|情况报告|述职报告|调研报告|批评意见|台账|通稿|函|综述|感想|党课|讲稿|诗)"
    r"(?:[（(].{0,20}[）)])?$"
)
STATEMENT_BY_ENDING = LazyPattern(
    "(?:对照检查|对照检视|检视剖析|党性分析)(?:情况)?的?(?:报告|汇报|总结)(?:[（(].{0,20}[）)])?$"
)
STATEMENT_OPENING = LazyPattern(r"(?:检查|剖析|检视|自查|分析|查摆).{0,12}如下")
NEWS_OPENING = LazyPattern("(?:本报|本网|本台|记者|讯[（(]|新华社|通讯员)")


def why_not_a_statement(
    document: Document, chapters: Sequence[Chapter], points: Sequence[Point]
) -> str:
    """The reason why a document is no statement, in words for the user; empty if it is one."""
    title = "".join(map(document.of, document.title))
    opening = document.of(document.preamble[0].span)[-60:] if document.preamble else ""
    named = NAMES_OF_STATEMENTS.search(title) is not None
    if not named:
        title = normalised(title)
        named = any(names.search(title) for names in (NAMES_OF_STATEMENTS, SPEECH_OF_ONESELF))
    other = NAMES_OF_OTHERS.search(title)
    if other and not (named and _is_report_of_oneself(title, other[0])):
        return f"标题是“{other[0]}”一类，不是对照检查材料"
    if named or STATEMENT_OPENING.search(opening):
        return ""
    if NEWS_OPENING.search(document.text[document.span.start : document.span.start + 120]):
        return "开头是新闻报道的写法，不是对照检查材料"
    return _without_name(document, chapters, points)


def _is_report_of_oneself(title: str, ending: str) -> bool:
    return ending in ("报告", "意见") or STATEMENT_BY_ENDING.search(title) is not None


def _without_name(document: Document, chapters: Sequence[Chapter], points: Sequence[Point]) -> str:
    """The same for a text without the name of a statement: it must have chapters and faults."""
    found = {kind for chapter in chapters for kind in chapter.kinds}
    if not found.intersection((ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)):
        return "没有找到查摆问题、原因剖析或整改措施，看来不是对照检查材料"
    if not points:
        return "标题和各部分都没有查摆出问题、原因或措施，看来不是对照检查材料"
    faults = [point for point in points[:200] if point.kind is ChapterKind.PROBLEMS]
    if faults and not any(is_deficient(document.of(point.span)) for point in faults):
        return "没有一处说的是不足，看来不是对照检查材料"
    return ""
