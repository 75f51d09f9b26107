"""What the chain rests on, put into words: for each answer, which problems it is read to answer and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.lint import Hit, Severity
from duizhao.statement import Cause, Measure, Reason, Statement
from duizhao.text import Span

Related = tuple[tuple[Span, str], ...]


def aspects_without(
    statement: Statement, by: type[Cause] | type[Measure], kind: str, question: str
) -> Iterator[Hit]:
    """The aspects with problems that nothing of one kind answers, where the statement has that kind at all."""
    answers = statement.causes if by is Cause else statement.measures
    unanswered = statement.unanswered(by) if answers else ()
    if not unanswered:
        return
    # Where no answer names an aspect, all rests on likeness of words: that may remind, no more.
    severity = None if any(answer.aspects for answer in answers) else Severity.HINT
    related = answered(statement, answers)
    for aspect, section in unanswered:
        yield Hit(
            section.heading.title,
            f"“{aspect.name}”查摆了问题，却没有读到点它名、或与它说到同一件事的{kind}",
            asks=question,
            related=related,
            severity=severity,
        )


def answered(statement: Statement, answers: Iterable[Cause | Measure]) -> Related:
    """Each answer's claim with the aspects it is read to answer, and the words that show it."""
    return tuple(
        (answer.action if isinstance(answer, Measure) else answer.claim, _told(statement, answer))
        for answer in answers
    )


def _told(statement: Statement, answer: Cause | Measure) -> str:
    links = statement.links_to(answer)
    if not links:
        return "没有读出答的是哪个问题"
    named: dict[str, None] = {}
    shared: dict[str, None] = {}
    for link in links:
        (named if link.reason is Reason.NAMED else shared).update(dict.fromkeys(link.terms))
    parts = [f"点了名：{'、'.join(named)}"] if named else []
    parts += [f"都说到：{'、'.join(shared)}"] if shared else []
    return "这里答的（" + "；".join(parts) + "）"
