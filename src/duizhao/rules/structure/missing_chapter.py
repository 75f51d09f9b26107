from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import matter_of_its_own
from duizhao.rules.structure._required import missing_chapter
from duizhao.statement import ChapterKind, Statement

MEETING = "民主生活会"


@rule(
    "DZ115",
    on=Statement,
    severity=Severity.WARNING,
    source="活动模板所列要求及其出处",
    strength=Strength.VERIFIED,
    criteria=("A3",),
)
def missing_last_year(statement: Statement, reading: Reading) -> Iterable[Hit]:
    """没有上年度整改落实情况"""
    asks = "上年度的整改事项逐项落实了吗？哪些还没有完成，为什么？"
    if not _is_for_democratic_life(reading):
        return ()
    return missing_chapter(reading, ChapterKind.LAST_YEAR, asks)


@rule(
    "DZ116",
    on=Statement,
    severity=Severity.WARNING,
    source="活动模板所列要求及其出处",
    strength=Strength.VERIFIED,
    criteria=("A5",),
)
def missing_case(statement: Statement, reading: Reading) -> Iterable[Hit]:
    """没有典型案例剖析"""
    return missing_chapter(
        reading, ChapterKind.CASE, f"对照了哪个案例？{reading.oneself}有没有类似的问题？"
    )


def _is_for_democratic_life(reading: Reading) -> bool:
    """Whether the profile, the title or the opening names this meeting: only then there is one of last year."""
    document = reading.document
    first = document.of(document.preamble[0].span) if document.preamble else ""
    if matter_of_its_own(reading.document.whole_title, first):
        return False
    if MEETING in reading.profile.meetings:
        return True
    opening = (*document.title, *(paragraph.span for paragraph in document.preamble))
    return any(MEETING in document.of(span) for span in opening)
