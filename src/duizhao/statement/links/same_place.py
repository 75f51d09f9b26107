"""Links what stands at one place of two lists of one length, where other links show that the lists are in one order.

The list of problems is that of the problems, or that of their aspects or titles. In lists of other lengths, what
stands between two places linked by words is linked if both have as many there. A place links only what has no other
link.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

MIN_LENGTH = 3
"""Lists of two are of one length too easily."""
MIN_SHARE_IN_ORDER = 2
"""At least one place out of two is linked by words."""
MIN_SHARE_OF_ALL_IN_ORDER = 4
"""One place out of four, where words link nothing at other places."""
MIN_UNDER_TITLES = 1
"""Of lists that are counted by the titles above the problems, which no other list of theirs has by chance."""
IN_ORDER = "按次序轮到的一条"


def same_places(
    aspects: Sequence[object],
    titles: Sequence[object],
    answers: Sequence[int],
    links: Sequence[AbstractSet[int]],
) -> dict[int, tuple[int, str]]:
    """For each problem without a link its answer at the same place, with the words for this place.

    `aspects` and `titles` are what stands above each problem, `answers` the numbers of the answers in text order,
    `links` those that each problem is linked to.
    """
    for places, least in (
        (list(range(len(aspects))), MIN_LENGTH - 1),
        (places_of_groups(aspects), MIN_LENGTH - 1),
        (places_of_groups(titles), MIN_UNDER_TITLES),
    ):
        if len(answers) >= MIN_LENGTH and places and places[-1] + 1 == len(answers):
            return _linked(places, answers, links, least)
    return _between(len(aspects), answers, links)


def _linked(
    places: Sequence[int],
    answers: Sequence[int],
    links: Sequence[AbstractSet[int]],
    least: int,
) -> dict[int, tuple[int, str]]:
    known = frozenset(answers)
    found = [links[at] & known for at in range(len(places))]
    made = {
        (place, answer) for place, linked in zip(places, found, strict=True) for answer in linked
    }
    straight = sum(answers[place] == answer for place, answer in made)
    share = MIN_SHARE_IN_ORDER if straight < len(made) else MIN_SHARE_OF_ALL_IN_ORDER
    if straight < least or straight * share < len(answers) or straight * 2 <= len(made):
        return {}
    # Where words link a problem of each group to the answer at its place, and none to another, the others follow.
    is_sure = straight == len(made) == len({place for place, _ in made}) == len(answers)
    # What answers one problem of a group may well answer the others.
    is_grouped = straight == len(made) and len(frozenset(places)) < len(places)
    taken = set() if is_sure or is_grouped else {answer for _, answer in made}
    return {
        at: (answers[place], f"第{place + 1}条")
        for at, place in enumerate(places)
        if not found[at] and answers[place] not in taken
    }


def _between(
    problems: int, answers: Sequence[int], links: Sequence[AbstractSet[int]]
) -> dict[int, tuple[int, str]]:
    """The same between two answers linked by words, where the answers are in the order of the problems."""
    firsts: dict[int, int] = {}
    for problem in range(problems):
        for answer in links[problem]:
            firsts.setdefault(answer, problem)
    known = [(place, firsts[at]) for place, at in enumerate(answers) if at in firsts]
    if len(known) < MIN_LENGTH - 1 or any(one[1] > next_[1] for one, next_ in pairwise(known)):
        return {}
    own = frozenset(answers)
    linked: dict[int, tuple[int, str]] = {}
    for (place, problem), (next_place, next_problem) in pairwise(
        [(-1, -1), *known, (len(answers), problems)]
    ):
        free = answers[place + 1 : next_place]
        waiting = [at for at in range(problem + 1, next_problem) if own.isdisjoint(links[at])]
        if len(free) == len(waiting):
            for at, answer in zip(waiting, free, strict=True):
                linked[at] = (answer, IN_ORDER)
    return linked


def places_of_groups(groups: Sequence[object]) -> list[int]:
    """For each problem the number of its group; empty if one has none."""
    places: list[int] = []
    before: object = None
    for group in groups:
        if group is None:
            return []
        places.append(places[-1] + (group != before) if places else 0)
        before = group
    return places
