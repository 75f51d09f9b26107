"""An aspect with words but no problem"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import Aspect
from duizhao.statement import Statement
from duizhao.text.pattern import LazyPattern

# A sentence about a fault contains one of these. 不断 and 没有发生 praise.
FAULT = LazyPattern(
    "不(?!断|忘|移|动摇|折不扣|懈|越)|没(?!有发生|有违反|有出现)|未(?!发生|出现|违反)"
    "|[少缺差欠弱低松慢浅淡怕难只满迟拖漏错重轻]|问题|超|折扣|走马观花|应付|一知半解"
)

# Deeds and merits are told with one of these; 下了课就走，是别的老师留下来搬的 tells a fault without a word for it.
MERIT = LazyPattern(
    "始终|坚定|坚持|自觉|严格|认真|积极|能够|能[做按主自]|牢[固记]|深入|扎实|全面|及时|注重|主动|切实|做到|取得|完成|提高|提升"
    "|加强|按照|按[时期]|定期|努力|团结|良好|较好|不断|带头|遵守|没有发生|没有违反|没有出现"
)


@rule(
    "DZ110",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("A2",),
)
def aspect_without_problems(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """对照方面下没有查摆出问题"""
    for aspect, section in statement.aspects:
        # Headings without any content are reported by empty-section.
        if not (section.paragraphs or section.sections) or _has_facts(aspect, statement):
            continue
        told = section.heading.span.end, section.span.end
        if MERIT.search(reading.text, *told) and not FAULT.search(reading.text, *told):
            yield Hit(
                section.heading.title,
                f"“{aspect.name}”下面没有看到查摆的问题。",
                asks="写的是做法和成绩，还是问题没有单独成句？",
            )


def _has_facts(aspect: Aspect, statement: Statement) -> bool:
    """True if a problem under the aspect contains a fact that can be checked."""
    return any(problem.facts for problem in statement.problems_of(aspect))
