from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

ORDER = "首先,其次,再次,最后,第一,第二,第三,第四,第五"
# 不知道这样是否合规？: what is not asked of the reader has no question mark.
INDIRECT = "[^，。？！；：\n]{0,16}(?:是否|能否|为什么|为何|怎么|怎样|如何|哪些|什么|多少)[^，。？！；：\n]{1,16}？"
PHRASES = Phrases(
    {
        "如下{；,，}": "(?=[一1（(\n])",
        f"{{{ORDER}}}、": "(?<![^\n。；：，　 ]..、)(?![第一二三四五六七八九十])",
        "、和": "",
        "，一是": "",
        "主要表现在{；,;,。}": "",
        "。”": "(?=[\n，、；]|$)",
        "”。": "",
        "{不知道,不清楚,不了解,不明白,没有弄清,没有搞清,没有想过,没有考虑}": INDIRECT,
        "{为什么,为何,怎么,如何}": "(?:会|能|要|没有|不)[^，。？！；：、\n]{1,16}。",
        "还是": "[^，。？！；：、\n]{2,14}。",
    }
)
# 和义门, 和龙水库, 和合: the beginning of names.
NAMED_AFTER = frozenset("义龙合美而田县静顺")
ITEM_BEFORE = LazyPattern("、[\u4e00-\u9fff“”《》]{2,8}$")
ITEM_BEHIND = LazyPattern("[\u4e00-\u9fff“《]{2}")
LONGEST_ITEM = 9
RIGHT = {"；": "：", ";": "：", "，": "：", "。": "：", "、": "，"}
# 存在三个方面的问题，一是…: what is counted is led to by a colon.
COUNTED = LazyPattern(
    "(?:以下|如下|[一二两三四五六七八九十几]个?)(?:个?方面|[个点种条项类])[^，。；：]{0,10}(?:问题|原因|不足|表现|差距|措施|工作|体会|教训|任务|要求|方面|点)$"
)
# 做到“心中有党、心中有责。”: what is quoted is part of the sentence.
QUOTED = LazyPattern(r"(?P<before>[\u4e00-\u9fff])“[^“”。！？；：]{2,40}$")
# 他说：“不归我管”。: a whole sentence that is quoted keeps its mark inside.
SAYING = LazyPattern("[说道问喊讲]：“[^“”。！？]{2,40}$")
SAID = frozenset("说道曰问喊写讲云叹想")
ASKED = LazyPattern(r"(?:^|[。；！？\n])[ 　]*(?:究竟|到底|我想)?$")
WHETHER = LazyPattern(r"(?:^|[。；！？\n])[ 　]*(?:究竟|到底)?是[^，。？！；：、\n]{2,14}$")
FARTHEST = 44
IS_IT_ASKED = "这里是在问吗？"


@rule(
    "DZ644",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="GB/T 15834—2011 4.5、4.7、附录B.3.1",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def misused_mark(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """标点用错"""
    text, words = reading.text, reading.of(phrase)
    before = text[max(0, phrase.start - FARTHEST) : phrase.start]
    last = Span(phrase.end - 1, phrase.end)
    if words == "、和":
        yield from _pause(text, phrase, before)
    elif words == "，一是":
        if COUNTED.search(before):
            mark = Span(phrase.start, phrase.start + 1)
            yield Hit(mark, f"提起下文用冒号：“{before[-2:]}：一是”", (Edit(mark, "："),))
    elif words == "。”":
        found = QUOTED.search(before)
        if found and found["before"] not in SAID:
            right = f"{before[-2:]}”。"
            yield Hit(
                phrase,
                f"引的话是句子的一部分，句号放在引号外：“{right}”",
                asks="引的是一整句话吗？",
            )
    elif words == "”。":
        if SAYING.search(before):
            message = f"“说：”后面引的是整句话，句号放在引号里：“{before[-2:]}。””"
            yield Hit(phrase, message, (Edit(phrase, "。”"),))
    elif words.startswith(("不", "没有")):
        message = f"这里不是发问，不用问号，如“{words[-3:-1]}，”"
        yield Hit(last, message, asks="是在问，还是在说一件事？")
    elif words.startswith("还是"):
        if WHETHER.search(before):
            yield Hit(
                last, f"选择问句末用问号：“{words[-2]}？”", (Edit(last, "？"),), asks=IS_IT_ASKED
            )
    elif words[0] in "为怎如" and words[:2] != "如下":
        if ASKED.search(before):
            yield Hit(last, f"问句末用问号：“{words[-2]}？”", (Edit(last, "？"),), asks=IS_IT_ASKED)
    else:
        right = RIGHT[words[-1]]
        why = "“首先”“第一”后面用逗号" if right == "，" else "提起下文用冒号"
        yield Hit(last, f"{why}：“{words[:-1]}{right}”", (Edit(last, right),))


def _pause(text: str, phrase: Span, before: str) -> Iterator[Hit]:
    """城东、城西、和城北: short items."""
    behind = text[phrase.end : phrase.end + 2]
    if "和" + behind[:1] in common_words() or behind[:1] in NAMED_AFTER:
        return
    if ITEM_BEFORE.search(before[-LONGEST_ITEM:]) and ITEM_BEHIND.match(text, phrase.end):
        yield Hit(
            Span(phrase.start, phrase.start + 1),
            f"“和”已经连接两项，前面的顿号多余：“{before[-2:]}和{behind}”",
            asks="“、”前后是并列的两项吗？",
        )
