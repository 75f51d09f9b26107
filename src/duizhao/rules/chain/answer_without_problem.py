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

FEWEST_FOREIGN = 3
"""Two measures may well share no word with two problems."""
LEAST_TOLD = 15
"""Characters: 换胶条, at the place of its problem, needs no more words."""


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
    yield from _answering_nothing(statement, Measure, "措施", "它要改的是前面哪一条？")
    yield from _speaking_of_nothing(statement)


def _speaking_of_nothing(statement: Statement) -> Iterator[Hit]:
    """A hit if most measures stand beside the problems and say no word of any: 植树, 锻炼身体, 订报."""
    measures = statement.measures
    if len(measures) < FEWEST_FOREIGN or len(statement.problems) < FEWEST_FOREIGN:
        return
    by_place = [
        each
        for each in measures
        if statement.is_linked(each) and not statement.is_linked_by_words(each)
    ]
    if not is_most(by_place, measures):
        return
    foreign = [
        each
        for each in (measures[at] for at in statement.weighed(Measure).foreign())
        if each.span.end - each.span.start >= LEAST_TOLD
    ]
    if len(foreign) >= FEWEST_FOREIGN and is_most(foreign, measures):
        yield Hit(
            foreign[0].action,
            f"{len(measures)}条措施里有{len(foreign)}条没有说到查摆的任何一个问题",
            asks="这些措施要改的是前面哪几条？",
            related=tuple((each.action, "没有说到哪个问题") for each in foreign[1:]),
        )


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
