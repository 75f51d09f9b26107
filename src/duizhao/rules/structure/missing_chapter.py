from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure._required import missing_chapter
from duizhao.statement import ChapterKind, Statement


@rule(
    "DZ115",
    on=Statement,
    severity=Severity.WARNING,
    source="活动模板所列要求及其出处",
    strength=Strength.VERIFIED,
)
def missing_last_year(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """没有上年度整改落实情况"""
    asks = "上年度的整改事项逐项落实了吗？哪些还没有完成，为什么？"
    return missing_chapter(reading, ChapterKind.LAST_YEAR, asks)


@rule(
    "DZ116",
    on=Statement,
    severity=Severity.WARNING,
    source="活动模板所列要求及其出处",
    strength=Strength.VERIFIED,
)
def missing_case(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """没有典型案例剖析"""
    return missing_chapter(
        reading, ChapterKind.CASE, f"对照了哪个案例？{reading.oneself}有没有类似的问题？"
    )
