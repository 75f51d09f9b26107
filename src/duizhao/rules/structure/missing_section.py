"""No problems, no causes or no measures"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.rules.structure._required import reminder
from duizhao.statement import ChapterKind, Statement

QUESTIONS = {
    ChapterKind.PROBLEMS: "查摆出了哪些问题？",
    ChapterKind.CAUSES: "这些问题从{oneself}身上找，根子在哪里？",
    ChapterKind.MEASURES: "每个问题准备怎样改、何时改到什么程度？",
}


@rule(
    "DZ105",
    on=Statement,
    severity=Severity.WARNING,
    source="历次专题民主生活会通知",
    strength=Strength.VERIFIED,
    criteria=("A17",),
)
def missing_section(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """缺少规定的部分"""
    for kind, question in QUESTIONS.items():
        is_required = kind in statement.profile.sections and not _is_left_out(kind, reading)
        if is_required and not statement.chapters_of(kind):
            note, severity = reminder(statement.profile.status)
            yield Hit(
                opening(reading.document),
                f"没有看到“{kind.value}”部分。",
                asks=question.format(oneself=reading.oneself),
                advice=note,
                severity=severity,
            )


def _is_left_out(kind: ChapterKind, reading: Reading) -> bool:
    """Whether a list is not asked for a part: for causes, and for measures if it is a table whose title names none."""
    if not reading.is_list:
        return False
    if kind is ChapterKind.MEASURES:
        return (
            "整改" not in reading.document.whole_title
            and "措施" not in reading.document.whole_title
        )
    return kind is ChapterKind.CAUSES
