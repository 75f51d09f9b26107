from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.chain._gaps import (
    Answer,
    answers,
    go_by_aspects,
    is_most,
    shown,
    unanswered_aspects,
    unanswered_problems,
    unlinked,
)
from duizhao.statement import Cause, Measure, Statement


@rule(
    "DZ505",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("C1", "C6"),
)
def cause_answering_nothing(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """原因没有对应的问题"""
    return _answering_nothing(statement, Cause, "原因", "它解释的是前面哪一条？")


@rule(
    "DZ506",
    on=Statement,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D1",),
)
def measure_answering_nothing(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """措施没有对应的问题"""
    return _answering_nothing(statement, Measure, "措施", "它要改的是前面哪一条？")


def _answering_nothing(
    statement: Statement, by: type[Answer], kind: str, asks: str
) -> Iterator[Hit]:
    # What answers the only problem there is needs no words of it.
    alone = unlinked(statement, by) if len(statement.problems) > 1 else []
    if not alone or not _is_sure(statement, by):
        return
    found = answers(statement, by)
    if len(alone) > 1 and is_most(alone, found):
        yield Hit(
            shown(alone[0]),
            f"{len(found)}条{kind}里有{len(alone)}条没有看出对应哪个问题",
            asks=f"这些{kind}对应前面哪几条？",
            related=tuple((shown(answer), "没有看出对应哪个问题") for answer in alone[1:]),
        )
        return
    for answer in alone:
        yield Hit(shown(answer), "查摆的问题里没有与这一条对应的", asks=asks)


def _is_sure(statement: Statement, by: type[Answer]) -> bool:
    """Whether no problem is left that the answer could belong to: one answered by place alone may be."""
    found = answers(statement, by)
    if go_by_aspects(found):
        return True
    if any(statement.is_linked(each) != statement.is_linked_by_words(each) for each in found):
        return False
    return not unanswered_problems(statement, by) and not unanswered_aspects(statement, by)
