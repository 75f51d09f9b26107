from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.document.years import year_of_date, year_of_title
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import Profile, Status, meetings_of, shipped, years_of


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
    other = _earlier_campaign(document, reading.profile)
    if other:
        yield Hit(
            span,
            f"标题写{year}年，内容却按{other.title}的方面来写",
            asks="本次会议按哪一年的要求？",
        )


def _earlier_campaign(document: Document, own: Profile) -> Profile | None:
    """The campaign of a year before the title's that the headings follow; None for a text of its own year.

    Only verified campaigns count: the aspects of the others are used by units in any year.
    """
    title = "".join(map(document.of, document.title))
    years = years_of(title)
    if not years or years & own.years:
        return None
    headings = "\n".join(document.of(heading.title) for heading in document.headings)
    meetings = meetings_of(title)
    for each in reversed(shipped().all()):
        if not each.years or max(each.years) >= min(years) or each.status is not Status.VERIFIED:
            continue
        if meetings and meetings.isdisjoint(each.meetings):
            continue
        if each.is_followed_by(headings):
            return each
    return None
