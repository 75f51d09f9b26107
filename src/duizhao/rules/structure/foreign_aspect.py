"""An aspect of another campaign"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.document import Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import Profile
from duizhao.rules.structure._aspects import other_campaign, renamed_aspects, unmatched_parts
from duizhao.rules.structure._followed import followed_campaign
from duizhao.rules.structure._required import reminder
from duizhao.statement import Statement


@rule(
    "DZ111",
    on=Statement,
    severity=Severity.WARNING,
    source="历次专题民主生活会通知",
    strength=Strength.VERIFIED,
    criteria=("F7",),
)
def foreign_aspect(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """写了其他活动的对照方面"""
    if not statement.profile.aspects or not (strangers := unmatched_parts(reading)):
        return
    if followed := followed_campaign(reading):
        yield _hit_on_all(statement, reading, *followed)
        return
    near = {section.span for _, section in renamed_aspects(reading)}
    for section in strangers:
        title = reading.of(section.heading.title)
        if section.span in near or not (other := other_campaign(title, statement.profile)):
            continue
        profile, aspect = other
        note, severity = reminder(statement.profile.status, profile.status, aspect.status)
        yield Hit(
            section.heading.title,
            f"“{aspect.name}”是{profile.title}的对照方面，不在{statement.profile.title}之列。",
            asks="这一方面是今年要求的吗？",
            advice=note,
            severity=severity,
        )


def _hit_on_all(
    statement: Statement, reading: Reading, other: Profile, parts: Sequence[Section]
) -> Hit:
    """One hit, where the parts are those of another campaign: what else is missing follows from it."""
    note, severity = reminder(statement.profile.status, other.status)
    names = "、".join(f"“{aspect.name}”" for aspect in statement.profile.aspects)
    return Hit(
        parts[0].heading.title,
        f"这里和另外{len(parts) - 1}个标题用的是{other.title}的对照方面；{statement.profile.title}的是{names}。",
        asks="开的是哪个会，通知要求对照哪几个方面？",
        advice=note,
        severity=severity,
        related=tuple((part.heading.title, "同一活动的方面") for part in parts[1:]),
    )
