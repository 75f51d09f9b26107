"""An aspect under a similar name"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.structure._aspects import renamed_aspects
from duizhao.statement import Statement


@rule(
    "DZ109",
    on=Statement,
    severity=Severity.HINT,
    source="历次专题民主生活会通知的用语",
    strength=Strength.PRACTICE,
    criteria=("A1",),
)
def renamed_aspect(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """对照方面改了名称"""
    for aspect, section in renamed_aspects(reading):
        yield Hit(
            section.heading.title,
            f"这一方面在通知里叫“{aspect.name}”。",
            asks="是同一方面换了说法，还是另有依据？",
        )
