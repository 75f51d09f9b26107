"""“围绕六个方面”, and five follow"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure._aspects import parts
from duizhao.rules.structure._followed import followed_campaign
from duizhao.statement import ChapterKind
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

NUMERAL = LazyPattern(r"(?<!第)([一二三四五六七八九十两]{1,2}|\d{1,2})$")

TOLD_BY_OTHERS = LazyPattern("(?:反馈|指出|提出|通报|移交|下发|点出)[^，。；\n]{0,8}$")


@rule(
    "DZ118",
    anchors=("个方面", "个带头"),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def wrong_aspect_count(place: Span, reading: Reading) -> Iterator[Hit]:
    """开头说的方面数与正文不符"""
    sections = reading.document.sections
    if not sections or place.start > sections[0].span.start:
        return
    # 巡察反馈4个方面13个问题, what others told counts their own.
    if TOLD_BY_OTHERS.search(reading.text, max(0, place.start - 16), place.start):
        return
    claim = NUMERAL.search(reading.text, max(0, place.start - 2), place.start)
    claimed = value(claim[1]) if claim else None
    listed = parts(reading)
    chapters = reading.statement.chapters_of(ChapterKind.PROBLEMS)
    found = {len(reading.statement.aspects), len(listed), len(sections), len(chapters)}
    if claim and claimed and listed and claimed not in found and not followed_campaign(reading):
        span = Span(claim.start(), place.end)
        yield Hit(
            span,
            f"开头说“{reading.of(span)}”，查摆的问题分了{len(listed)}个方面。",
            asks="是少写了方面，还是数字没有跟着改？",
            related=tuple((part.heading.title, "查摆的方面") for part in listed),
        )
