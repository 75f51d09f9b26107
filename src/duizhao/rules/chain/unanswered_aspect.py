from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document import Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import Aspect
from duizhao.rules.chain._gaps import (
    Answer,
    answers,
    are_all_linked,
    are_few,
    go_by_aspects,
    is_most,
    shown,
    unanswered_aspects,
)
from duizhao.statement import REASON_WORDS, Cause, Measure, Statement


@rule(
    "DZ501",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("C1",),
)
def aspect_without_cause(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有原因"""
    return _unanswered(
        statement, Cause, "原因剖析", f"这些问题为什么会在{reading.oneself}身上发生？"
    )


@rule(
    "DZ502",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("D1",),
)
def aspect_without_measure(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有措施"""
    return _unanswered(statement, Measure, "整改措施", "打算做什么？谁做？何时做完？")


def _unanswered(statement: Statement, by: type[Answer], kind: str, asks: str) -> Iterator[Hit]:
    """A hit for each aspect without an answer where that is sure, or one for the statement where most have none."""
    unanswered = unanswered_aspects(statement, by)
    if not unanswered:
        return
    found = answers(statement, by)
    related = tuple((shown(answer), _links(statement, answer)) for answer in found)
    if _is_sure(statement, by):
        # If no answer names an aspect, the links rest on similar wording alone: that justifies a hint, no more.
        severity = None if any(answer.aspects for answer in found) else Severity.HINT
        for aspect, section in unanswered:
            if severity and _may_be_answered(statement, aspect, by):
                continue
            yield Hit(
                section.heading.title,
                f"“{aspect.name}”查摆了问题，{kind}里没有与它对应的内容",
                asks=asks,
                related=related,
                severity=severity,
            )
    elif is_most(unanswered, statement.aspects) and are_few(statement, by, statement.aspects):
        yield Hit(
            unanswered[0][1].heading.title,
            f"{kind}里没有看出与{_listed(unanswered)}对应的内容",
            asks=f"{kind}里哪一条说的是它们？",
            related=related,
            severity=Severity.HINT,
        )


def _is_sure(statement: Statement, by: type[Answer]) -> bool:
    """Whether no answer is left that could be the missing one. One cause may serve several aspects."""
    found = answers(statement, by)
    if by is Cause and len(found) < len(statement.aspects):
        return all(answer.aspects for answer in found)
    return go_by_aspects(found) or are_all_linked(statement, by)


def _may_be_answered(statement: Statement, aspect: Aspect, by: type[Answer]) -> bool:
    """Whether an answer that is not linked to a problem of the aspect may be its own all the same."""
    return any(statement.may_be_answered(each, by) for each in statement.problems_of(aspect))


def _listed(aspects: Iterable[tuple[Aspect, Section]]) -> str:
    return "、".join(f"“{aspect.name}”" for aspect, _ in aspects)


def _links(statement: Statement, answer: Answer) -> str:
    links = statement.links_to(answer)
    if not links:
        return "没有看出对应哪个问题"
    parts: list[str] = []
    for reason, words in REASON_WORDS.items():
        terms = dict.fromkeys(
            term for link in links if link.reason is reason for term in link.terms
        )
        if terms:
            parts.append(f"{words}{'、'.join(terms)}")
    return "，".join(parts)
