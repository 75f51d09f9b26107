"""What the words of a deadline state for certain: its kind, and the last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from duizhao.ledger.row import DeadlineKind

KIND_WORDS = {
    DeadlineKind.AT_ONCE: re.compile("立行立改|立查立改|即知即改|立改立行|即行即改|立即整改"),
    DeadlineKind.IN_STAGES: re.compile("分阶段|阶段性整改|阶段整改|阶段性完成"),
    DeadlineKind.STANDING: re.compile("长期坚持|并长期(?:整改|执行|推进)|持续坚持|常抓不懈"),
}
NUMBER = "[0-9０-９一二三四五六七八九十两半几]{1,3}"
UNTIL = "(?:之前|以前|前|之内|以内|内|底前|底|末|起(?!不?来)|开始)"
YEAR = "(?:20[0-9]{2} ?年|二[〇○零][一二三四五六七八九〇○零]{2}年|今年|明年|本年度?|当年)"
PART_OF_YEAR = "(?:[上下]半年|第?[一二三四1-4]季度|年底|年末|年终|年中|年内|年前|全年)"
EVENT = (
    "(?:(?:[今明]年|本|下)?(?:主?汛期|春节|国庆节?|中秋节?|端午节?|清明节?|元旦|元宵节?|五一|七一|十一|节|开学|放假|学期|期[中末]|"
    "换届|入[冬夏汛]|供暖季?|采暖季|雨季|台风季|防火期|冬季|春耕|春播|秋收|秋种|三夏|霜降|立冬|冬至|"
    "下[次一](?:次|年度)?(?:民主生活会|组织生活会|会议|检查))(?:到来|结束|期)?(?:之前|以前|前|期间))"
)
TIME_WORDS = re.compile(
    # 6月30日前, 2024年3月起, 三月份, 12月底前; not 3月 alone.
    f"{YEAR}? ?{NUMBER} ?月(?:份|{NUMBER} ?[日号]|[上中下]旬|[底末])?{UNTIL}"
    f"|{YEAR}? ?{NUMBER} ?月(?:份|{NUMBER} ?[日号]|[上中下]旬|[底末])(?!的)"
    r"|20[0-9]{2} ?[-./] ?[0-9]{1,2}(?: ?[-./] ?[0-9]{1,2})?(?:日|前|之前|底前)?"
    f"|{YEAR}? ?{PART_OF_YEAR}{UNTIL}?"
    f"|{YEAR}{UNTIL}"
    f"|(?:[本当这次下]个?|每个?)月(?:[上中下]旬|{NUMBER} ?[日号]|月?[底末初])?{UNTIL}?(?:{NUMBER}次)?"
    f"|(?:学期?|月)[底末]{UNTIL}?|{NUMBER} ?个?(?:小时|天|周|月)一[次换轮检]"
    f"|{EVENT}"
    # 三个工作日内, 两个月内, 一周内, 半小时内.
    f"|{NUMBER} ?个?(?:工作日|小时|分钟|天|日|周|星期|月|季度|学期|年)(?:之内|以内|内|之前)"
    # 每周一, 每季度末, 每半年一次; 每周一次 names no Monday.
    "|[每隔](?:个|隔)?(?:周|星期)[一二三四五六日天](?![次回遍个篇场])(?:[上下]午|晚上?)?"
    f"|[每隔](?:{NUMBER} ?个?)?(?:个|半)?(?:工作日|小时|天|日|周|星期|月|季度?|学期|年度?)"
    f"(?:[底末初]|头{NUMBER}天)?(?:{NUMBER}[次回遍])?"
    "|每[晚早]|月月|天天|逐月|按[月季](?:度)?"
    f"|(?:即日|今日|今天|当[天日]|明天|下[周月]|年初){UNTIL}"
    "|当[天日晚场]|今天|明天|次日|[本这下]周(?:[一二三四五六日末]|之?内)?|即刻|立刻|立即(?!整改)|马上"
    "|立行立改|立查立改|即知即改|立改立行|即行即改|立即整改|分阶段|长期坚持|并长期(?:整改|执行|推进)|持续坚持|常抓不懈"
)
FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# 2024年6月30日, 2024-6-30, 2024年3月上旬, 2024年底, 2024年第三季度; a bare 2024年 matches too, to set the year.
DAY_WITH_YEAR = re.compile(
    r"(?:(?P<year>20\d\d) ?(?:年|[-./])) ?(?:"
    r"(?P<month>\d{1,2}) ?(?:月份?|[-./]) ?(?:(?P<day>\d{1,2}) ?[日号]?|(?P<part>[上中下]旬|初))?"
    r"|(?P<period>上半年|年?底|年?末|全年|内|第?[一二三四1-4]季度)?)"
)
# 12月底 or 3月20日 after a year was named. Not the 3月 of 2024年3月, which the other pattern reads.
MONTH_WITHOUT_YEAR = re.compile(
    r"(?<![\d年])(?P<month>\d{1,2}) ?月份?(?:(?P<day>\d{1,2}) ?[日号])?"
)
# A day before one of these words is where something begins, not where it ends.
BEGINNINGS = ("起", "开始", "以来", "至", "到", "—", "-", "~")
LAST_DAY_OF_PART = {"上旬": 10, "中旬": 20}
LAST_MONTH_OF_QUARTER = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def deadline_kinds(text: str) -> tuple[DeadlineKind, ...]:
    """The kinds of deadline that the text names in words."""
    return tuple(kind for kind, words in KIND_WORDS.items() if words.search(text))


def time_words(text: str) -> tuple[str, ...]:
    """The words of time by which something is to be done, or how often, each once, in their order."""
    return tuple(dict.fromkeys(found[0].strip() for found in TIME_WORDS.finditer(text)))


def last_day(words: str) -> date | None:
    """The last day that the words name; None unless its year and month are certain.

    A month without a year counts in the year named before it: 2024年3月起，12月底前. A month without a day stands for
    its last day.
    """
    text = words.translate(FULL_WIDTH_DIGITS)
    days: list[date] = []
    at, year = 0, 0
    while True:
        found = DAY_WITH_YEAR.search(text, at)
        bare = MONTH_WITHOUT_YEAR.search(text, at) if year else None
        if bare and (not found or bare.start() < found.start()):
            found = bare
        if not found:
            break
        named = found.groupdict()
        year = int(named.get("year") or year)
        at = found.end()
        if (day := _day(year, named)) and not text.startswith(BEGINNINGS, at):
            days.append(day)
    return max(days, default=None)


def as_day(text: str) -> date | None:
    """The day that a text like 2024-06-30 names; None for any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(year: int, named: dict[str, str | None]) -> date | None:
    period = named.get("period")
    if named["month"] is None:
        return _end_of_period(year, period) if period else None
    month, day, part = int(named["month"]), named.get("day"), named.get("part")
    if not 1 <= month <= 12 or part == "初":
        return None
    last = monthrange(year, month)[1]
    number = int(day) if day else LAST_DAY_OF_PART.get(part or "", last)
    return date(year, month, number) if 1 <= number <= last else None


def _end_of_period(year: int, period: str) -> date | None:
    if period == "上半年":
        return date(year, 6, 30)
    if "季" in period:
        month = LAST_MONTH_OF_QUARTER[period[-3]]
        return date(year, month, monthrange(year, month)[1])
    return date(year, 12, 31)
