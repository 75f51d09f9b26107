"""Judges whether what is not linked is sure to be a gap: words may answer each other and share nothing."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document import Section
from duizhao.profiles import Aspect
from duizhao.statement import Cause, Measure, Problem, Statement
from duizhao.text import Span

Answer = Cause | Measure


def answers(statement: Statement, by: type[Answer]) -> tuple[Answer, ...]:
    """All answers of this type."""
    return statement.causes if by is Cause else statement.measures


def unlinked(statement: Statement, by: type[Answer]) -> list[Answer]:
    """The answers of this type that no problem is linked to."""
    return [answer for answer in answers(statement, by) if not statement.is_linked(answer)]


def are_all_linked(statement: Statement, by: type[Answer]) -> bool:
    """Whether words link each answer of this type, so that none is left that could be the missing one."""
    return all(map(statement.is_linked_by_words, answers(statement, by)))


def unanswered_problems(statement: Statement, by: type[Answer]) -> list[Problem]:
    """The problems under no aspect without an answer; under an aspect, one answer is enough for all its problems.

    So it is under a title, where there is no more than one answer for each title.
    """
    asked = [problem for problem in statement.problems if problem.aspect is None]
    left = [problem for problem in asked if not statement.is_answered(problem, by)]
    titles = {problem.heading for problem in asked}
    if not left or None in titles or len(answers(statement, by)) > len(titles):
        return left
    open_titles = titles - {
        problem.heading for problem in asked if statement.is_answered(problem, by)
    }
    return [problem for problem in left if problem.heading in open_titles]


def unanswered_aspects(
    statement: Statement, by: type[Answer]
) -> tuple[tuple[Aspect, Section], ...]:
    """The aspects of which no problem has an answer; empty if the statement has no answers of this type."""
    return statement.unanswered(by) if answers(statement, by) else ()


def go_by_aspects(found: Sequence[Answer]) -> bool:
    """Whether most answers name an aspect: what they name is then what they answer."""
    return is_most([answer for answer in found if answer.aspects], found)


def is_most(some: Sequence[object], of: Sequence[object]) -> bool:
    return 2 * len(some) > len(of)


SERVES = {Cause: 3, Measure: 2}
"""How many problems one answer may well serve, though no word shows it."""


def are_few(statement: Statement, by: type[Answer], asked: Sequence[object]) -> bool:
    """Whether the answers are too few for what asks for them, or measures that share no word with any problem."""
    found = answers(statement, by)
    if SERVES[by] * len(found) < len(asked):
        return True
    return by is Measure and len(asked) > SERVES[by] and len(unlinked(statement, by)) == len(found)


def shown(answer: Answer) -> Span:
    """What is shown of an answer: the action of a measure, the claim of a cause."""
    return answer.action if isinstance(answer, Measure) else answer.claim
