from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain.evidence import answered
from duizhao.statement import Cause, Statement


@rule(
    "DZ501",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def aspect_without_cause(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有原因"""
    unanswered = statement.unanswered(Cause) if statement.causes else ()
    if not unanswered:
        return
    # Where no cause names an aspect, all rests on likeness of words: that may remind, no more.
    named = any(answer.aspects for answer in statement.causes)
    severity = None if named else Severity.HINT
    related = answered(statement, statement.causes)
    for aspect, section in unanswered:
        message = (
            f"“{aspect.name}”查摆了问题，却没有读到点它名、或与它说到同一件事的原因；"
            "这些问题为什么会在自己身上发生？"
        )
        yield Hit(section.heading.title, message, (), related, severity)
