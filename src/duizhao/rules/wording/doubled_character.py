"""对问题思考考不多 → 对问题思考不多"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.doubled_phrase import repeats
from duizhao.rules.wording.doubled_word import FUNCTION_WORDS, NOUNS, SINGLE, VERBS
from duizhao.rules.wording.slips import common_words, known_words
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LONGEST_WORD = 2
"""In characters: longer phrases are those of DZ626."""
LISTED = frozenset((*FUNCTION_WORDS, *NOUNS, *VERBS))
"""Those that DZ602 looks for."""
HAN = LazyPattern("[\u4e00-\u9fff]{1,2}")
# 一次次, 十五五, 源源不断, 一项一项: rightly said twice.
RIGHTLY_TWICE = LazyPattern("[一二三四五六七八九十几两源看人天大多老很非作会学法院]")
# 规定定罪, 海关关长 go on with a word; behind 思考考 none does.
WORD_ENDS = LazyPattern(
    "[，。；、：！？）”\n的了不得没还也未抓有要较很少在对与和把被从为向以而但并等]|$"
)
# 讨论讨论: verbs of two characters may be said twice, as people talk.
TALKED = LazyPattern(
    "研究|讨论|商量|考虑|总结|活动|比较|照顾|提醒|鼓励|了解|准备|休息|打听|学习|交流|意思|热闹|鉴定|如何|那么|[想说走看干聊写]着"
    "|主教|中央中央军"
)
# 笔记记了三页, 督查查出, 家访访了两户: a noun, and what one does with it.
DONE = LazyPattern(
    "[记查议报定访选评修批谈练讲问算裁判罚]{2}(?:[了过得出到完成着在满]|不[出到全完清齐动成住])"
)
# 国务院院长, 运输业业务: these end one word and begin the next; 实实在在, 千千万万 are rightly said so.
ENDING = frozenset(
    "会国部病市院州军局水党省组证方原标所税罪馆村海航队车开期司收卡地世生内湖业课发船强对信学审激火委住站风江山河城管协建岛和钉桥制夫跃集红年联限正舰游尼实行列电工产其污轴煤店"
    "要能可有无不也都就在为以被把将向从于与及是的了各每大小多少新老高人厂校县镇乡区街室科股处厅办线路港台"
)
# 华文文学, 冰球球员, 佛教教义: words that the list of common ones does not have.
_FURTHER = """
华文 中文 英文 外文 古文 爱乐 冰球 足球 网球 稠油 原油 题图 雪灾 水灾 火灾 终评 初评 考分
积分 金奖 银奖 大奖 联网 国网 专网 佛教 道教 督教 兰教 宗教
"""
FURTHER = frozenset(_FURTHER.split())
# 挥挥手, 谈谈心: a verb said twice before what it governs.
_GOVERNING = """
咬牙 挥手 喘气 补课 打分 度假 握手 谈心 聊天 散步 跑腿 出汗 红脸 动脑 帮忙 把关 吹风 洗澡
摸底 交心 通气 歇脚 探亲 说话 串门 点头 摇头 伸手 弯腰 鼓劲 打气 加油 鼓掌 敲门 走路 翻书
练兵 看书 读书 扫地 开会 算账 谈话 照相 种地 唱歌 跳舞 做饭 吃饭 喝茶 睡觉 理发 请客 请假
拍照 发言 提醒
"""
GOVERNING = frozenset(_GOVERNING.split())
# 甜蜜蜜的, 脚踏实地地
COLOURED = LazyPattern("(?:辣辣|蜜蜜|洞洞|艳艳|爽爽|乎乎|溜溜|烘烘|腾腾|亮亮|堂堂)(?:的|地)")
# 再沟通沟通, 叫我检查检查自己; “理解理解”, 整个整个地扔.
URGED = LazyPattern("(?:[再先该多得来去请“]|好好|[叫让帮][我你他她])$")
TALK_ENDS = frozenset("”地")
# 该说说明天的事, 把毛病治治: what one does a little.
A_LITTLE = LazyPattern(
    "(?<=[该要得再先多来去也能想、])[说看想查试谈讲算聊治改找练写读走帮管听问晒理捋]{2}"
)
IS_IT_TWICE = "是不是多写了？"


@rule(
    "DZ646",
    on=Document,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def doubled_character(document: Document, reading: Reading) -> Iterator[Hit]:
    """一个字或一个词写了两遍"""
    text = reading.text
    for start, size in repeats(text, document.span):
        if size > LONGEST_WORD:
            break
        twice = Span(start, start + 2 * size)
        if not HAN.fullmatch(text, start, start + size) or RIGHTLY_TWICE.match(text, start):
            continue
        if size == 1 and _begins_word(text, start):
            once = text[start + 1 : start + 3]
            yield Hit(
                twice, f"“{once}”前面又写了“{once[0]}”，多了一个，应为“{once}”", asks=IS_IT_TWICE
            )
        elif _ends_word(text, start) if size == 1 else _is_word_twice(text, start):
            before = text[start - 1 : start] if size == 1 else ""
            once = before + text[start : start + size]
            yield Hit(
                twice,
                f"“{once}”后面又写了“{text[start : start + size]}”，多了一个，应为“{once}”",
                asks=IS_IT_TWICE,
            )


def _ends_word(text: str, start: int) -> bool:
    """True for 思考考不: the first of two equal characters ends a word, and the second begins none."""
    character, before = text[start], text[start - 1 : start]
    behind = text[start + 2 : start + 3]
    if (
        character in SINGLE
        or character in (before, behind)
        or before in ("", "一", "几", "两", "十")
    ):
        return False
    if text[start - 2 : start - 1] == before or not WORD_ENDS.match(text, start + 2):  # 老老实实
        return False
    if COLOURED.match(text, start) or text.startswith("脚踏实地地", start - 3):
        return False
    if DONE.match(text, start):
        return False
    words = common_words()
    return before + character in words and words.isdisjoint((character * 2, character + behind))


def _begins_word(text: str, start: int) -> bool:
    """True for 担当精精神: the second of two equal characters begins a word, and the first belongs to none."""
    character, before, behind = text[start], text[start - 1 : start], text[start + 2 : start + 3]
    # 隔周周五, 没有在渠口过过夜.
    if character == "周" and before in "隔每上下本单双":
        return False
    if character == "过" and behind in "夜年节冬关":
        return False
    # 全庭庭长: what somebody heads is named before the office.
    if not before or character in ENDING or character in (before, behind) or behind == "长":
        return False
    if behind == text[start + 3 : start + 4]:  # 规规矩矩
        return False
    if before + character in FURTHER or character + behind in GOVERNING:
        return False
    # 怕一查查出问题.
    if before == "一" or A_LITTLE.match(text, start):
        return False
    further = (before + character, character * 2, text[max(0, start - 2) : start] + character)
    return character + behind in common_words() and known_words().isdisjoint(further)


def _is_word_twice(text: str, start: int) -> bool:
    """True for 责任责任, where neither the first goes on from before nor the second into another word."""
    word, end = text[start : start + 2], text[start + 3 : start + 5]
    if word[0] == word[1] or word in LISTED or TALKED.match(word):
        return False
    before = text[max(0, start - 1) : start + 1]
    if text[start + 4 : start + 5] in TALK_ENDS or URGED.search(text, max(0, start - 2), start):
        return False
    words = common_words()
    return (
        word in words
        and end not in words
        and before not in words
        and text[start + 4 : start + 6] != word
    )
