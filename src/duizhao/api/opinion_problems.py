"""The problems of statements that may answer an opinion which somebody gave."""

from __future__ import annotations

from duizhao.api.check import interpret
from duizhao.api.checker import Checker
from duizhao.statement.links.opinion_matches import StatedProblem
from duizhao.text import Source


def stated_problems(source: Source, checker: Checker | None = None) -> tuple[StatedProblem, ...]:
    """The problems that a text has found in its author or team, in text order."""
    return tuple(
        StatedProblem(source.text[slice(*each.claim)], source.text[slice(*each.span)])
        for statement in interpret(source, checker)
        for each in statement.problems
    )
