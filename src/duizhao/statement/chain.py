"""Links each problem to the causes and measures that answer it, and says by what.

`named`: the answer stands in the problem's own text, names the problem's aspect, or claims about the very matter that
the problem claims about. `similar`: both speak of the same matters, rare enough in this document to tell its points
apart. Matters are those of `terms`: the words that show a link are shown with it, so that a reader may judge.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import log

from duizhao.statement.model import Cause, Link, Measure, Problem, Reason
from duizhao.text import Span

Answer = Cause | Measure
Index = dict[Hashable, list[Answer]]
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
    links: list[Link] = []
    for problem in problems:
        found = chains.of(problem)
        links += [found[span] for span in sorted(found)]
    if behind:
        links = _with_own(links, problems, answers, behind)
    return tuple(links)


class Chain:
    """The answers of one statement, found by what they name and speak of."""

    def __init__(self, problems: Sequence[Problem], answers: Sequence[Answer]) -> None:
        self._by_aspect = _index((answer, [a.key for a in answer.aspects]) for answer in answers)
        self._by_claim = _index((answer, answer.claimed) for answer in answers)
        self._by_matter = _index((answer, answer.matters) for answer in answers)
        self._weights = _weights([*problems, *answers])

    def of(self, problem: Problem) -> dict[Span, Link]:
        """The links of one problem, by the span of the answer; a name counts before a likeness."""
        found: dict[Span, Link] = {}
        if problem.aspect:
            for answer in self._by_aspect.get(problem.aspect.key, ()):
                found[answer.span] = Link(problem, answer, Reason.NAMED, (problem.aspect.name,))
        for matter in sorted(problem.claimed):
            for answer in self._by_claim.get(matter, ()):
                if answer.span not in found:
                    found[answer.span] = Link(problem, answer, Reason.NAMED, (matter,))
        for answer, shared in self._shared(problem).values():
            if answer.span not in found and self._weigh(shared) >= ENOUGH:
                found[answer.span] = Link(problem, answer, Reason.SIMILAR, tuple(shared))
        return found

    def _shared(self, problem: Problem) -> dict[Span, tuple[Answer, list[str]]]:
        shared: dict[Span, tuple[Answer, list[str]]] = {}
        for matter in sorted(problem.matters):
            for answer in self._by_matter.get(matter, ()):
                shared.setdefault(answer.span, (answer, []))[1].append(matter)
        return shared

    def _weigh(self, shared: Iterable[str]) -> float:
        return sum(self._weights[matter] for matter in shared)


def _index(pairs: Iterable[tuple[Answer, Iterable[Hashable]]]) -> Index:
    found: Index = {}
    for answer, keys in pairs:
        for key in keys:
            listed = found.setdefault(key, [])
            if len(listed) < WIDEST:
                listed.append(answer)
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
