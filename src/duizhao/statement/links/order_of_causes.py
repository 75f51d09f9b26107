"""Finds the problems of causes that no words link, by the order in which both are told.

Who tells causes keeps to the order of the problems, and no cause is there for nothing: each cause that is left over has
its problem among those that are left over. Of all ways to match them in order the one counts in which the words that
both use and the places in their lists fit best.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

OF_PLACE = 1.0
"""What the same place in both lists counts, beside the weight of words."""
MAX_COMPARED = 400
"""Pairs of a problem and a cause: keeps the time linear in a text of a million characters."""
MAX_PROBLEMS_OF_CAUSE = 2
"""Where more problems wait for each cause, it is not clear which of them is meant."""

Matching = tuple[float, tuple[int, ...]]
"""How well some causes and problems fit, and the problem of each cause."""
NONE: Matching = (0.0, ())
IMPOSSIBLE: Matching = (float("-inf"), ())


def matched_in_order(
    waiting: Sequence[int],
    free: Sequence[int],
    sizes: tuple[int, int],
    weight: Callable[[int, int], float],
) -> dict[int, int]:
    """For each cause in `free` its problem among those in `waiting`, as problem → cause; both are in text order.

    `sizes` are the numbers of all problems and of all causes, `weight` weighs the words that two of them share.
    """
    count, room = len(free), len(waiting)
    if not free or count > room or room > MAX_PROBLEMS_OF_CAUSE * count:
        return {}
    if room * count > MAX_COMPARED:
        return {}
    problems, causes = sizes

    def fit(problem: int, cause: int) -> float:
        expected = (problem + 0.5) / problems * causes - 0.5
        return weight(problem, cause) + OF_PLACE * max(0.0, 1.0 - abs(cause - expected))

    best = [[NONE] * (room + 1)]
    for at, cause in enumerate(free):
        row = [IMPOSSIBLE] * (at + 1)
        for place in range(at, room):
            problem = waiting[place]
            before = best[-1][place]
            with_it = (before[0] + fit(problem, cause), (*before[1], problem))
            row.append(max(row[-1], with_it, key=itemgetter(0)))
        best.append(row)
    matched = zip(best[-1][room][1], free, strict=True)
    return {problem: cause for problem, cause in matched if fit(problem, cause) > 0}
