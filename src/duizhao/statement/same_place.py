"""Links what stands at one place of two lists of one length, where other links show that the lists are in one order.

The list of problems is that of the problems, or that of their aspects. A place links only what has no other link.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from duizhao.statement.model import Problem

MIN_LENGTH = 3
"""Lists of two are of one length too easily."""
MIN_SHARE_IN_ORDER = 2
"""At least one place out of two is linked by words."""


def same_places(
    problems: Sequence[Problem], answers: Sequence[int], links: Sequence[AbstractSet[int]]
) -> dict[int, tuple[int, str]]:
    """For each problem without a link its answer at the same place, with the words for this place.

    `answers` are the numbers of the answers in text order, `links` those that each problem is linked to.
    """
    for places in (list(range(len(problems))), _places_of_aspects(problems)):
        if len(answers) >= MIN_LENGTH and places and places[-1] + 1 == len(answers):
            return _linked(places, answers, links)
    return {}


def _linked(
    places: Sequence[int], answers: Sequence[int], links: Sequence[AbstractSet[int]]
) -> dict[int, tuple[int, str]]:
    known = frozenset(answers)
    found = [links[at] & known for at in range(len(places))]
    made = {
        (place, answer) for place, linked in zip(places, found, strict=True) for answer in linked
    }
    straight = sum(answers[place] == answer for place, answer in made)
    if straight * MIN_SHARE_IN_ORDER < len(answers) or straight * 2 <= len(made):
        return {}
    taken = {answer for _, answer in made}
    return {
        at: (answers[place], f"第{place + 1}条")
        for at, place in enumerate(places)
        if not found[at] and answers[place] not in taken
    }


def _places_of_aspects(problems: Sequence[Problem]) -> list[int]:
    """For each problem the number of its aspect; empty if one has none."""
    places: list[int] = []
    before: str | None = None
    for problem in problems:
        if problem.aspect is None:
            return []
        key = problem.aspect.key
        places.append(places[-1] + (key != before) if places else 0)
        before = key
    return places
