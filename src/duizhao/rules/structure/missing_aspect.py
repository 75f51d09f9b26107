"""An aspect of the campaign without a section"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import heading_of
from duizhao.rules.structure._aspects import (
    begins_paragraph,
    is_quoted,
    missing_aspects,
    renamed_aspects,
)
from duizhao.rules.structure._followed import followed_campaign
from duizhao.rules.structure._required import reminder
from duizhao.statement import ChapterKind, Statement


@rule(
    "DZ107",
    on=Statement,
    severity=Severity.WARNING,
    source="历次专题民主生活会通知",
    strength=Strength.VERIFIED,
    criteria=("A1",),
)
def missing_aspect(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """缺少规定的对照方面"""
    lacking = missing_aspects(reading)
    if not lacking or followed_campaign(reading):
        return
    # A list is ordered as its office likes: it may name none.
    if reading.is_list and len(lacking) == len(reading.profile.aspects):
        return
    if taken := {aspect.key for aspect, _ in renamed_aspects(reading)}:
        lacking = [aspect for aspect in lacking if aspect.key not in taken]
    if lacking := [
        aspect
        for aspect in lacking
        if not (begins_paragraph(aspect, reading) or is_quoted(aspect, reading))
    ]:
        names = "、".join(f"“{aspect.name}”" for aspect in lacking)
        note, severity = reminder(statement.profile.status, *(each.status for each in lacking))
        yield Hit(
            heading_of(reading, ChapterKind.PROBLEMS),
            f"{statement.profile.title}规定的对照方面中，没有看到{names}。",
            asks="是没有查摆，还是并到了别处？",
            advice=note,
            severity=severity,
        )
