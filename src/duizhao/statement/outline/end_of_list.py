"""Paragraphs that close the list above them: a summary, what looks ahead, lines behind the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.document import Document, Paragraph
from duizhao.document.field_labels import FIELD_LABEL
from duizhao.statement.outline.lead_in import LOOKS_AHEAD, SUMS_UP
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LEAD_IN = LazyPattern(
    r".*[：:]\s*$|.{0,20}如下[。：]?\s*$|.*(?:批评指正|请.{0,8}(?:批评|指正)|请(?:各位|大家|同志|组织|领导|与会|在座).{0,6}监督)|(?:[^。]{0,8}[，。])?请.{0,8}监督[。！]?$|以上是.{0,40}$"
    "|(?:班子|我们?|本人|党[组委])?(?:诚恳|真诚|热忱)?欢迎.{0,10}(?:批评|指正|帮助)[。！]?$"
    "|(?:我|班子|党[组委])?(?:请求|恳请|请)[^。；：，\n]{1,30}(?:(?:监督|批评|帮助|提醒)(?:我|班子)[^。；\n]{0,10}|(?:处分|处理|把关|审查))[。！]?$"
    "|(?:此致|敬礼)[！!]?$",
    re.DOTALL,
)
STOPS = "。！？!?；;，,：:”’）)…"
CLOSES = LazyPattern(
    "附[ 　]*件|附：|联系人|联系电话|电话|抄送|(?![（(0-9①-⑳]|[^：:]{1,8}[：:].).{0,8}$"
)
# 填表人签字：邵春晖; 抄送：县纪委。; 局办公室 2024年1月22日印发
FORM_LINE = LazyPattern(
    "[^，。；：:\n]{0,10}(?:签字|签名|签章|盖章|审核意见|填表日期|填表时间)[^，。；：:\n]{0,6}[：:].{0,30}$"
    "|(?:抄[送报]|主题词|印发单位|校对|打印)[：:]|[^，。；\n]{0,40}日(?:印发|印制)$"
)
# What begins so closes a text where it asks for an answer.
_WORDS_TO_ALL = (
    "(?:以上|上述|如有不|[^，。！\n]{0,4}不[当妥足对好周](?:之处|的地方)|恳请|敬请|诚请|(?:诚恳|真诚|热忱)[^，。]{0,4}[请迎])[^。！\n]{0,40}"
    "(?:批评|指[正出教点]|监督|帮助|意见|补充|审[查阅议核]|评[议判]|斧正|谅解)[^，。！\n]{0,6}"
    "|请[^，。！\n]{0,12}(?:批评|指正|指教|指出)[^，。！\n]{0,4}"
    "|(?:我|汇报|发言|检查|，)*(?:[讲说]|汇报|发言|检查|就|先|到|这[里儿]|，){1,6}完[了毕]|谢谢(?:大家|各位|同志们)?"
)
CLOSING_WORDS = LazyPattern(
    f"(?<=[。！？；\n 　])(?:(?:{_WORDS_TO_ALL})[。！]\\s*)*(?:{_WORDS_TO_ALL})[。！]?\\Z"
)
LAST_WORD = LazyPattern("批评|指|监督|帮助|意见|补充|审|评|谅|斧|完|谢谢")
OPENING_LENGTH = 60
"""The longest text before closing words that makes one paragraph with them: 痛定思痛，警钟长鸣。恳请同志们监督。"""
ANSWERS_ALL = LazyPattern(
    ".*(?:(?:上述|以上|这些|这几|这[一二三四五六七八九十两])[^，。]{0,6}(?:措施|举措|打算|承诺|整改|做法|要求|安排|事项|任务)"
    "|整改的?(?:实效|成效|成果)|以(?:此次?|这次|本次)[^，。]{0,16}为(?:一个)?(?:新的?)?(?:契机|起点|动力)(?![^\n]{0,40}(?:由[我本]|每[天日周月季]))"
    "|请(?:大家|组织|同志们?|各位|党组|支部)[^，。]{0,8}(?:看|监督|提醒|批评|帮助))"
)
# A pledge names no day, nobody and no number.
PLEDGE = LazyPattern(
    "(?!.*(?:[0-9].{0,4}[月日前]|由[我本]|每[天日周月季]))[^\n]{0,80}?(?:以|把)(?:此次?|这次|本次)[^，。\n]{0,20}(?:为|作为|当作)(?:一个)?(?:新的?)?(?:契机|起点|动力|开端)"
)
# 党组将以更高的标准交出合格答卷, and no day, nobody and no number.
SLOGAN = LazyPattern(
    "(?![^\n]*(?:[0-9]|由[我本]|每[天日周月季]|负责|牵头))[^\n]{0,100}(?:答卷|新局面|新篇章|新征程|新起点|新的更大|不负(?!责)|不辜负|更大[的]?贡献"
    "|(?:巩固|拓展|深化)[^，。\n]{0,16}成果|再立新功|再奋蹄|勇毅前行|砥砺前行|以更[^，。\n]{1,8}的[^，。\n]{1,8}、更|战斗堡垒|取信于[民群]"
    "|[知担履尽]责于|[坚相]信|更加?美好|确保[^，。\n]{0,8}(?:落到实处|落地见效|见底见效|取得实效)[。！]?$|踔厉奋发|笃行不怠|只争朝夕|锐意进取|真抓实干|赶考|添砖加瓦|贡献[^，。\n]{0,6}力量|合格的?[^，。\n]{0,10}[。！]?$)"
)
# What may go on with a measure: a day, a period, somebody who acts, a label, an example.
_MORE_OF_MEASURE = (
    "由(?![于此衷])[^，。]|负责|责任|[时期]限|每[天日周月季年次个]|[月日号周季年]底?(?:[之以]?前|起)|底前|前完成"
    "|建立|制[定订]|具体|比如|例如|同时|另外|此外|其中|首先|到时|周[一二三四五六日末]|[天月周]内|小时"
)
GOES_ON = LazyPattern(f".{{0,80}}?(?:[^，。；]{{1,8}}[：:]|{_MORE_OF_MEASURE})")
# Behind measures of one line each only what begins so does.
GOES_ON_AT_ONCE = LazyPattern(f"{FIELD_LABEL}[：:]|[^，。；：]{{0,12}}?(?:{_MORE_OF_MEASURE})")
# 哪一条没有做到，请组织处理我。 我今年五十三，还有七年，…
PARTS = LazyPattern(
    "[^\n]{0,60}?(?:(?:希望|请|欢迎)[^，。；\n]{0,16}(?:(?:批评|监督|提醒|帮助|指正|补充|审[阅查])[。！]|处理我|处分|存档|存起来|拿出来|[别要]给我|[盯看]着我)"
    "|接受[^，。；\n]{0,8}(?:处理|处分)|主动辞|我(?:自己|主动)?下岗|(?:这[份次]|我的|此次)检查(?![结站单表记])|写(?:这[份篇张]|到这)|这张纸|话[讲说]完|[讲说]完了|听我[说讲]"
    "|惭愧|愧对|有愧|感谢|谢谢|表个态|寝食|信得过|(?:群众|大家|组织)说了算|看行动|话糙|一千道一万|不吝|以上[^，。；\n]{0,6}真实性|以我为[镜鉴戒]"
    "|人在做|天在看|松了一口气|一身汗|记住(?:今天|这次)|路还长|为起点|培养了?我|没有理由不|与我无关|不在这里|再来[^，。；\n]{0,4}[会台]上)"
    "|(?:我今年|如果|要是)?[^，。；\n]{0,8}(?:做不到(?!的)|没有?做到|不改，|岁，还|，还有[^，。；\n]{1,3}年[退，])"
)
FULL_STOPS = frozenset("。！？”）")
SPEAKS_OF_ONESELF = LazyPattern(".{0,80}?(?:[我咱]|班子|大家|组织|同志|说[到了]|兑现)")
PARAGRAPHS_OF_CLOSING = 6
POINTS_BEFORE, LONGEST_CLOSING = 8, 120


def closes_list(document: Document, paragraph: Paragraph, *, ahead: bool) -> bool:
    """Whether a paragraph closes the list above it, or stands behind the signature.

    With `ahead` one that looks ahead (今后，…) closes it too.
    """
    text, (start, end) = document.text, paragraph.span
    signed = document.signature or document.date
    attached = document.attachments
    if (signed and start > signed.start) or (attached and start > attached[0].start):
        return True
    if text[end - 1] not in STOPS and CLOSES.match(text, start, end):
        return True
    if SUMS_UP.match(text, start, end) or is_closing(text, start, end):
        return True
    if FORM_LINE.match(text, start, end):
        return True
    return ahead and LOOKS_AHEAD.match(text, start, end) is not None


def is_closing(text: str, start: int, end: int) -> bool:
    """Whether a paragraph only leads on, or asks for criticism."""
    if LEAD_IN.match(text, start, end):
        return True
    begins = closing_words(text, start, end)
    return begins < end and begins - start <= OPENING_LENGTH


def only_sums_up(text: str, start: int, end: int) -> bool:
    """Whether a paragraph speaks of all problems and resolves nothing that can be looked at: 以上问题我件件改到位。"""
    return SUMS_UP.match(text, start, end) is not None and not GOES_ON.match(text, start, end)


def pledges(text: str, start: int, end: int) -> bool:
    """Whether a paragraph only says what the meeting begins, or vows: 我将以这次民主生活会为新的起点，…."""
    return PLEDGE.match(text, start, end) is not None or SLOGAN.match(text, start, end) is not None


def vows_at_end(document: Document, start: int, end: int) -> bool:
    """Whether a paragraph at the end of a text only vows."""
    return _is_at_end(document, start) and pledges(document.text, start, end)


def is_last_word(document: Document, start: int, end: int) -> bool:
    """Whether a paragraph at the end of a text speaks of the author, and of nothing that is to be done."""
    return (
        _is_at_end(document, start)
        and SPEAKS_OF_ONESELF.match(document.text, start, end) is not None
        and not GOES_ON.match(document.text, start, end)
    )


def stands_apart(document: Document, points: Sequence[Span], paragraph: Paragraph) -> bool:
    """Whether a paragraph behind the last of `points` is what the author says of all of them, at the end of a text.

    So it is where it names what was resolved above, or where each point before has no more lines than the last one
    has without it, and it speaks of the author and goes on with no measure.
    """
    text, (start, end) = document.text, paragraph.span
    if FORM_LINE.match(text, start, end):
        return True
    if (
        not _is_at_end(document, start)
        or text[points[-1].start : start].rstrip()[-1:] not in FULL_STOPS
    ):
        return False
    if ANSWERS_ALL.match(text, start, end) or SLOGAN.match(text, start, end):
        return True
    lines = [_lines(text, *each) for each in points[-POINTS_BEFORE:]]
    if len(lines) < 3 or _lines(text, points[-1].start, start) < max(lines[:-1]):
        return False
    goes_on = GOES_ON_AT_ONCE if max(lines[:-1]) == 1 else GOES_ON
    speaks = SPEAKS_OF_ONESELF.match(text, start, end) or PARTS.match(text, start, end)
    return bool(speaks) and not goes_on.match(text, start, end)


def parts_at_end(document: Document, start: int, end: int) -> bool:
    """Whether a paragraph at the end of a text only takes leave of those who hear it, and resolves nothing."""
    return (
        PARTS.match(document.text, start, end) is not None
        and _is_at_end(document, start)
        and not GOES_ON_AT_ONCE.match(document.text, start, end)
    )


def _is_at_end(document: Document, start: int) -> bool:
    """Whether only a few paragraphs follow `start`, none of them counted, and no heading."""
    if document.headings and document.headings[-1].span.start > start:
        return False
    last = document.paragraphs[-PARAGRAPHS_OF_CLOSING:]
    return last[0].span.start <= start and not any(
        each.items or each.table for each in last if each.span.start >= start
    )


def _lines(text: str, start: int, end: int) -> int:
    return len([line for line in text[start:end].split("\n") if line.strip()])


def closing_words(text: str, start: int, end: int) -> int:
    """Where the words begin that close a text up to `end`: 以上检查，请批评指正。 If none do, `end`."""
    if not LAST_WORD.search(text, max(start, end - 12), end):
        return end
    found = CLOSING_WORDS.search(text, max(start, end - LONGEST_CLOSING), end)
    return found.start() if found else end
