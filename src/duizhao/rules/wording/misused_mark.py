from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

ORDER = "首先,其次,再次,最后,第一,第二,第三,第四,第五,其一,其二,其三"
OPENERS = "近年来,近几年来,今年以来,去年以来,几年来,平时,工作中,生活中,会上,因此,但是,然而,此外,另外,总之,所以"
FIRSTS, BUTS = "首先,其次,再次", "但,但是,然而,因此,所以"
# 不知道这样是否合规？: what is not asked of the reader has no question mark.
INDIRECT = "[^，。？！；：\n]{0,16}(?:是否|能否|为什么|为何|怎么|怎样|如何|哪些|什么|多少)[^，。？！；：\n]{0,16}？"
ASKING = "怎么|怎样|如何|什么|谁|哪|多少|[\u4e00-\u9fff]不[\u4e00-\u9fff]"
HAN = "(?=[\u4e00-\u9fff])"
PHRASES = Phrases(
    {
        "如下{；,，}": "(?=[一1（(\n]|$)",
        "如下。": "(?=一是|（一）|1[.．])",
        f"{{{ORDER}}}、": "(?<![^\n。；：，　 ]..、)(?![第一二三四五六七八九十])",
        f"{{{FIRSTS}}}{{：,:}}": HAN,
        "{一,二,三,四,五,六}是{、,：,:}": HAN,
        f"{{{OPENERS}}}、": HAN,
        f"{{{BUTS}}}{{：,:}}": HAN,
        "、{和,及}": "",
        "{，,。,；}一是": "",
        "主要表现在{；,;,。}": "",
        "。”": "(?=[\n，、；]|$|[\u4e00-\u9fff])",
        "”。": "",
        "”，的": HAN,
        "{说,道,讲}“": "[^“”\n]{3,40}[。！？]”(?=[，。\n]|$)",
        "‘": "[^‘’“”\n]{1,40}’",
        "。{二,三,四,五,六}是": "[^。；\n]{1,60}；(?=\n|$)",
        "{问我,问他,问自己,问大家}": "[^，。？！；：“\n]{2,16}？",
        "{不知道,不清楚,不了解,不明白,没有弄清,没有弄明白,没有搞清,没有想过,没有考虑}": INDIRECT,
        "{为什么,为何,怎么,如何}": "(?:会|能|要|没有|不|总|老|年年)[^，。？！；：、\n]{1,16}。",
        "吗。": "",
        "{、,：}”": "",
        "》，等": r"(?=文件|法规|制度|规定|党内|书|材料|著作|内容|篇目|重要|精神|[，。；、\d一二三四五六七八九十几多])",
        "……等": "(?![等级候待于到他她我你着额])",
        "、等": "(?![级候待于到他她我你着额份效价闲次第高离速距边温比压])",
        "{到底,究竟}": f"[^，。？！；：\n]{{0,4}}(?:{ASKING})[^，。？！；：\n]{{0,12}}。",
        "难道": "[^，。？！；：\n]{2,20}。",
        "还是": "[^，。？！；：、\n]{2,14}。",
    }
)
# 和义门, 和龙水库, 和合: the beginning of names.
NAMED_AFTER = frozenset("义龙合美而田县静顺衷和苑安康")
ITEM_BEFORE = LazyPattern("(?:[、，。；：]|^)[\u4e00-\u9fff“”《》]{2,8}$")
ITEM_BEHIND = LazyPattern("[\u4e00-\u9fff“《]{2}")
LONGEST_ITEM = 9
RIGHT = {"；": "：", ";": "：", "，": "：", "。": "：", "、": "，", "：": "，", ":": "，"}
# 存在三个方面的问题，一是…: what is counted is led to by a colon.
COUNTED = LazyPattern(
    "(?:(?:以下|如下|[一二两三四五六七八九十几]个?)(?:个?方面|[个点种条项类])[^，。；：]{0,10}(?:问题|原因|不足|表现|差距|措施|工作|体会|教训|任务|要求|方面|点)"
    "|(?:问题|原因|不足|表现|做法|差距|教训|措施)(?:主要)?(?:有|是|在)|主要(?:问题|原因)|表现在|体现在|以下[几两三四五][点条])$"
)
# 提出四点建议。一是… is how reports are written; 原因有以下几点。一是… is not.
FOLLOWED = LazyPattern(
    "(?:(?:以下|如下)[^，。；：]{0,12}|(?:问题|原因|不足|表现)(?:主要)?(?:有|是|在)|表现在|体现在)$"
)
# 做到“心中有党、心中有责。”: what is quoted is part of the sentence.
QUOTED = LazyPattern(r"(?P<before>[\u4e00-\u9fff])“[^“”。！？；：]{2,40}$")
PART_OF_SENTENCE = frozenset("要到持出化把了的是以为")
# 他说：“不归我管”。: a whole sentence that is quoted keeps its mark inside.
SAYING = LazyPattern("(?:[说道问喊讲]|指出|强调|要求|写道|提出)：“[^“”。！？]{2,40}$")
SAID = frozenset("说道曰问喊写讲云叹想")
ASKED = LazyPattern(r"(?:^|[。；！？\n])[ 　]*(?:究竟|到底|我想|我|我们|自己|群众)?$")
# 不知道到底怎么改。 is not asked.
AT_LAST = LazyPattern(
    r"(?:^|[。；！？\n])[ 　]*(?![^，。]*[知白楚弄搞想看问查说究解])[^，。；：！？\n]{0,6}$"
)
WHETHER = LazyPattern(r"(?:^|[。；！？\n])[ 　]*(?:究竟|到底)?是[^，。？！；：、\n]{2,14}$")
CLAUSE_BEGINS = LazyPattern(r"(?:^|[。；，：！？\n])[ 　]*$")
# 等文件、等批示; 守摊子、等改制、等退休; 怕麻烦、等通知: here one waits.
WAITS = LazyPattern(
    "等[^，。；、：\n]{1,8}、等|、等(?:通知|批示|批复|指示|安排|米下锅|时机|机会|条件成熟)"
)
WAITS_AROUND = 12
# 和主义、和信念隔着一层: said of each.
WITH_EACH = LazyPattern("[和及][^，。；、：\n]{1,5}$")
NEXT_ITEM = LazyPattern("[ 　\n]*(?:[一二三四五六七八九十]{1,2}[是、]|[第（(其]|\\d)")
FARTHEST = 44
LONGEST_QUOTATION = 800
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
    if words in ("、”", "：”"):
        mark = Span(phrase.start, phrase.start + 1)
        yield Hit(mark, f"后引号前面不用“{words[0]}”：“{before[-2:]}””", (Edit(mark, ""),))
    elif words in ("》，等", "……等"):
        mark = Span(phrase.start + (words[0] == "》"), phrase.end - 1)
        message = f"“等”前面不用“{mark.of(text)}”：“{text[mark.start - 2 : mark.start]}等”"
        yield Hit(mark, message, (Edit(mark, ""),))
    elif words == "、等":
        around = max(0, phrase.start - WAITS_AROUND), phrase.end + WAITS_AROUND
        if WAITS.search(text, *around):
            return
        mark = Span(phrase.start, phrase.start + 1)
        yield Hit(mark, f"“等”前面不用顿号：“{before[-2:]}等”", (Edit(mark, ""),))
    elif words == "吗。":
        yield _mend(phrase, "？", f"问句末用问号：“{before[-1:]}吗？”", IS_IT_ASKED)
    elif words in ("、和", "、及"):
        yield from _pause(text, phrase, before)
    elif words[1:] == "一是":
        if (COUNTED if words[0] != "。" else FOLLOWED).search(before):
            yield _lead(phrase, words, before)
    elif words[0] == "。" and words[-1] == "；":
        if not NEXT_ITEM.match(text, phrase.end):
            yield _mend(phrase, "。", f"列举到最后一项，用句号：“{words[-2]}。”")
    elif words[0] in "。”‘" or words[1] == "“":
        yield from _quoted(text, phrase, before)
    elif words[1:] in ("是、", "是：", "是:") and words[0] != "但":
        if CLAUSE_BEGINS.search(before):
            after = text[phrase.end : phrase.end + 2]
            yield _mend(phrase, "", f"“{words[:-1]}”后面不用标点：“{words[:-1]}{after}”")
    elif words[-1] in "？。" and words[:2] not in ("如下", "主要"):
        yield from _asked(text, phrase, before)
    elif words[-1] not in "、：:" or words[:2] in ORDER or CLAUSE_BEGINS.search(before):
        right = RIGHT[words[-1]]
        why = "提起下文用冒号" if right == "：" else f"“{words[:-1]}”后面用逗号"
        message = f"{why}：“{words[:-1]}{right}”"
        if words[-1] == "。":
            # 现报告如下。（一）…: many end the sentence here, and before chapters it is usual.
            yield Hit(Span(phrase.end - 1, phrase.end), message, asks="下面是接着说的吗？")
        else:
            yield _mend(phrase, right, message)


def _mend(phrase: Span, right: str, message: str, asks: str = "") -> Hit:
    """The last mark of a phrase is wrong."""
    last = Span(phrase.end - 1, phrase.end)
    return Hit(last, message, (Edit(last, right),), asks=asks)


def _lead(phrase: Span, words: str, before: str) -> Hit:
    mark = Span(phrase.start, phrase.start + 1)
    return Hit(mark, f"提起下文用冒号：“{before[-2:]}：{words[1:]}”", (Edit(mark, "："),))


def _asked(text: str, phrase: Span, before: str) -> Iterator[Hit]:
    """A question without its mark, or the mark without a question."""
    words = phrase.of(text)
    last = Span(phrase.end - 1, phrase.end)
    shown = f"“{words[-2]}？”"
    if words[-1] == "？":
        # 请问我的申请书还在吗？
        if text[phrase.start - 1 : phrase.start] == "请":
            return
        if words[0] != "问" or "“" not in text[phrase.end : phrase.end + 1]:
            message = f"这里不是发问，不用问号，如“{words[-3:-1]}。”或“{words[-3:-1]}，”"
            yield Hit(last, message, asks="是在问，还是在说一件事？")
    elif words.startswith("还是"):
        if WHETHER.search(before):
            yield _mend(phrase, "？", f"选择问句末用问号：{shown}", IS_IT_ASKED)
    elif (AT_LAST if words[:2] in ("到底", "究竟") else ASKED).search(before):
        yield _mend(phrase, "？", f"问句末用问号：{shown}", IS_IT_ASKED)


def _quoted(text: str, phrase: Span, before: str) -> Iterator[Hit]:
    """What stands at a quotation mark."""
    words, (start, end) = phrase.of(text), phrase
    if words == "。”":
        found, after = QUOTED.search(before), text[end : end + 1]
        goes_on = "\u4e00" <= after <= "\u9fff"
        if (
            found
            and found["before"] not in SAID
            and (not goes_on or found["before"] in PART_OF_SENTENCE)
        ):
            message = "引的话是句子的一部分，句号放在引号外，写作“”。”"
            is_part = found["before"] in PART_OF_SENTENCE
            edits = (Edit(phrase, "”。"),) if is_part else ()
            yield Hit(phrase, message, edits, asks="引的是一整句话吗？")
    elif words == "”。":
        if SAYING.search(before):
            message = f"“说：”后面引的是整句话，句号放在引号里：“{before[-2:]}。””"
            yield Hit(phrase, message, (Edit(phrase, "。”"),))
    elif words == "”，的":
        comma = Span(start + 1, start + 2)
        yield Hit(comma, "引的话后面接“的”，中间不用逗号", (Edit(comma, ""),))
    elif words[0] == "‘":
        line = text[max(0, start - LONGEST_QUOTATION) : start].rpartition("\n")[2]
        if line.rfind("“") <= line.rfind("”") and line.rfind("「") <= line.rfind("」"):
            marks = (Edit(Span(start, start + 1), "“"), Edit(Span(end - 1, end), "”"))
            yield Hit(phrase, f"外层的引号用双的：“{words[1:-1]}”", marks)
    else:
        place = Span(start + 1, start + 1)
        yield Hit(
            Span(start, start + 2),
            f"“{words[0]}”后面引一整句话，用冒号",
            (Edit(place, "："),),
            asks="引的是一整句话吗？",
        )


def _pause(text: str, phrase: Span, before: str) -> Iterator[Hit]:
    """城东、城西、和城北: short items."""
    joint = text[phrase.start + 1]
    behind = text[phrase.end : phrase.end + 2]
    if WITH_EACH.search(before):
        return
    if joint + behind[:1] in common_words() or behind[:1] in NAMED_AFTER:
        return
    if ITEM_BEFORE.search(before[-LONGEST_ITEM:]) and ITEM_BEHIND.match(text, phrase.end):
        yield Hit(
            Span(phrase.start, phrase.start + 1),
            f"“{joint}”已经连接两项，前面的顿号多余：“{before[-2:]}{joint}{behind}”",
            asks="“、”前后是并列的两项吗？",
        )
