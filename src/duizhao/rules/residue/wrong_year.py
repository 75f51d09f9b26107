from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.document.years import year_in, year_of_date, year_of_title
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import (
    STATEMENTS,
    Profile,
    Status,
    meetings_of,
    opening_meeting,
    shipped,
    years_of,
)
from duizhao.text import Span


@rule(
    "DZ310",
    on=Document,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("F6",),
)
def wrong_year(document: Document, reading: Reading) -> Iterator[Hit]:
    """年份前后不符"""
    title = year_of_title(document)
    date = year_of_date(document)
    # The meeting of one year is often held early in the next, and the statement dated then.
    if title and date and date[0] not in (title[0], title[0] + 1):
        yield Hit(
            date[1],
            f"标题写{title[0]}年，日期写{date[0]}年",
            asks="是哪一年的会？",
            advice="请把两处写成一致",
            related=((title[1], "标题里的年份"),),
        )
    if reading.statement.kind not in STATEMENTS:
        return
    where, words = "标题", document.whole_title
    if not years_of(words):
        where, words = "开头", _opening_clause(document)
    named = title[1] if where == "标题" and title else _year_in_opening(document, words)
    other = named and _other_campaign(document, words, reading.profile)
    if named and other:
        yield Hit(
            named,
            f"{where}写{_year(document, named)}年，内容却按{other.title}的方面来写",
            asks="本次会议按哪一年的要求？",
        )


def _opening_clause(document: Document) -> str:
    """The clause of the first paragraph that names the meeting."""
    return opening_meeting(document.of(document.preamble[0].span)) if document.preamble else ""


def _year_in_opening(document: Document, clause: str) -> Span | None:
    """The place of the year in that clause."""
    if not clause:
        return None
    start = document.text.find(clause, document.preamble[0].span.start)
    found = year_in(document.text, Span(start, start + len(clause)))
    return found[1] if found else None


def _year(document: Document, place: Span) -> int:
    found = year_in(document.text, place)
    return found[0] if found else 0


def _other_campaign(document: Document, words: str, own: Profile) -> Profile | None:
    """The campaign of another year than these words name that the headings follow; None for a text of its own year.

    Only verified campaigns count: the aspects of the others are used by units in any year.
    """
    years = years_of(words)
    headings = "\n".join(document.of(heading.title) for heading in document.headings)
    if not years or (years & own.years and own.is_followed_by(headings)):
        return None
    meetings = meetings_of(words)
    alike = [
        each
        for each in reversed(shipped().all())
        if each.years and not (meetings and meetings.isdisjoint(each.meetings))
    ]
    is_known = any(each.years & years for each in alike)
    for each in alike:
        if each.years & years or each.status is not Status.VERIFIED:
            continue
        if each.is_followed_by(headings) and (is_known or _is_named_in_full(each, headings)):
            return each
    return None


def _is_named_in_full(campaign: Profile, headings: str) -> bool:
    """Whether the headings name every aspect by its whole name: 理论学习 and 担当作为 stand in other years too."""
    return all(aspect.name.removeprefix("带头") in headings for aspect in campaign.aspects)
