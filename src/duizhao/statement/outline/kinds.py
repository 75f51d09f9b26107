"""The kinds of chapters that the words of a heading announce."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from duizhao.document.headings.question_headings import QUESTIONS_OF_CAUSES, QUESTIONS_OF_MEASURES
from duizhao.document.headings.title_words import SURE, headed_by
from duizhao.profiles import ChapterKind, normalised
from duizhao.statement.faults import is_deficient
from duizhao.text.pattern import LazyPattern

# 问题 as the object of a cause or measure announces no problems: “产生问题的原因”, “问题的整改措施”.
PROBLEMS_AS_OBJECT = LazyPattern(
    r"(?:产生|造成|导致|形成|存在|出现|针对|对)?[^、和及与，]{0,8}问题(?:的?(?:产生|形成|存在))?的?"
    r"(?=(?:主要|深层次?|思想|根本|主观)*(?:原因|根源|成因|整改|改进|解决)|(?<=问题的)(?:深刻|党性|自我)?(?:剖析|分析)$)"
)
# 检视剖析的主要问题, 需要整改的问题 announce problems alone.
DONE_TO_PROBLEMS = LazyPattern(
    "(?:剖析|分析|整改|改进|解决)(?:出来?|发现)?(?:存在)?的?(?=(?:存在的?)?(?:主要|突出|重点)?(?:问题|不足|差距)$)"
)
# 对照反馈意见，我的问题是: what stands before the comma is only what one looks at.
LOOKED_AT = LazyPattern(
    "^(?:对照|根据|针对|结合|围绕|按照)[^，]*，(?=.*(?:问题|不足|差距|原因|根源|措施|打算))"
)
COUNTED = LazyPattern("^[第其][一二三四五六七八九十](?:块|条|点|方面)?，")
EXAMINED_CAUSES = LazyPattern("(原因|根源|成因|症结)(?:检视|查摆|检查)")
# A title without “and” is of the kind of its last noun: 工作中问题反复出现的深层原因.
LAST_NOUN = LazyPattern(
    "[^和及与、，暨并]*?(?:(原因|根源|成因|症结)(?:剖析|分析|查找|检视)?|(措施|对策|举措|办法|打算))"
)
SINGLE_KINDS = (
    (ChapterKind.OTHER, LazyPattern(
        "(?:对|给|向)(?!我)[^，。]{1,10}的?(?:批评|意见)(?:意见|建议)?$|(?:相|互)互?(?:间的?)?批评|批评(?:的?态度|他人|别人|同志|[与和及]帮助)|^(?:个人|最后)?(?:表个?态|结束语|结语|的话)$|^[^，。]{0,4}(?:心里话|题外话|写在[前最]面?后?|想说的话|说几句)$|^(?:我)?对[^，。]{2,10}的(?:态度|认识)$|^(?:关于|对于?)[^，。]{2,16}(?:问题|意见)的(?:认识|态度)$|^(?:认识[与和及]态度|态度[与和及]认识)$|^请[^，。]{0,6}(?:批评|监督|指正|帮助)$"
        "|^(?:[^，。]{0,4}(?:支部|支委会?|党小组|党委|党组|组织)(?:审核|评议|评定|鉴定|考察)?|审核|审查|审阅|评议)意见$|^民主(?:评议|测评)(?:情况|结果)$")),
    (ChapterKind.LAST_YEAR, LazyPattern(
        "^(?:去年|上回|上次|上年)[^，。]{0,6}(?:承诺|的账|说的|答应|销号)[^，。]{0,6}$|^[^，。题]{0,6}边[查巡学审][^，。]{0,2}边整?改[^，。]{0,4}(?:情况|进展)$|"
        r"(?:巡[视察]|审计|督[查导]|上级|反馈).{0,16}整改.{0,4}(?:情况|进展)|整改“?回头看|(?:上年|上一?年度|去年|上一?次|上回|前一?次|以往|往年|20\d\d年|主题教育).{0,22}(?:整改(?!措施$|方向)|落实|兑现|做到|销[号账]|清账|改得)|整改(?:措施|任务|问题)?(?:落实|完成)情况")),
    (ChapterKind.CASE, LazyPattern(
        "^(?!.*(?:自己|自身|怎么|怎样|如何|措施|举措|打算|整改|每[天周月季年]))(?!(?:对照|联系|以案).*(?:[查找寻]|检视|反思|对照)[^，。]{0,8}(?:问题|不足|差距|短板)$)"
        "(?:.*(?:案例|典型(?:问题|事例|案件|剖析)|违[纪法][^，。]{0,4}案件|以案(?:促|说|为|明))|对[^，。]{1,4}案的?剖析|[从由][^，。]{0,4}案[^，。]{0,2}[说谈]起|案件?[^，。]{0,6}(?:教训|警示|启示)$|^(?:教训)?警示$)")),
    (ChapterKind.MATTERS, LazyPattern(
        "有关事项|重大事项|个人事项|(?:反映|提到)[^，。]{0,6}问题的?说明|需要说明|函询|说明的(?:问题|情况|事项)|(?:(?:还|另|其他|有没有|有无|需)[^，。]{0,5}向(?:党?组织|支部|党委)|还有?[^，。]{0,4}要)[^，。]{0,2}(?:说明|报告|交代)的?(?:事项?|事情|情况)?[？?]?$|有关问题的?说明|(?:问题|事项|情况)的?交代|交代的(?:问题|事项)"
        "|^(?:个人|家庭|家事)(?:重大|有关)?(?:事项|变化|情况报告|报告)$")),
)  # fmt: skip
COMBINABLE_KINDS = (
    (
        ChapterKind.OPINIONS,
        LazyPattern(
            r"(?:征求|征集|收集|梳理).{0,8}意见|意见建议|听取.{0,8}意见|反馈.{0,4}意见|"
            "(?:群众|职工|大家|党员|同志们?|各方面?|谈话)[^，。]{0,4}(?:反映|提|收)[到]?[出的]?[^，。]{0,6}意见|^(?:大家|同志们?|群众|听来|收到)的意见$|意见(?:摘录|汇总|摘要|归纳)$"
        ),
    ),
    (
        ChapterKind.PROBLEMS,
        LazyPattern(
            r"问题|不足|差距|查摆|短板|薄弱环节|存在的?偏差|偏差(?:的?表现|$)|自查(?:自纠)?(?:情况|事项|结果)|对照检查|自我检查|检视(?!剖析)|(?:突出|具体|主要|集中)表现"
        ),
    ),
    (ChapterKind.CAUSES, LazyPattern(r"原因|根源|成因|剖析|症结")),
    (
        ChapterKind.MEASURES,
        LazyPattern(r"措施|举措|整改|努力(?:的|和)?方向|改进|今后|下一?步|打算|方向|对策"),
    ),
)
# The questions that head chapters without a number as well: 问题出在哪里, 怎么改.
QUESTIONS = (
    (ChapterKind.CAUSES, LazyPattern(f"(?:{QUESTIONS_OF_CAUSES})[？?]?")),
    (ChapterKind.MEASURES, LazyPattern(f"(?:{QUESTIONS_OF_MEASURES})[？?]?")),
)
STATUS_WORDS = LazyPattern(
    r"基本情况|(?:主要|总体|工作|学习|思想|履职|准备|谈心|谈话|开展|执行|遵守|落实|活动|廉洁|自律|尽责|义务|职责|责任|精神).{0,6}(?:情况|回顾|概况)"
    r"|^思想认识$|^(?:我的)?(?:优点|长处)(?:方面)?$|^(?:履职述廉|履职尽责|我的情况|我是谁|分管工作|[办做]成的事|工作小结|(?:一年来?|这一年|今年)[我所]?[^，。]{0,3}[做干][^，。]{0,4}|[^，。]{0,8}一年来的?工作)$|做法|成效|成绩|收获|亮点|体会"
)
# Chapters that show how things stand: the faults, if their text names some.
PRESENT_STATE = LazyPattern("现状|审视|画像|自我(?:认识|评价|检点)|真实情况|得怎么样$")
RESOLVE = LazyPattern(
    "(?:要|以|从|在.{0,12}(?:上|中|方面)，?)?(?:进一步|不断|切实|持续|全面|深入|着力|大力|带头|努力|主动|坚决)*"
    "(?:加强|强化|提高|提升|坚持|深化|增强|严格|完善|改进|树牢|树立|坚定|筑牢|锤炼|聚焦|发扬|弘扬|敢于|勇于|狠抓|抓好|"
    "建立|健全|转变|改善|学习|严守|遵守|坚守|牢记|夯实|压实|落实|注重|做好|做到|做|当好|突出|优化|补齐|拓宽|创新|密切|践行|"
    "克服|扛起|履行|推动|立足|保持|自觉|常|勤|多|把|制定|用好|管好|练|严|深|实)"
)


OUTWEIGHS = 25
"""Tenths of the logarithm of the odds by which the characters of a title must speak for another kind."""
JOINED, LONGEST_JOINED = LazyPattern("[，和与及暨、]"), 12
IN_ORDER = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)
# Headings recur from one statement to the next.
cached_by_title = lru_cache(maxsize=256)


@cached_by_title
def kinds(title: str) -> tuple[ChapterKind, ...]:
    """The kinds that a heading announces: several for “问题及原因”, none if it names no kind of chapter."""
    title = normalised(title)
    if "，" in title:
        title = LOOKED_AT.sub("", COUNTED.sub("", title))
    for kind, words in SINGLE_KINDS:
        if words.search(title):
            plain = plain_kind(title, OUTWEIGHS) if kind is ChapterKind.CASE else None
            return (plain or kind,)
    if joined := _joined(title):
        return joined
    bare = EXAMINED_CAUSES.sub(r"\1", PROBLEMS_AS_OBJECT.sub("", title))
    if bare.endswith(("问题", "不足", "差距")):
        bare = DONE_TO_PROBLEMS.sub("", bare)
    found = tuple(kind for kind, words in COMBINABLE_KINDS if words.search(bare))
    if found[1:] and found[0] is ChapterKind.PROBLEMS and (noun := LAST_NOUN.fullmatch(title)):
        last = ChapterKind.CAUSES if noun[1] else ChapterKind.MEASURES
        return (last,) if found[1:] == (last,) else found
    if found[1:]:
        return found
    if not found and STATUS_WORDS.search(title):
        found = (ChapterKind.STATUS,)
    if not found and title.endswith("方面"):
        return ()
    if title.endswith("得怎么样"):
        return ()
    plain = plain_kind(title, OUTWEIGHS if found else SURE)
    return (plain,) if plain else found


def _joined(title: str) -> tuple[ChapterKind, ...]:
    """The kinds of a title that joins two or three plain names of parts: 毛病和病根, 为什么、怎么办."""
    names = JOINED.split(title)
    if not 1 < len(names) <= len(IN_ORDER) or len(title) > LONGEST_JOINED:
        return ()
    found = [plain_kind(name) for name in names]
    return tuple(kind for kind in IN_ORDER if kind in found) if _is_chain(found) else ()


def _is_chain(kinds_of_names: Sequence[ChapterKind | None]) -> bool:
    """Whether the kinds are different ones, in order."""
    places = [IN_ORDER.index(kind) for kind in kinds_of_names if kind]
    return len(places) == len(kinds_of_names) and places == sorted(set(places))


def plain_kind(title: str, least: int = SURE) -> ChapterKind | None:
    """The kind that the characters of a title speak for by `least` or more: 追根溯源，还是思想的问题."""
    title = normalised(title)
    for kind, questions in QUESTIONS:
        if questions.fullmatch(title):
            return kind
    part, ahead = headed_by(title)
    return ChapterKind[part.upper()] if ahead >= least else None


def is_resolve(words: str) -> bool:
    """Whether the words begin with a resolution, as measures do."""
    return RESOLVE.match(words) is not None


# The words of a label behind the name of its aspect: “理论学习方面存在的突出问题和不足”.
END_OF_LABEL = LazyPattern(
    "(?:方面)?(?:存在|查摆)?的?(?:主要|突出|具体)?(?:(?:问题|差距|不足|情况|表现)[和与、及]?)*$"
)
# 在带头严守纪律上有差距 names where, and what it shows in stands below.
NAMES_GAP = LazyPattern(
    "(?:在|对照)[^，。；]{2,24}(?:上|方面)[，]?(?:还|仍|依然)?(?:有|存在)(?:一定|较大|不小|明显)?的?(?:差距|不足|问题|短板)"
)
# 在理论学习上，有“浅”的问题: the fault is quoted.
QUOTED_FAULT = LazyPattern("(?<=，)(?:还)?(?:有|存在)着?“[^”]{1,6}”的?(?:问题|毛病|现象|倾向|不足)")
# A lower heading that opens a part of another kind, as when each aspect has its own causes and measures.
END_OF_OPENING_HEADING = LazyPattern(
    "(?:问题|表现|原因|根源|成因|措施|剖析|分析|方向|打算|对策|情况|说明|清单)$|案例剖析|以案"
)


# 马上就改的, 长期坚持的, 已完成的任务 name no measure, but those below.
STAGE = LazyPattern(
    "(?:已经?|马上|立即|正在|长期|限期|近期|年内|需要?|持续|现在)[^，。：]{0,6}的(?:事项?|任务|问题|措施|工作|内容)?"
)
# 破解遗留问题, 用心解决群众反映的问题: a measure whose object is the problem.
SOLVES = LazyPattern(
    "(?!.*(?:需|待|亟|应))[^，。的]{0,6}(?:解决|破解|化解|攻克|消除|整治|根治|纠治|处理|办好|回应|紧盯|盯[住紧])(?!的)[^，。]+问题$"
)
# 针对宣传不到位的问题，由…: a measure that names what it answers.
TO_BE_ANSWERED = LazyPattern("(?:针对|对于|围绕|关于).*(?:问题|不足|短板|情况)$")


@cached_by_title
def is_label(title: str, *, named: bool) -> bool:
    """Whether a lower heading only names what is examined, without a claim."""
    rest = END_OF_LABEL.sub("", title)
    if QUOTED_FAULT.search(title):
        return False
    if NAMES_GAP.fullmatch(title):
        return True
    return ("方面" in title[len(rest) :] or named) and not is_deficient(rest)


def names_stage(title: str) -> bool:
    """Whether the title of measures says only how far they are: 马上就改的, 长期坚持的."""
    return STAGE.fullmatch(title) is not None


@cached_by_title
def opened_kinds(title: str) -> tuple[ChapterKind, ...]:
    """The kinds of the part that a lower heading opens; none if the kinds of the chapter continue."""
    title = normalised(title)
    if TO_BE_ANSWERED.match(title) or SOLVES.match(title):
        return ()
    if (
        len(title) > 16
        or not END_OF_OPENING_HEADING.search(title)
        or is_deficient(END_OF_LABEL.sub("", title))
    ):
        return ()
    return kinds(title)
