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
