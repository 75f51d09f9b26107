"""Days as statements write them: 2025年2月, 二〇二一年上半年. The days on which a statement can have been written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from duizhao.document import Document
from duizhao.document.years import YEAR, year_in, year_of_date, year_of_title
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

NUMERAL = "[0-9一二三四五六七八九十]{1,3}"
PERIODS = {
    "上半年": 6, "下半年": 12, "年初": 3, "初": 3, "第一季度": 3, "第二季度": 6, "第三季度": 9, "第四季度": 12,
    "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12,
}  # fmt: skip
"""With the last month of each."""
WRITTEN = LazyPattern(
    rf"(?:(?P<year>{YEAR.pattern})年度?(?P<period>{'|'.join(PERIODS)})?|(?<![0-9一二三四五六七八九十年]))"
    rf"(?:(?P<month>{NUMERAL})月份?(?:(?P<day>{NUMERAL})[日号])?)?"
)
DAY = LazyPattern(rf"年 ?({NUMERAL}) ?月 ?({NUMERAL}) ?日")


class WrittenDay(NamedTuple):
    """A day, month or year in the text, and the last day that these words allow."""

    span: Span
    last: date


def last_day_in(text: str, span: Span) -> WrittenDay | None:
    """The last date inside `span`; a month alone is one of the year that stands before it."""
    year, found = 0, None
    for each in WRITTEN.finditer(text, *span):
        if not each[0]:
            continue
        if each["year"]:
            named = year_in(text, Span(*each.span("year")))
            year = named[0] if named else 0
        month = value(each["month"]) if each["month"] else PERIODS.get(each["period"] or "", 12)
        day = value(each["day"]) if each["day"] else None
        last = _last(year, month or 0, day) if year else None
        found = WrittenDay(Span(*each.span()), last) if last else None
    return found


def _last(year: int, month: int, day: int | None) -> date | None:
    try:
        if day is not None:
            return date(year, month, day)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(1) if month else None
    except ValueError:
        return None


def written_between(document: Document) -> tuple[date, date, Span] | None:
    """The first and last day on which a document can have been written, and the words that say so.

    The meeting of the title's year is often held early in the next.
    """
    dated, titled = year_of_date(document), year_of_title(document)
    if dated:
        year, span = dated
        found = DAY.match(document.text, span.end)
        day = _last(year, value(found[1]) or 0, value(found[2])) if found else None
        return day or date(year, 1, 1), day or date(year, 12, 31), span
    return (date(titled[0], 1, 1), date(titled[0] + 1, 12, 31), titled[1]) if titled else None
