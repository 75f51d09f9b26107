"""Personal matters left unexplained"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.profiles import PaperKind
from duizhao.rules.structure._required import missing_chapter
from duizhao.statement import ChapterKind, Statement
from duizhao.text import value


@value
class MissingMattersOptions:
    """`required`: the unit requires the section even if the campaign does not."""

    required: bool = False


QUESTION = "个人有关事项、巡视巡察反馈、组织约谈函询，有没有需要说明的？"
ADVICE = "没有也要写明。"


@rule(
    "DZ117",
    on=Statement,
    severity=Severity.WARNING,
    source="活动模板所列要求及其出处",
    strength=Strength.VERIFIED,
    options=MissingMattersOptions(),
    papers=(PaperKind.PERSON,),
    criteria=("A7", "A8"),
)
def missing_matters(
    statement: Statement, reading: Reading, options: MissingMattersOptions
) -> Iterator[Hit]:
    """没有说明个人有关事项"""
    if options.required and not statement.chapters_of(ChapterKind.MATTERS):
        yield Hit(
            opening(reading.document),
            f"没有看到“{ChapterKind.MATTERS.value}”，duizhao.toml 里要求说明。",
            asks=QUESTION,
            advice=ADVICE,
        )
    elif not options.required:
        yield from missing_chapter(reading, ChapterKind.MATTERS, QUESTION, ADVICE)
