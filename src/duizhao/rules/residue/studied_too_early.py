from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR

from duizhao.chronology import Event, EventKind, chronology
from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.residue._days import WrittenDay, last_day_in, written_between
from duizhao.status import Status
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

NUMBERS = "{一,二,三,四,五,六,七}"
PHRASES = Phrases(
    {
        f"{{十八,十九,二十}}届{NUMBERS}中全会": "",
        f"第{{十八,十九,二十}}届中央委员会第{NUMBERS}次全体会议": "",
        "{十八,十九,二十}大": "",
        "第{十八,十九,二十}次全国代表大会": "",
        "《习近平谈治国理政》第{一,二,三,四,五}卷": "",
        "《中共中央关于全面": "[^《》\n]{1,60}》",
        "《中共中央关于进一步全面": "[^《》\n]{1,60}》",
        "《中共中央关于制定": "[^《》\n]{1,60}》",
        "《中共中央关于坚持和完善": "[^《》\n]{1,60}》",
        "《中共中央关于党的百年奋斗": "[^《》\n]{1,60}》",
    }
)
CONGRESSES = {"十八": 2012, "十九": 2017, "二十": 2022}
"""With the year of each, in which the first plenum is held too."""
SENTENCE_ENDS = "。；！？!?\n"
# Between a date and what was studied then.
LONGEST_BETWEEN = 40
STUDY = LazyPattern("学|读|传达|研讨|轮训|培训|宣讲|领会|贯彻|辅导|讲授|收看|测试|专题|党课")
STUDIED = LazyPattern(
    "的?(?:主要|重要|核心)?(?:精神|报告|公报|决定|决议|内容|部署|原文|文件)?[^，。；\n]{0,8}"
    "(?:学习|轮训|研讨|宣讲|培训|辅导|测试|传达|党课|专题)"
)
SPIRIT = LazyPattern("的?(?:主要|重要)?(?:精神|报告|公报|决定|决议)")
# What happened on the date instead, or that it was still to come, or the time has no end.
OTHER_ACT = LazyPattern(
    "入党|入职|任职|就任|到任|上任|任命|参加工作|调[入到任]|调整|担任|提拔|毕业|出生|印发|下发|出台|制定|修订|发布|公布|成立|"
    "开工|建成|召开|举行|闭幕|胜利|迎|庆祝|筹备|即将|[以之]前|规划|目标|以来|[以之]后|过后|起|至今|后|没有召开|未召开|如今|现在|今天|今年|目前|眼下|时的"
)
COMING = LazyPattern("迎|筹备|即将|将要|等待|期待")
LONGEST_COMING = 10
BEFORE_DATE = LazyPattern("[比较自从].?$")
LATER = LazyPattern("[^，。；\n]{0,4}(?:召开|[以之][后前来]|闭幕|开幕|期间|代表)")


@rule(
    "DZ326",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="历次全会和代表大会的公报、报道",
    strength=Strength.VERIFIED,
    criteria=("G1",),
)
def studied_too_early(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """学习的时间早于会议或文件"""
    title = reading.document.title
    if title and phrase.start < title[-1].end:
        return
    said = _studied_on(phrase, reading) or _written_on(phrase, reading)
    if said is None or said.last.year > _last_year(reading.of(phrase)):
        return
    # Read only now: few texts get here, and the table takes milliseconds.
    event = chronology().event(reading.of(phrase))
    if event and said.last < event.opened and not LATER.match(reading.text, phrase.end):
        yield Hit(
            phrase,
            f"{_came(event)}，{said.last.year}年{said.last.month}月还学不到",
            severity=None if event.status is Status.VERIFIED else Severity.HINT,
            asks="学的是哪一次会议、哪一份文件，是什么时候学的？",
            related=((said.span, "这里的日期"),),
        )


def _last_year(name: str) -> int:
    """A year after which a meeting was held for certain: there is at most one plenum a year between congresses."""
    term = next((each for each in CONGRESSES if each in name[:3]), None)
    if term is None:
        return MAXYEAR
    number = next((at for at, each in enumerate("一二三四五六七") if each in name[3:]), 0)
    return CONGRESSES[term] + number


def _came(event: Event) -> str:
    day = f"{event.opened.year}年{event.opened.month}月{event.opened.day}日"
    verb = "发表" if event.kind is EventKind.WORK else "召开"
    return f"{event.name}{day}才{verb}"


def _studied_on(phrase: Span, reading: Reading) -> WrittenDay | None:
    """The date of the study: the last one before the document's name in the same sentence."""
    text = reading.text
    first = max(0, phrase.start - LONGEST_BETWEEN)
    start = max(first, *(text.rfind(mark, first, phrase.start) + 1 for mark in SENTENCE_ENDS))
    written = last_day_in(text, Span(start, phrase.start))
    if written is None or BEFORE_DATE.search(text, start, written.span.start):
        return None
    between = text[written.span.end : phrase.start]
    is_study = STUDY.search(between) or STUDIED.match(text, phrase.end)
    return written if is_study and not OTHER_ACT.search(between) else None


def _written_on(phrase: Span, reading: Reading) -> WrittenDay | None:
    """The last day on which the statement can have been written, for statements that name what was studied."""
    if not SPIRIT.match(reading.text, phrase.end) and reading.of(phrase)[-1] not in "》卷":
        return None
    written = written_between(reading.document)
    is_to_come = COMING.search(reading.text, max(0, phrase.start - LONGEST_COMING), phrase.start)
    return WrittenDay(written[2], written[1]) if written and not is_to_come else None
