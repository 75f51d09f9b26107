"""No problems, no causes or no measures"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.rules.structure._required import reminder
from duizhao.statement import ChapterKind, Statement
from duizhao.text.pattern import LazyPattern

QUESTIONS = {
    ChapterKind.PROBLEMS: "查摆出了哪些问题？",
    ChapterKind.CAUSES: "这些问题从{oneself}身上找，根子在哪里？",
    ChapterKind.MEASURES: "每个问题准备怎样改、何时改到什么程度？",
}

# 个人问题检视整改清单: a table of problems and measures.
LIST_TITLE = LazyPattern("(?:清单|一览表|情况表|登记表)(?:[（(][^）)]*[）)])?$")


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
    """Whether a list in a table is not asked for a part: for causes, and for measures if its title names none."""
    document = reading.document
    title = "".join(map(document.of, document.title))
    if not LIST_TITLE.search(title) or not any(each.table for each in document.paragraphs):
        return False
    if kind is ChapterKind.MEASURES:
        return "整改" not in title and "措施" not in title
    return kind is ChapterKind.CAUSES
