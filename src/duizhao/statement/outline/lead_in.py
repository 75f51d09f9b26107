"""Lead-ins: sentences that say what the list behind them holds (原因有几条：), and what ends a point."""

from __future__ import annotations

import re

from duizhao.profiles import ChapterKind
from duizhao.text.pattern import LazyPattern

LONGEST_LEAD_IN = 90
LONGEST_QUESTION = 20
_FAULTS = "(?:问题|不足|差距|毛病|缺点|短板|弱项|欠缺|现象|情况|错误|偏差|教训|弊病|表现|不是)"
_POINTED = (
    "(?:(?:上述|以上|这些|这几|这[一二三四五六七八九十两]|此类|这类|这种|上面|前面|前述|所列|该)[^，。；：]{0,6}?"
    "|存在的?|这个?)"
)
# What a clause speaks of last is what it announces: 问题产生的原因, 整改不力的原因, 针对问题的整改措施.
NOUN = LazyPattern(
    f"(?P<object>(?:针对|对照|围绕|对于|对|为了?(?:解决|克服|改正)?|反思|剖析|分析|深挖|回顾|检讨)(?:好|起|了)?{_POINTED}{_FAULTS})"
    f"|(?P<causes>原因|缘[由故]|来由|(?<=[的这其])由来(?!已久|[自访电信到])|根源|症结|成因|根子|病根|因素|(?:产生|造成|导致|形成|引发|之所以)[^，。；：]{{0,8}}{_POINTED}{_FAULTS}"
    f"|(?:存在|出现){_POINTED}{_FAULTS}(?!$)|(?:上述|以上|这些){_FAULTS}(?:的(?:产生|存在|形成|出现)|之所以)|(?:为什么|为何|为啥)[^，。；：]{{0,10}}"
    "|怎么(?:来的|产生|造成|形成|发生)|(?:从何|哪[里儿])而?来|何以如此)"
    "|(?P<measures>(?:整改|改进|改正|补救)的?(?:办法|做法|法子)|(?:整改|改进)(?!不|情况|落实|过程|工作)|改正|改起|(?<![修更涂])改$|措施|打算|对策|努力方向|下功夫|着手|入手|发力|做起"
    "|(?:这样|这么|如何|怎么)(?:去|来)?(?:改正?|做|办|干)|(?:今后|往后|以后|下一?步|下阶段|从现在起)|承诺|我(?:向[^，。；：]{1,8})?保证|我准备|举措|采取[^，。；：]{0,6}办法"
    "|(?:我|本人|班子|将|要|会|重点|必须|保证)[^，。；：]{0,12}(?:做到|(?<!没有)(?<!未)做好|抓好|抓住|努力|落实好?)|(?:我|本人|班子)将)"
    f"|(?P<problems>{_FAULTS}(?<!情况)(?<!表现)|做得不(?:好|够|到位)|(?:没有?|未)做好|检讨的|[差错缺]在哪(?:里|儿)?|存在(?!的))"
)
# 究其根源，主要是： looks back without naming what it looks back on.
LOOKS_BACK = LazyPattern(
    "究其|从?根本上|追根|溯源|归根|说到底|深挖|想来想去|细想|反思|分析起来|剖析起来|回过头|扪心自问"
)
FILLER = LazyPattern(
    "(?:归纳|概括|总结|归结|总体|具体)?(?:起来)?[，]?(?:我|本人|班子)?(?:认为|觉得|感到|看来|看|想(?:了想)?)?(?:主要|集中|突出|具体|大致|是|有|为|在于?|从"
    "|表现|体现|反映|就|还|下列|如下|以下|下面|这样|这么|几|些|[一二三四五六七八九十两0-9])*(?:个|条|点|方面|层次?|件|句|项|事|情|意思)*"
    "|(?:序号|次序|顺序|编号)[^，。]{0,12}"
)
# 缘由，我们反复谈过，有三层意思。
COUNTS = LazyPattern(
    "[^。：:\n]{2,50}(?:有|分|是|归纳为|归结为)(?:以下|下面|这么?|如下)?(?:[几些]|[二两三四五六七八]|[2-8])"
    "(?:层|条|点|个(?:方面|原因)?|方面|项|句)(?:意思|原因|根源|话)?[。：:]"
)
"""A line that only says how many causes or measures follow."""
# A topic announces nothing of what is under it: 在整改落实方面：.
TOPIC = LazyPattern(
    "(?:^(?:在|对|从|就|关于|围绕).*(?:上|中|里|时|期间|来看|而言)|(?<![下几个些二两三四五六七八九十])方面|过程中?"
    "|(?:整改|落实|完成|进展)情况(?:如下|是)?)$"
)
OPINIONS = LazyPattern(
    "(?:征求|收集|征集|听取)(?:到|了)?[^。：:]{0,16}(?:意见|建议)(?![^。]*(?:问题|不足|查摆|检视|检查))[^。：:]{0,40}[：:]$"
)
KINDS = {
    "causes": ChapterKind.CAUSES,
    "measures": ChapterKind.MEASURES,
    "problems": ChapterKind.PROBLEMS,
}
REASONS_FOLLOW = ("在于", "是因为", "是由于", "归因于")
CLAUSE, STOP = LazyPattern("[，；]"), LazyPattern("[。！？!?]")
SENTENCE_ENDS = "。！？!?\n"
FIRST_SENTENCE = LazyPattern(f"[^。！？!?：:\n]{{4,{LONGEST_LEAD_IN}}}[？?：:]")
# 我想过为啥。一来是…; 今后我这么办。…
SHORT_SENTENCE = LazyPattern("[^，。！？!?：:；\n]{4,14}。")

# 先看存在的问题。工作上，…
TELLS_PROBLEMS = LazyPattern(
    "(?:首先|先|我先|下面|现在)(?:来|我)?(?:看|说|谈|讲|摆|汇报|检查)[^，。！？：；\n]{0,10}(?:问题|不足|毛病|差距|缺点)。"
)

# 我再说说原因。
TELLS = LazyPattern(
    "(?:首先|先|其次|再|接着|下面|最后|现在|我|来|就|，){1,5}(?:说|谈|讲|汇报|看)(?:一?[说谈讲看下])?[^，。！？：；\n]{0,10}。?"
)

CAUSE_SENTENCE = LazyPattern(
    "(?:认真|深刻|深入|静下心来|回过头来?看?|仔细|冷静|反复|我|我们|班子|，)*"
    f"(?:(?:产生|出现|造成|导致|形成|引发|存在|之所以|反思|分析|剖析|检讨|对照)[^，。；：\n]{{0,8}}{_POINTED}{_FAULTS}"
    "|究其|追根|溯源|深挖|归根|想来想去|之所以|(?:我的|我这)?(?:病因|病根|根子)"
    f"|(?:上述|以上|这些|这几|这[一二三四五六七八九十两]|此类|这类|这种)[^，。；：\n]{{0,4}}{_FAULTS}(?:的(?:产生|存在|出现))?)"
    "[^。：\n]{0,30}?(?:原因|根源|根子|症结|主要是|在于|是因为|是由于|归因|就是|只有一|一[根条]藤|(?:同?一个|一条)(?:病?根|毛病)|根在|(?:主观|思想|认识|党性|作风)上是)"
    "|(?:(?:问|说|想)到(?:根|底)[上里子]?|根子[上里])，?(?:还|就|其实)?是"
    "|(?:这些|以上|上述|这[几两三四五六])[^，。；：\n]{0,12}，(?:说到底|归根到底|其实|根[子上里]{0,2})?都?(?:是|出在)(?:一个)?“[^”\n]{1,4}”字"
)
"""A paragraph that begins so tells causes: 出现这几个问题，主要是我怕得罪人。"""

SUMS_UP = LazyPattern(
    "(?:以上|上述|这些|这几|上面|前面|诸如此类|凡此种种|所有这些|如此种种)[^，。；：\n]{0,10}"
    "(?:问题|不足|差距|表现|现象|毛病|短板|原因|根源|措施|打算|就是|都是|均|是我|检查|发言|汇报|报告|情况)"
    "|[^，。；\n]{0,6}就(?:先)?(?:[说写讲]|检查|汇报)?(?:到)?这(?:些|么多|几[句条点])[^，。；\n]{0,3}[。，！]"
    "|总之|总的|综上|总而言之|概括起来|归纳起来|归根|凡此|不当之处|不妥之处|不足之处|如有不|恳请|敬请|请各位|请同志|请组织|请大家|请领导"
    "|(?:班子|我|本人)?欢迎(?:大家|各位|同志|批评|监督)|谢谢|我的(?:检查|发言|汇报)(?:完|到此|就|，|。)|此致|敬礼|特此|现将|我(?:郑重|向[^，。]{2,8})承诺"
)
"""A paragraph that begins so belongs to none of the points above it."""

LOOKS_AHEAD = LazyPattern(
    "在?(?:今后|往后|以后|下一?步|下阶段|接下来)(?:的(?:工作|学习|日子|时间)[^，。]{0,6})?(?=[，我要将])|我(?:将|一定|决心|愿意?接受|已经?[^，。]{0,12}道歉)"
    "|从此|从今(?:往后|以后)|从(?:今天|明天|现在|本|下个?)[^，。]{0,6}起|针对(?:以上|上述|这些|存在)"
)
"""A paragraph below problems or causes that begins so belongs to none of them."""


LACKS = LazyPattern("(?:缺少|缺乏|欠缺|没有|没什么|拿不出|少有)[^，。；的]{0,8}$")


def announced(text: str, start: int, end: int) -> ChapterKind | None:
    """What the sentence that ends at `end` announces: problems, causes, measures, or nothing of these."""
    if end - start > LONGEST_LEAD_IN:
        start = max(start, max(text.rfind(each, start, end - 1) for each in SENTENCE_ENDS) + 1)
        if end - start > LONGEST_LEAD_IN:
            return None
    words = text[start:end].rstrip("：: \u3000\n。，,")
    if words.endswith(REASONS_FOLLOW) and CAUSE_SENTENCE.match(words):
        return ChapterKind.CAUSES
    sentences = STOP.split(words.replace("\n", ""))
    for sentence in reversed(sentences[-2:]):
        clauses = CLAUSE.split(sentence)
        for clause in reversed(clauses):
            if FILLER.fullmatch(clause):
                continue
            if TOPIC.search(clause):
                return ChapterKind.CAUSES if LOOKS_BACK.match(words) else None
            if kind := _kind(clause):
                return kind
        if not all(map(FILLER.fullmatch, clauses)):
            break
    return ChapterKind.CAUSES if LOOKS_BACK.match(words) else None


def lists_opinions(text: str, start: int, end: int) -> bool:
    """Whether a paragraph leads in to what others said: 共征求到意见建议19条，归纳为4条：."""
    return OPINIONS.search(text, max(start, end - LONGEST_LEAD_IN), end) is not None


def _kind(clause: str) -> ChapterKind | None:
    last = None
    for found in NOUN.finditer(clause):
        last = found
    return _named(clause, last) if last else None


def _named(clause: str, last: re.Match[str]) -> ChapterKind | None:
    """The kind that a word of a clause names. 项目谋划缺少长远打算 is a fault, and no measures follow."""
    if last.lastgroup == "measures" and LACKS.search(clause, 0, last.start()):
        return None
    return KINDS.get(last.lastgroup or "")


def led_from(text: str, start: int, end: int) -> tuple[ChapterKind, int] | None:
    """What the first sentence of a paragraph announces of the rest, and where this begins: 为什么会这样？说到底….

    None unless the sentence is a question, ends in a colon, or is short and ends in what it announces.
    """
    if told := TELLS_PROBLEMS.match(text, start, end):
        return (ChapterKind.PROBLEMS, told.end()) if told.end() < end else None
    found = FIRST_SENTENCE.match(text, start, end)
    kind = announced(text, start, found.end()) if found else None
    if found is None:
        found = SHORT_SENTENCE.match(text, start, end)
        kind = _last_word(text[start : found.end() - 1]) if found else None
    if found is None or found.end() == end:
        return None
    return (kind, found.end()) if kind and kind is not ChapterKind.PROBLEMS else None


def _last_word(sentence: str) -> ChapterKind | None:
    """What the last words of a sentence announce."""
    *_, last = [None, *NOUN.finditer(sentence)]
    return _named(sentence, last) if last and last.end() == len(sentence) else None


def asks(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is one short question that announces causes or measures: 为什么？, 问：打算怎么改？."""
    is_short = end - start <= LONGEST_QUESTION and text[end - 1] in "？?"
    return is_short and announced(text, start, end) is not None


def tells(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is one short sentence that says what comes next: 我再说说原因。"""
    if end - start > LONGEST_QUESTION or TELLS.fullmatch(text, start, end) is None:
        return False
    return _last_word(text[start:end].rstrip("。")) is not None


def promises(text: str, start: int, end: int) -> bool:
    """Whether measures begin with this paragraph, without a lead-in: 今后，我保证三声内接电话。"""
    if LOOKS_AHEAD.match(text, start, end) is None:
        return False
    return announced(text, start, end) is ChapterKind.MEASURES


ORDER = (ChapterKind.PROBLEMS, ChapterKind.CAUSES, ChapterKind.MEASURES)


def may_turn(kinds: tuple[ChapterKind, ...], kind: ChapterKind, found: bool = True) -> bool:
    """Whether a sentence may turn a text of these kinds to `kind`: from problems to causes to measures, never back.

    Where a text may be of every kind, problems are to be `found` first: before them, 做好以下准备： opens no measures.
    """
    if kinds == ORDER and not found:
        return False
    at = ORDER.index(kind)
    return kinds == (kind,) or any(each in ORDER[:at] for each in kinds)
