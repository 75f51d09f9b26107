"""Finds the answers that name the matter of a problem, and the answers that share rare matters with it.

Matters are those of `terms`. A matter weighs the logarithm of the number of points over the number that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log
from operator import attrgetter

from duizhao.statement.model import Cause, Measure, Problem

Answer = Cause | Measure
ENOUGH_WEIGHT = 1.2
"""The least weight of all shared matters together; a matter that half of all points speak of weighs 0.7."""
OF_OCCUPATIONS = frozenset(("教学", "医疗"))
"""What everything in the statement of a teacher or doctor is about: names nothing."""
LOOSE = frozenset(("档案", "考核", "财务", "养老", "物业", "社区", "人居环境"))
"""Matters whose words belong together without meaning the same (台账 and 材料, 考核 and 绩效): they name nothing."""
NAMELESS = OF_OCCUPATIONS | LOOSE
MANY_CLAIMS = 3
"""Problems that claim one matter, which then names none of them (教学 in a teacher's statement)."""
KEY = attrgetter("key")
MAX_ANSWERS = 40
"""Answers looked at for one matter or aspect: keeps the time linear in a text of a million characters."""


class SharedMatters:
    """The names and matters that the problems of one statement share with its answers; weighed when first asked."""

    def __init__(self, problems: Sequence[Problem], answers: Sequence[Answer]) -> None:
        self._problems = problems
        self._answers = answers
        self._similar: dict[int, dict[int, list[str]]] = {}

    @cached_property
    def named(self) -> list[dict[int, str]]:
        """For each problem the answers that name its aspect, or that have a claim of the same matter."""
        by_aspect = _index(map(KEY, answer.aspects) for answer in self._answers)
        by_claim = self._claimed_by
        found: list[dict[int, str]] = []
        for problem in self._problems:
            aspect = problem.aspect
            named = dict.fromkeys(by_aspect.get(aspect.key, ()), aspect.name) if aspect else {}
            for matter in sorted(problem.claimed - NAMELESS):
                for at in by_claim.get(matter, ()):
                    named.setdefault(at, matter)
            found.append(named)
        return found

    @cached_property
    def _claimed_by(self) -> dict[str, list[int]]:
        """The answers that claim each matter, except for matters that too many answers claim to distinguish them."""
        by_claim = _index(answer.claimed for answer in self._answers)
        groups: dict[str, set[object]] = {}
        for problem in self._problems:
            for matter in problem.claimed & by_claim.keys():
                groups.setdefault(matter, set()).add(problem.aspect or problem.span)
        for matter, claiming in groups.items():
            if len(claiming) >= MANY_CLAIMS and len(by_claim[matter]) > 1:
                del by_claim[matter]
        return by_claim

    def similar_to(self, problem: int) -> dict[int, list[str]]:
        """The answers that share enough matters with a problem, each with these matters."""
        found = self._similar.get(problem)
        if found is None:
            found = self._similar[problem] = self._weighed(self._problems[problem])
        return found

    def _weighed(self, problem: Problem) -> dict[int, list[str]]:
        shared: dict[int, list[str]] = {}
        for matter in sorted(problem.matters):
            for at in self._by_matter.get(matter, ()):
                shared.setdefault(at, []).append(matter)
        weights = self._weights
        return {
            at: matters
            for at, matters in shared.items()
            if sum([weights[matter] for matter in matters]) >= ENOUGH_WEIGHT
        }

    @cached_property
    def _by_matter(self) -> dict[str, list[int]]:
        return _index(answer.matters for answer in self._answers)

    @cached_property
    def _weights(self) -> dict[str, float]:
        """The weight of each matter: log of the number of points over the number of points that contain it."""
        counts: dict[str, int] = {}
        points: list[Problem | Answer] = [*self._problems, *self._answers]
        for point in points:
            for matter in point.matters:
                counts[matter] = counts.get(matter, 0) + 1
        return {
            matter: log(len(points) / count) / (2 if matter in OF_OCCUPATIONS else 1)
            for matter, count in counts.items()
        }


def _index(keyed: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """For each key the indexes of the items that have it, in order, at most MAX_ANSWERS."""
    found: dict[str, list[int]] = {}
    for at, keys in enumerate(keyed):
        for key in keys:
            listed = found.setdefault(key, [])
            if len(listed) < MAX_ANSWERS:
                listed.append(at)
    return found
