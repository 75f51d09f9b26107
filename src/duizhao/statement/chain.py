"""Links each problem to the causes and measures that answer it, and says by what.

`named`: the answer stands in the problem's own text, names the problem's aspect, or claims about the very matter that
the problem claims about. `similar`: both speak of the same matters, rare enough in this document to tell its points
apart. Matters are those of `terms`: the words that show a link are shown with it, so that a reader may judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log

from duizhao.statement.model import Cause, Link, Measure, Problem, Reason
from duizhao.text import Span

Answer = Cause | Measure
ENOUGH = (
    1.2  # what shared matters must weigh together; one that half of all points speak of weighs 0.7
)
WIDEST = (
    40  # answers looked at for one matter or aspect; keeps a text of a million characters linear
)


def chain(
    problems: Sequence[Problem],
    answers: Sequence[Answer],
    behind: Mapping[Span, tuple[Span, str]],
) -> tuple[Link, ...]:
    """The links, in the order of the problems and then of the answers.

    `behind` gives, for an answer in a problem's own text, that problem's span and the words that turn to the answer.
    """
    chains = Chain(problems, answers)
    links = [link for problem in problems for link in chains.of(problem)]
    if behind:
        links = _with_own(links, problems, answers, behind)
    return tuple(links)


class Chain:
    """The answers of one statement in text order, found by what they name and speak of."""

    def __init__(self, problems: Sequence[Problem], answers: Sequence[Answer]) -> None:
        self._answers = sorted(answers, key=lambda answer: answer.span)
        self._by_aspect = _index([a.key for a in answer.aspects] for answer in self._answers)
        self._by_claim = _index(answer.claimed for answer in self._answers)
        self._by_matter = _index(answer.matters for answer in self._answers)
        self._weights = _weights([*problems, *answers])

    def of(self, problem: Problem) -> list[Link]:
        """The links of one problem, in the order of the answers; a name counts before a likeness."""
        named = self._named(problem)
        similar = self._similar(problem)
        links: list[Link] = []
        for at in sorted(named.keys() | similar.keys()):
            if at in named:
                links.append(Link(problem, self._answers[at], Reason.NAMED, (named[at],)))
            else:
                links.append(Link(problem, self._answers[at], Reason.SIMILAR, tuple(similar[at])))
        return links

    def _named(self, problem: Problem) -> dict[int, str]:
        """The answers that name the problem's aspect, or else claim about what it claims about."""
        named: dict[int, str] = {}
        if problem.aspect:
            named = dict.fromkeys(self._by_aspect.get(problem.aspect.key, ()), problem.aspect.name)
        for matter in sorted(problem.claimed):
            for at in self._by_claim.get(matter, ()):
                named.setdefault(at, matter)
        return named

    def _similar(self, problem: Problem) -> dict[int, list[str]]:
        """The answers that share enough with the problem, each with the matters they share."""
        shared: dict[int, list[str]] = {}
        for matter in sorted(problem.matters):
            for at in self._by_matter.get(matter, ()):
                shared.setdefault(at, []).append(matter)
        weights = self._weights
        return {
            at: matters
            for at, matters in shared.items()
            if sum([weights[matter] for matter in matters]) >= ENOUGH
        }


def _index(keyed: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """For each key, the places in order of what has it; no more than are looked at."""
    found: dict[str, list[int]] = {}
    for at, keys in enumerate(keyed):
        for key in keys:
            listed = found.setdefault(key, [])
            if len(listed) < WIDEST:
                listed.append(at)
    return found


def _weights(points: Sequence[Problem | Answer]) -> dict[str, float]:
    """How much a matter tells in this document: the logarithm of all points to those that speak of it."""
    counts: dict[str, int] = {}
    for point in points:
        for matter in point.matters:
            counts[matter] = counts.get(matter, 0) + 1
    return {matter: log(len(points) / count) for matter, count in counts.items()}


def _with_own(
    links: list[Link],
    problems: Sequence[Problem],
    answers: Sequence[Answer],
    behind: Mapping[Span, tuple[Span, str]],
) -> list[Link]:
    """The links, those between a problem and an answer in its own text told by the words that turn to it."""
    by_span = {problem.span: problem for problem in problems}
    own = [
        Link(by_span[behind[answer.span][0]], answer, Reason.NAMED, (behind[answer.span][1],))
        for answer in answers
        if answer.span in behind and behind[answer.span][0] in by_span
    ]
    pairs = {(link.problem.span, link.answer.span) for link in own}
    rest = [link for link in links if (link.problem.span, link.answer.span) not in pairs]
    return sorted([*rest, *own], key=lambda link: (link.problem.span, link.answer.span))
