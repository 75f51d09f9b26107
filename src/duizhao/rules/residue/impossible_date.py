from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

BEFORE = LazyPattern(r"(?:(?<!\d)(\d{4})年 ?)?(?<![\d.第])(\d{1,2}) ?$")
DAY = LazyPattern(r"月(?: ?(\d{1,2}) ?[日号](?!楼|机|线|院|门|井|地块|馆|桥|厂|文))?")
CHINESE = LazyPattern(
    r"(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
LONGEST_BEFORE_MONTH = 9
LEAST_DAYS = 28


@rule(
    "DZ313",
    anchors=(
        *(digit + month for digit in "0123456789" for month in ("月", " 月")),
        *("二月三十日", "二月三十一日"),
        *(month + "月三十一日" for month in ("四", "六", "九", "十一")),
    ),
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("F6", "G5"),
)
def impossible_date(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """没有这个日期"""
    text = reading.text
    if _is_month_alone(text, *anchor):
        return
    found = _chinese(text, anchor) if text[anchor.start] in "二四六九十" else _arabic(text, anchor)
    if found:
        yield Hit(
            found,
            f"历法上没有“{reading.of(found)}”",
            asks="事情是哪一天？",
            advice="请对照记录核实",
        )


def _is_month_alone(text: str, start: int, end: int) -> bool:
    """Whether a month of one digit stands without a day, as most do: 3月, and neither 13月 nor 3月30日."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return (
        text[start] in "123456789"
        and text[start + 1] == "月"
        and not (before.isdigit() or before in " .第")
        and not (behind.isdigit() or behind == " ")
    )


def _arabic(text: str, anchor: Span) -> Span | None:
    opening = max(0, anchor.end - 1 - LONGEST_BEFORE_MONTH)
    before = BEFORE.search(text[opening : anchor.end - 1])
    day = DAY.match(text, anchor.end - 1)
    if before is None or day is None:
        return None
    if day[1] is None or 1 <= int(day[1]) <= LEAST_DAYS:
        # Every month has these days, so only the month can be wrong.
        return None if 1 <= int(before[2]) <= 12 else Span(opening + before.start(), day.end())
    year = int(before[1]) if before[1] else 2024
    if _exists(year, int(before[2]), int(day[1])):
        return None
    return Span(opening + before.start(), day.end())


def _chinese(text: str, anchor: Span) -> Span | None:
    found = CHINESE.match(text, anchor.start)
    if found is None:
        return None
    month, day = value(found[1]), value(found[2])
    return Span(*found.span()) if month and day and not _exists(2024, month, day) else None


def _exists(year: int, month: int, day: int) -> bool:
    # Imported here: it takes milliseconds, and few texts name the last days of a month.
    from calendar import monthrange

    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 1, month)[1]
