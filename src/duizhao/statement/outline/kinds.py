"""The kinds of chapters that the words of a heading announce."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from duizhao.document.headings.question_headings import QUESTIONS_OF_CAUSES, QUESTIONS_OF_MEASURES
from duizhao.document.headings.title_words import headed_by
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
        "(?:对|给|向)(?!我)[^，。]{1,10}的?(?:批评|意见)(?:意见|建议)?$|(?:相|互)互?(?:间的?)?批评|批评(?:的?态度|他人|别人|同志|[与和及]帮助)|^(?:个人|最后)?(?:表个?态|结束语|结语|的话)$|^请[^，。]{0,6}(?:批评|监督|指正|帮助)$"
        "|^(?:[^，。]{0,4}(?:支部|支委会?|党小组|党委|党组|组织)(?:审核|评议|评定|鉴定|考察)?|审核|审查|审阅|评议)意见$|^民主(?:评议|测评)(?:情况|结果)$")),
    (ChapterKind.LAST_YEAR, LazyPattern(
        "^(?:去年|上回|上次|上年)[^，。]{0,6}(?:承诺|的账|说的|答应|销号)[^，。]{0,6}$|"
        r"(?:巡[视察]|审计|督[查导]|上级|反馈).{0,16}整改.{0,4}(?:情况|进展)|整改“?回头看|(?:上年|上一?年度|去年|上一?次|上回|前一?次|以往|往年|20\d\d年|主题教育).{0,22}(?:整改(?!措施$|方向)|落实|兑现|做到|销[号账]|清账|改得)|整改(?:措施|任务|问题)?(?:落实|完成)情况")),
    (ChapterKind.CASE, LazyPattern(
        "^(?!.*(?:自己|自身|怎么|怎样|如何|措施|举措|打算|整改|每[天周月季年]))(?!(?:对照|联系|以案).*(?:[查找寻]|检视|反思|对照)[^，。]{0,8}(?:问题|不足|差距|短板)$)"
        "(?:.*(?:案例|典型(?:问题|事例|案件|剖析)|违[纪法][^，。]{0,4}案件|以案(?:促|说|为|明))|对[^，。]{1,4}案的?剖析|[从由][^，。]{0,4}案[^，。]{0,2}[说谈]起|^(?:教训)?警示$)")),
    (ChapterKind.MATTERS, LazyPattern(
        "有关事项|重大事项|个人事项|(?:反映|提到)[^，。]{0,6}问题的?说明|需要说明|函询|说明的(?:问题|情况|事项)|有关问题的?说明|(?:问题|事项|情况)的?交代|交代的(?:问题|事项)"
        "|^(?:个人|家庭|家事)(?:重大|有关)?(?:事项|变化|情况报告|报告)$")),
)  # fmt: skip
COMBINABLE_KINDS = (
    (
        ChapterKind.OPINIONS,
        LazyPattern(
            r"(?:征求|征集|收集|梳理).{0,8}意见|意见建议|听取.{0,8}意见|反馈.{0,4}意见|"
            "(?:群众|职工|大家|党员|同志们?|各方面?|谈话)[^，。]{0,4}(?:反映|提|收)[到]?[出的]?[^，。]{0,6}意见|^(?:大家|同志们?|群众|听来|收到)的意见$"
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
# How plain writers head their chapters: the whole title, for any claim may hold the same words.
PLAIN_KINDS = (
    (ChapterKind.PROBLEMS, LazyPattern(
        "(?:我|自己|本人)?(?:身上)?的?(?:几[个条]|主要|存在的?)?"
        "(?:毛病|缺点|(?:做得|干得)?不(?:妥|好|对|到)的(?:地方|事)|没做好的(?:地方|事))"
        "|[^从来改]{0,6}(?:毛病|缺点|短处|疏漏|过错|失误|不是|欠账|欠着的账)(?:清单|有哪些|在哪里?|出在哪里?)?"
        "|[^，。]{0,8}(?:没有?|未)(?:做好|干好|尽到|做到|办好|管好)的?(?:地方|责任|几?件?事)?(?<!为什么没做好)"
        "|[^，。]{0,4}(?:做|干|办)得?(?:差|错|不好)的?[^，。]{0,2}(?:地方|事)?|[^，。]{0,4}[差错]在哪(?:里|儿)?|我犯的错"
        "|[^，。]{0,3}(?:对不[住起]|愧对)[^，。]{0,6}的(?:地方|几?件?事)|(?:该|需要|应当)?检讨的(?:几件)?(?:事|地方|方面)?|[^，。]{0,3}过不去的几件事"
        "|[^，。]{0,6}(?:[丢差缺错欠]在)了?(?:哪里|哪儿|何处)|[^，。]{0,8}看自己|(?:漏报|事情|事件|违纪|错误)的?(?:经过|事实)"
        "|[^，。]{0,8}[踩越碰](?:过|了)?哪些[^，。]{1,4}|[^，。]{0,6}(?:欠的?账|欠账|失职之处|(?:身上|心[里上])的[灰病尘]|踩过的坑|违[纪规]事实|错误事实)"
        "|(?:我|我们)?(?:做|干|尽)得不够的?(?:地方|事)?|[^，。]{1,6}(?:不满意|有怨言|不合格)的(?:地方|事)|[哪有]些(?:地方|事)没(?:有)?(?:到位|做好|办好)"
        "|[^，。]{0,8}(?:指出|提出?|挑)的毛病|镜(?:子)?[中里]的我|(?:我|我们)?的?(?:病症|症状|病象)|(?:失误|过失)[和与及、]教训|[一二三四五两几]个不够|群众反映的(?:事)?"
        "|(?:我|自己|本人)?(?:所?犯|做|找|查|晒)(?:下|出来?)?的?(?:几[个条])?的?(?:错误?|过失|错事|短板)(?:的事)?")),
    (ChapterKind.CAUSES, LazyPattern(
        "(?:我|自己)?(?:想了?一?想|琢磨|反思|挖一?挖|找一?找|细想|剖析)?(?:出来?)?的?(?:(?:思想|问题|毛病|错误|不足|差距|背后|深层)的?)*"
        "(?:缘由|根由|病灶|根子|病根|由来|来由|症结|为什么)(?:在哪里?|何在|是什么)?|"
        "[^，。]{0,6}(?:病根|根子|思想根|^根)(?:出?在)?(?:哪里?|哪儿|何处)?|[^，。]{0,4}(?:为什么|为何|为啥)(?!要)[^，。改]{0,8}|何以[至如]此"
        "|[^，。]{0,4}怎么(?:会(?:这样|如此)|来的|走到[^，。]{1,6})|[^，。]{0,6}从(?:哪(?:里|儿)?|何处?)而?来的?"
        "|(?:往|从|向)[^，。]{0,2}[深心]里(?:想|找|挖|问)?|(?:自我|自己)?(?:反省|反思)|(?:思想)?认识[和与及](?:反思|反省)|[^，。]{0,6}从哪(?:里|儿)[^，。]{1,4}的"
        "|[^，。]{0,4}背后的?(?:东西|原因|根子)?|细(?:究|想)起来|从根(?:子|源)?上[^，。]{0,6}|(?:思想)?病因|病从哪里来|会诊|(?:追|寻|挖|找|刨)(?:一?挖|刨)?(?:思想)?根(?:子|源|由)?(?:溯源|究底|问底)?|溯源|[^，。]{1,8}的来[处路由]|深挖|挖思想|思想深处|内因|归根(?:到底|结底)|扪心自问|反躬自[省问]"
        "|(?:病[灶因根])(?:分析|诊断|剖析|何在)?|为[什何]么?[^，。]{0,6}(?:做不好|没做好|做不到)|我?怎么会?(?:变|走|落)[^，。]{1,6}|教训|心里的结|[^，。]{0,3}(?:问一?问|追问)自己|[错差]在思想上?"
        f"|(?:想想|想一想|问问自己|静下来想|反思)?(?:{QUESTIONS_OF_CAUSES})[？?]?|(?:想想|想一想|反思)?为什么(?:会?这样|会有这些(?:毛病|缺点))?[？?]?|(?:这些)?(?:(?:毛病|缺点|问题)的)?(?:病根|根子)(?:在哪里?)?")),
    (ChapterKind.MEASURES, LazyPattern(
        "[^，。]{0,4}(?:怎么|怎样|如何|咋)[来去]?(?:改|补|弥补|整改|改正|纠正|办|做|干|走)[上好正]?|(?:我|改|补救|弥补|今后|改正|改进)?的?(?:具体)?(?:办法|补救|弥补|保证|改法|做法)"
        "|[^，。]{0,4}(?:这么|这样)(?:去|来)?(?:改|补|办|做|干)|[^，。]{0,4}靠什么[^，。]{1,6}|把[^，。]{1,10}找回来|[找暖捡补追][^，。]{0,2}回来|往前走|再出发|(?:对症)?(?:开|下)?(?:药方|处方|药怎么吃|药)|[^，。]{0,8}的(?:硬招|实招|良方|路子)"
        "|立(?:个|下)?(?:军令状?|规矩)|[一二三四五几]条规矩|从今往后|往后的[路事日子]{1,2}|(?:还|补|清)(?:旧|欠)?账|补课|改过(?:之[策法])?|改正计划|立行立改|边查边改|说干就干|下(?:定)?决心|治病|改在[^，。]{1,4}"
        "|[^，。]{0,6}(?:怎么|如何)(?:去)?(?:做|办|改)|从(?:今天|现在|今)[做改]起|我?(?:该|准备|(?:下决心)?要?)[做办改]的(?:几?件?事)?|接下来|立下的规矩|说到做到|[^，。]{0,4}做什么|改"
        f"|(?:{QUESTIONS_OF_MEASURES})[？?]?|(?:我|以后|往后|接下来)?(?:要|打算|准备)?(?:怎么|怎样)(?:改|办|做)|往后|改[法正]|(?:改正|改进)的?(?:办法|做法)"
        "|(?:我的?|个人|公开|整改|今后的?|向[^，。]{2,4}的?|我向[^，。]{2,4})?(?:承诺|保证|决心)(?:事项)?"
        "|(?:整?改|改正|改进|追赶|补救|弥补|纠正|克服)的?(?:办法|做法|法子|路子|思路)")),
)  # fmt: skip
STATUS_WORDS = LazyPattern(
    r"基本情况|(?:主要|总体|工作|学习|思想|履职|准备|开展|执行|遵守|落实|活动|廉洁|自律|尽责|义务|职责|责任|精神).{0,6}(?:情况|回顾|概况)"
    r"|^思想认识$|^(?:履职述廉|履职尽责|我的情况|我是谁|分管工作|[办做]成的事|工作小结|(?:一年来?|这一年|今年)[我所]?[^，。]{0,3}[做干][^，。]{0,4}|[^，。]{0,8}一年来的?工作)$|做法|成效|成绩|收获|亮点|体会"
)
# Chapters that show how things stand: the faults, if their text names some.
PRESENT_STATE = LazyPattern("现状|审视|画像|自我(?:认识|评价|检点)|真实情况")
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
QUOTES = str.maketrans("", "", "“”")
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
            return (_outweighed(title, kind),) if kind is ChapterKind.CASE else (kind,)
    if joined := _joined(title):
        return joined
    if plain := plain_kind(title):
        return (plain,)
    bare = EXAMINED_CAUSES.sub(r"\1", PROBLEMS_AS_OBJECT.sub("", title))
    if bare.endswith(("问题", "不足", "差距")):
        bare = DONE_TO_PROBLEMS.sub("", bare)
    found = tuple(kind for kind, words in COMBINABLE_KINDS if words.search(bare))
    if found[1:] and found[0] is ChapterKind.PROBLEMS and (noun := LAST_NOUN.fullmatch(title)):
        last = ChapterKind.CAUSES if noun[1] else ChapterKind.MEASURES
        return (last,) if found[1:] == (last,) else found
    if len(found) == 1:
        return (_outweighed(title, found[0]),)
    if found:
        return found
    return (ChapterKind.STATUS,) if STATUS_WORDS.search(title) else ()


def _joined(title: str) -> tuple[ChapterKind, ...]:
    """The kinds of a title that joins two or three plain names of parts: 毛病和病根, 为什么、怎么办."""
    names = JOINED.split(title)
    if not 1 < len(names) <= len(IN_ORDER) or len(title) > LONGEST_JOINED:
        return ()
    found = [_named_part(name) for name in names]
    return tuple(kind for kind in IN_ORDER if kind in found) if _is_chain(found) else ()


def _is_chain(kinds_of_names: Sequence[ChapterKind | None]) -> bool:
    """Whether the kinds are different ones, in order."""
    places = [IN_ORDER.index(kind) for kind in kinds_of_names if kind]
    return len(places) == len(kinds_of_names) and places == sorted(set(places))


def _named_part(name: str) -> ChapterKind | None:
    if plain := plain_kind(name):
        return plain
    part, ahead = headed_by(name)
    return ChapterKind[part.upper()] if ahead >= OUTWEIGHS else None


def _outweighed(title: str, kind: ChapterKind) -> ChapterKind:
    """The kind of its one word, unless its characters strongly speak for another: 追根溯源，还是思想的问题."""
    part, ahead = headed_by(title)
    return ChapterKind[part.upper()] if ahead >= OUTWEIGHS else kind


@cached_by_title
def plain_kind(title: str) -> ChapterKind | None:
    """The kind of a chapter that is headed in plain words: 我的毛病, 病根在哪里."""
    title = normalised(title).translate(QUOTES)
    return next((kind for kind, words in PLAIN_KINDS if words.fullmatch(title)), None)


def is_resolve(words: str) -> bool:
    """Whether the words begin with a resolution, as measures do."""
    return RESOLVE.match(words) is not None


# The words of a label behind the name of its aspect: “理论学习方面存在的突出问题和不足”.
END_OF_LABEL = LazyPattern(
    "(?:方面)?(?:存在|查摆)?的?(?:主要|突出|具体)?(?:(?:问题|差距|不足|情况|表现)[和与、及]?)*$"
)
# A lower heading that opens a part of another kind, as when each aspect has its own causes and measures.
END_OF_OPENING_HEADING = LazyPattern(
    "(?:问题|表现|原因|根源|成因|措施|剖析|分析|方向|打算|对策|情况|说明)$|案例剖析|以案"
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
    return ("方面" in title[len(rest) :] or named) and not is_deficient(rest)


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
