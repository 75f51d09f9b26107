"""Asked for by the campaign, and not there"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure.required import missing_chapter
from duizhao.statement import Kind, Statement


@rule(
    "DZ116",
    on=Statement,
    severity=Severity.WARNING,
    source="活动模板所列要求及其出处",
    strength=Strength.VERIFIED,
)
def missing_case(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """没有典型案例剖析"""
    yield from missing_chapter(reading, Kind.CASE, "对照了哪个案例？本人有没有类似的问题？")
