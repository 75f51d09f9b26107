"""An aspect with words but no problem"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Statement


@rule(
    "DZ110",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def aspect_without_problems(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """对照方面下没有查摆出问题"""
    answered = {problem.aspect.key for problem in statement.problems if problem.aspect}
    for aspect, section in statement.aspects:
        # A heading with nothing at all beneath it is told by empty-section.
        if aspect.key not in answered and (section.paragraphs or section.sections):
            yield Hit(
                section.heading.title,
                f"“{aspect.name}”下面没有读出查摆的问题。写的是做法和成绩，还是问题没有单独成句？",
            )
