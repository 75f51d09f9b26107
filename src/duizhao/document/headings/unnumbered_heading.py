"""Headings without a number: short lines such as 存在的主要问题 or 整改措施."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from duizhao.document.headings.question_headings import QUESTIONS_OF_CAUSES, QUESTIONS_OF_MEASURES
from duizhao.document.headings.title_words import heads_part
from duizhao.document.lines import Line, trim
from duizhao.document.nodes import Heading, NumberStyle
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LONGEST_HEADING = 24
IN_TEXT = NumberStyle.ORDINAL.level
BRACKETS = frozenset("【［[")
SIGNS = "■●◆▲★☆◎※►▶□○◇•"
SIGNS_OF_POINTS = frozenset(f"{SIGNS}—–-▪√◦")
"""What stands ahead of the points of a list without numbers."""
# On both sides of a title alone: one stands before what was said, or before a subtitle.
DASHES = "—-－=＝~～*"
DECORATIONS = BRACKETS | frozenset(SIGNS)
HEADING_ENDINGS = frozenset(
    f"】］]{SIGNS}{DASHES}题題因析措施向案例项項况況足算距源面病点根子法做办改来里儿样摆视现篇么？?：:"
)
LEADS = "如下"
ATTACHED = LazyPattern("附[ 　]*件?[ 　]*[0-9一二三四五]{0,2}[ 　]*[：:][ 　]*(?=[^0-9 　])")
_COUNT = "[ 　]?[0-9一二三四五六七八九十]{1,2}"
COUNTED_PROBLEM = LazyPattern(
    f"问题{_COUNT}[：:]?|第[一二三四五六七八九十]个问题[：:]?|(?:问题)?(?:序号|编号)[：:]?{_COUNT}"
)
BEHIND_NAME = frozenset("。：:（(1１一\r\n 　")
_KEYWORDS = (
    "问题|問題|不足|差距|原因|根源|症结|措施|举措|对策|短板|方向|打算|典型案例|有关事项|整改落实|整改情况|"
    "整改清单|落实情况|落實情況|完成情况|基本情况|基本情況"
)
_WORDS = (
    f"{_KEYWORDS}|存在|产生|產生|形成|造成|导致|主要|突出|自身|个人|個人|本人|班子|领导班子|查摆|查找|检视|檢視|"
    "对照检查|对照|对标|分析|剖析|清单|弱项|思想|深层次|深刻|今后|今後|下一步|下步|努力|整改|改进|改進|思路|目标|上一?年度?|去年|年度|"
    "民主生活会|组织生活会|找出|查出|发现|出|提升|(?:我|自己)?身上|这些|上述|以上|反面|案例|有关|事项|说明|說明|报告|重点|任务|20[0-9]{2}年度?|几个?|方面|工作|情况|情況|意见|建议|"
    "征求|的|及|其|和|与|與|、|以及|会前|上"
)


@cache
def _chapter() -> re.Pattern[str]:
    return re.compile(
        f"(?=.*(?:{_KEYWORDS}))(?!.*报告$)(?:{_WORDS})++篇?(?:如下(?:，(?:序号|次序|顺序|编号)[^，。：:]{{2,12}})?[：:])?[：:]?"
        f"|(?:{QUESTIONS_OF_CAUSES}|{QUESTIONS_OF_MEASURES})[？?]?"
        "|(?:对照|自我|对标)?(?:查摆|检视|剖析)|党性(?:剖析|分析)|(?:检视|对照)(?:剖析|查摆)"
        "|(?:改进|整改|努力)方面[：:]?|(?:主要|具体|突出|问题)的?表现|(?:整改|改进|改正)[：:]?"
        "|(?:(?:我|本人|自己)?(?:身上)?的?(?:毛病|缺点)|(?:病根|根子)(?:在哪里?)?|改法)[：:]?"
    )


@cache
def _aspect() -> re.Pattern[str]:
    # 具体表现在以下方面： leads in, and names none.
    return re.compile(
        r"(?!.*(?:[以如]下|下列|几个|这些|[二两三四五六]个)方面)(?:在|对照)?[\u4e00-\u9fff、“”]{4,18}方面[：:]?"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        "(?:是|在|从|就|关于|对照)?[\\u4e00-\\u9fff、“”]{2,34}方面(?:(?:存在|查摆)?的?(?:主要|突出)?(?:问题|不足|差距))?"
    )


def names_part(label: str) -> bool:
    """Whether a label behind a number names a chapter or what is examined, and claims nothing."""
    words = "".join(label.split())
    return _part().fullmatch(words) is not None or _chapter().fullmatch(words) is not None


def unnumbered_heading(text: str, start: int, end: int) -> Heading | None:
    """The line `text[start:end]` as an unnumbered heading; None if it is not one."""
    first, stop = undecorated(text, start, end)
    words = "".join(text[first:stop].split())
    if words[1:2] == "篇" and words[0] in "上中下":
        words = words[2:].lstrip("：:、")
    if _chapter().fullmatch(words):
        level = 1
    elif _aspect().fullmatch(words):
        level = 2
    else:
        return None
    stop = stop - 1 if text[stop - 1] in "：:" else stop
    return Heading(Span(start, end), None, Span(first, stop), level)


def markdown_heading(text: str, start: int, end: int) -> Heading | None:
    """A line behind the mark of a Markdown heading below the title: ## 整改."""
    if start < 3 or text[start - 1] != " " or text[start - 3 : start - 1] != "##":
        return None
    marks = 2 + (text[start - 4 : start - 3] == "#")
    return Heading(Span(start, end), None, Span(start, end), marks - 1)


def attached_part(text: str, start: int, end: int) -> Heading | None:
    """The line that heads an attachment with a part of the statement: 附件：整改清单."""
    if text[start] != "附" or end - start > LONGEST_HEADING or text[end - 1] in "。；，：:":
        return None
    found = ATTACHED.match(text, start, end)
    if found is None or not heads_part(text[found.end() : end]):
        return None
    return Heading(Span(start, end), None, Span(found.end(), end), 1)


def counted_problem(text: str, start: int, end: int) -> Heading | None:
    """The line 问题一 or 问题2： above the text of this problem; None for any other line."""
    if text[start] not in "问序编第" or COUNTED_PROBLEM.fullmatch(text, start, end) is None:
        return None
    return Heading(Span(start, end), None, Span(start, end - (text[end - 1] in "：:")), 1)


def undecorated(text: str, start: int, end: int) -> Line:
    """A line without signs before or around its words, or brackets around them: ■ 存在的问题, ★问题★, 【整改措施】."""
    if text[start] in DASHES and text[end - 1] in DASHES:
        return _stripped(text, start, end, DASHES)
    if text[start] not in DECORATIONS:
        return start, end
    if text[start] in SIGNS:
        return _stripped(text, start, end, SIGNS)
    closed = text[end - 1] in "】］]"
    return trim(text, start + 1, end - 1) if closed else (start, end)


def _stripped(text: str, start: int, end: int, signs: str) -> Line:
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return trim(text, start, end)


@cache
def _chapter_name() -> re.Pattern[str]:
    return re.compile(f"(?:{_WORDS})++")


def names_chapter(text: str, start: int, end: int) -> bool:
    """Whether the text at `start` begins with the name of a chapter, up to a stop or the next marker."""
    found = _chapter_name().match(text, start, min(end, start + LONGEST_HEADING))
    return (
        found is not None
        and text[found.end() : found.end() + 1] in BEHIND_NAME
        and _chapter().fullmatch(found[0]) is not None
    )


def true_levels(text: str, headings: Sequence[Heading]) -> dict[Heading, Heading]:
    """The headings whose level depends on those above, each with its true level.

    An unnumbered heading is below a numbered one if it recurs, or if it ends in a colon and leads in to no list.
    第一，…方面 is one level below what stands above, and A. below Ⅰ、.
    """
    if all(heading.marker and heading.level != IN_TEXT for heading in headings):
        return {}
    times = Counter(heading.title.of(text) for heading in headings if heading.marker is None)
    changed: dict[Heading, Heading] = {}
    numbered = above = ordinals = 0
    styles: list[NumberStyle] = []
    for at, heading in enumerate(headings):
        level = heading.level
        if heading.marker is None:
            title = heading.title.of(text)
            recurs = times[title] > 1
            labels = numbered and text[heading.span.end - 1] in "：:" and LEADS not in title
            if level == 1 and COUNTED_PROBLEM.fullmatch(text, *heading.span):
                level = numbered + 1 if numbered < NumberStyle.POINT.level else 1
            elif level == 1 and (recurs or (labels and not _opens(headings, at, numbered))):
                level = numbered + 1
        elif level == IN_TEXT:
            style = heading.marker.style
            if style in styles:
                del styles[styles.index(style) + 1 :]
            elif heading.marker.number == 1 or not styles:
                styles.append(style)
            if not ordinals or (heading.marker.number == 1 and len(styles) == 1):
                ordinals = above + 1
            level = numbered = ordinals + len(styles) - 1
        else:
            numbered = level
            if level < ordinals:
                ordinals = 0
                styles.clear()
        if level == heading.level:
            above = level
        else:
            changed[heading] = replace(heading, level=level)
    return changed


def _opens(headings: Sequence[Heading], at: int, numbered: int) -> bool:
    """Whether the numbers begin anew behind an unnumbered heading, at the level of those above it or higher."""
    following = headings[at + 1] if at + 1 < len(headings) else None
    if following is None or following.marker is None:
        return False
    return following.marker.number == 1 and following.level <= numbered
