"""Asked for by the campaign, and not there"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure.required import missing_chapter
from duizhao.statement import Kind, Statement


@rule(
    "DZ115",
    on=Statement,
    severity=Severity.WARNING,
    source="活动模板所列要求及其出处",
    strength=Strength.VERIFIED,
)
def missing_last_year(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """没有上年度整改落实情况"""
    yield from missing_chapter(
        reading, Kind.LAST_YEAR, "上年度的整改事项逐项落实了吗？哪些还没有完成，为什么？"
    )
