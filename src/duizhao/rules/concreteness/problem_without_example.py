from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Problem
from duizhao.statement.facts.plain_clauses import shows_scene
from duizhao.text.pattern import LazyPattern

ONCE = LazyPattern(
    "一个(?:冬天|夏天|学期|季度|星期|礼拜|多月|半月|晚上|钟头)|一[次回趟户座箱封笔台辆夜晚包桶袋车宿]|有[位户家](?!庭)|有天|有个(?!别|性|人)|那[天次年回晚]|当晚"
    # What nobody did is conduct, though the sentence leaves out 我: 没有当场指出, 没有退，也没有登记.
    "|没有?(?:再|当场|当面|人|去)?(?:问|看过|退|登记|指出|过问|制止|去过|到场|上报|查过|吭声|核对|通知|公示|开票|签字|还|教|接|告诉|告知"
    "|锁|贴(?!近|合)|换|送|带去|拿(?![出下捏]))"
    # When it came out, or how it stands: 第二天才发现, 坏了半年, 钥匙挂在门后, 屋里堆满了米.
    "|才(?:发现|知道|晓得|想起|看见|听说)|第[二三]天|[一二三四五六七八九十两]点(?:[一二三四五]?十|钟|半)(?!左右开)"
    "|[坏停断锁漏丢垮塌裂欠晾封]了[一二三四五六七八九十两半几大好]+个?多?(?:年|月|天|周|星期|小时|冬天|夏天)"
    "|[堆挤塞贴挂摆装]满了|[挂堆锁停贴晾扔丢塞搁摞](?:在|到|进)(?!一起抓|后)(?![^，。]{0,5}(?:[嘴口心脑]|表面|墙|首位|位置|层面|纸|会议|形式|第[一二]|前[面头列]|后面))"
    # What somebody said or wrote: 问“到底交多少”, 只有一句“按规定办”.
    "|(?:[说问喊吼骂]|[回写]了?|一[句条])[^，。；“]{0,3}“(?=[^”]{3})(?!有待|不够)"
    "|混在一[个只张]|把[^，。；]{1,16}[写记填抄认打][成错了](?!政绩|任务)"
)
# 一是我…, 一是作为书记我…: within so many characters of the claim, 我 is its subject.
SUBJECT_WITHIN = 5


@rule(
    "DZ401",
    on=Problem,
    severity=Severity.HINT,
    source="第一批党的群众路线教育实践活动中央督导组工作报道（2014年2月）",
    strength=Strength.PRACTICE,
    criteria=("B2",),
)
def problem_without_example(problem: Problem, reading: Reading) -> Iterable[Hit]:
    """问题没有举例"""
    # A fact shows a problem as well as an example, and so does what the author did, with or without 比如.
    if problem.example or problem.facts or _shows_conduct(problem, reading):
        return ()
    hit = Hit(
        problem.claim,
        "这个问题没有举例。",
        asks=f"能举一件事吗？哪项工作，什么时候，{reading.oneself}当时怎么想、怎么做？",
    )
    return (hit,)


def _shows_conduct(problem: Problem, reading: Reading) -> bool:
    """True if the problem describes conduct: …，我没有制止, 有一次…. A subject 我 at its beginning is not enough."""
    behind = problem.claim.start + SUBJECT_WITHIN
    return (
        any(word.start > behind for word in problem.first_person)
        or bool(ONCE.search(reading.text, behind, problem.span.end))
        or shows_scene(reading.text, problem.claim.start, problem.span.end)
    )
