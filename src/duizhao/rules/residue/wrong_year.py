from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.document.years import year_of_date, year_of_title
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text.pattern import LazyPattern

CAMPAIGN = LazyPattern(r"20\d\d")


@rule(
    "DZ310",
    on=Document,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def wrong_year(document: Document, reading: Reading) -> Iterator[Hit]:
    """年份前后不符"""
    title = year_of_title(document)
    if title is None:
        return
    year, span = title
    date = year_of_date(document)
    # The meeting of one year is often held early in the next, and the statement dated then.
    if date and date[0] not in (year, year + 1):
        yield Hit(
            date[1],
            f"标题写{year}年，日期写{date[0]}年",
            asks="是哪一年的会？",
            advice="请把两处写成一致",
            related=((span, "标题里的年份"),),
        )
    campaign = CAMPAIGN.search(reading.profile.id)
    if campaign and year > int(campaign[0]) + 1:
        yield Hit(
            span,
            f"标题写{year}年，内容却按{reading.profile.title}的方面来写",
            asks="本次会议按哪一年的要求？",
        )
