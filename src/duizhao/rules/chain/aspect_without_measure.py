from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain.evidence import answered
from duizhao.statement import Measure, Statement


@rule(
    "DZ502",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def aspect_without_measure(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有措施"""
    unanswered = statement.unanswered(Measure) if statement.measures else ()
    if not unanswered:
        return
    # Where no measure names an aspect, all rests on likeness of words: that may remind, no more.
    named = any(answer.aspects for answer in statement.measures)
    severity = None if named else Severity.HINT
    related = answered(statement, statement.measures)
    for aspect, section in unanswered:
        message = (
            f"“{aspect.name}”查摆了问题，却没有读到点它名、或与它说到同一件事的措施；"
            "打算做什么？谁做？何时做完？"
        )
        yield Hit(section.heading.title, message, (), related, severity)
