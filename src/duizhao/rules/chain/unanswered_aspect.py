from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import REASON_WORDS, Cause, Measure, Statement
from duizhao.text import Span

Related = tuple[tuple[Span, str], ...]


@rule(
    "DZ501",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def aspect_without_cause(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有原因"""
    return _unanswered(statement, Cause, "原因剖析", "这些问题为什么会在自己身上发生？")


@rule(
    "DZ502",
    on=Statement,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def aspect_without_measure(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """方面没有措施"""
    return _unanswered(statement, Measure, "整改措施", "打算做什么？谁做？何时做完？")


def _unanswered(
    statement: Statement, by: type[Cause] | type[Measure], kind: str, asks: str
) -> Iterator[Hit]:
    """A hit for each aspect whose problems have no answer of this kind, if the statement has answers of this kind."""
    answers = statement.causes if by is Cause else statement.measures
    unanswered = statement.unanswered(by) if answers else ()
    if not unanswered:
        return
    # If no answer names an aspect, the links rest on similar wording alone: that justifies a hint, no more.
    severity = None if any(answer.aspects for answer in answers) else Severity.HINT
    related = _answered(statement, answers)
    for aspect, section in unanswered:
        yield Hit(
            section.heading.title,
            f"“{aspect.name}”查摆了问题，{kind}里没有与它对应的内容",
            asks=asks,
            related=related,
            severity=severity,
        )


def _answered(statement: Statement, answers: Iterable[Cause | Measure]) -> Related:
    """The claim of each answer, with the aspects it was found to answer and the words that link them."""
    return tuple(
        (answer.action if isinstance(answer, Measure) else answer.claim, _links(statement, answer))
        for answer in answers
    )


def _links(statement: Statement, answer: Cause | Measure) -> str:
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
