"""What words about a deadline say for certain: its kind, and the last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

KINDS = (
    ("立行立改", re.compile("立行立改|立查立改|即知即改")),
    ("阶段", re.compile("分阶段|阶段性整改|阶段整改|阶段性完成")),
    ("长期坚持", re.compile("长期坚持")),
)
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
DAY = re.compile(
    r"(?:(?P<year>20\d\d) ?(?:年|[-./])) ?(?:"
    r"(?P<month>\d{1,2}) ?(?:月份?|[-./]) ?(?:(?P<day>\d{1,2}) ?[日号]?|(?P<part>[上中下]旬|初))?"
    r"|(?P<half>上半年|年?底|年?末|全年|内|第?[一二三四1-4]季度)?)"
)
BARE = re.compile(r"(?<![\d年])(?P<month>\d{1,2}) ?月份?(?:(?P<day>\d{1,2}) ?[日号])?")
# What begins on a day, or goes on from it, does not end there.
BEGINS = ("起", "开始", "以来", "至", "到", "—", "-", "~")
PERIODS = {"上旬": 10, "中旬": 20}
QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def kind(text: str) -> str:
    """立行立改, 阶段 or 长期坚持 where the text says one of them, and only one."""
    found = [name for name, pattern in KINDS if pattern.search(text)]
    return found[0] if len(found) == 1 else ""


def last_day(words: str) -> str:
    """The last day that the words name, as 2024-06-30; nothing unless year and month are certain.

    A month without a year counts in the year named before it: 2024年3月起，12月底前. 月 alone or 月底 is its last day.
    """
    text = words.translate(FULL_WIDTH)
    days: list[date] = []
    at, year = 0, 0
    while True:
        found = DAY.search(text, at)
        bare = BARE.search(text, at) if year else None
        if bare and (not found or bare.start() < found.start()):
            found = bare
        if not found:
            break
        named = found.groupdict()
        year = int(named.get("year") or year)
        at = found.end()
        if (day := _day(year, named)) and not text.startswith(BEGINS, at):
            days.append(day)
    return max(days).isoformat() if days else ""


def _day(year: int, named: dict[str, str | None]) -> date | None:
    half = named.get("half")
    if named["month"] is None:
        return _of_half(year, half) if half else None
    month, day, part = int(named["month"]), named.get("day"), named.get("part")
    if not 1 <= month <= 12 or part == "初":
        return None
    last = monthrange(year, month)[1]
    number = int(day) if day else PERIODS.get(part or "", last)
    return date(year, month, number) if 1 <= number <= last else None


def _of_half(year: int, half: str) -> date | None:
    if half == "上半年":
        return date(year, 6, 30)
    if "季" in half:
        month = QUARTERS[half[-3]]
        return date(year, month, monthrange(year, month)[1])
    return date(year, 12, 31)
