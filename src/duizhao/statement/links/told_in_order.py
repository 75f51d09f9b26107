"""The chances of links between two lists that may be told in one order.

Each item of one list goes to an item of the other or to none. Told in one order, it mostly goes to the item behind that
of the item before it; told in no order, any item is as likely as another. Which of the two holds is weighed by how well
all items fit (a linear-chain conditional random field, summed forwards and backwards).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import exp, log

from duizhao.text import value

FURTHEST_BACK, FURTHEST_ON = -2, 4
PADDING = (0.0,) * 6
"""What stands around a list, so that the furthest step from its ends finds a value too."""
Odds = Sequence[Sequence[float]]
"""For each item of one list how much speaks for each item of the other."""


@value
class Order:
    """How a list goes to another one, in logarithms of odds; fitted by tools/fit_links.py.

    `nowhere`: an item goes to none. `steps`: from the item of the one before it two back or more, one back, to the
    same, one, two, three on, further on. `kept`: the lists are told in one order.
    """

    nowhere: float
    steps: tuple[float, float, float, float, float, float, float]
    kept: float


def chances_in_order(odds: Odds, order: Order) -> list[list[float]]:
    """The chance of each item of one list (rows) to go to each item of the other. Time grows with their product."""
    nowhere = exp(order.nowhere)
    kept, likelihood = _in_order(odds, nowhere, [exp(each) for each in order.steps])
    sums = [sum(row) + nowhere for row in odds]
    ahead = order.kept + likelihood - sum(map(log, sums))
    share = 1 / (1 + exp(-ahead)) if ahead > 0 else exp(ahead) / (1 + exp(ahead))
    return [
        [share * one + (1 - share) * each / whole for one, each in zip(ordered, row, strict=True)]
        for ordered, row, whole in zip(kept, odds, sums, strict=True)
    ]


def _in_order(
    odds: Odds, nowhere: float, steps: Sequence[float]
) -> tuple[list[list[float]], float]:
    """The same if both are told in one order, and the logarithm of how well they fit.

    A state is the item that the last one with an item went to; in the first none has gone to any yet.
    """
    back = steps[::-1]
    states = [1.0, *[0.0] * len(odds[0])]
    arriving: list[list[float]] = []
    scales: list[float] = []
    for row in odds:
        came = _spread(states, steps, FURTHEST_BACK)
        arriving.append(came)
        states = [nowhere * states[0]] + [
            nowhere * stayed + own * each
            for stayed, own, each in zip(states[1:], row, came[1:], strict=True)
        ]
        scales.append(sum(states))
        states = [each / scales[-1] for each in states]
    onwards = [1.0] * len(states)
    found: list[list[float]] = []
    for row, came, scale in zip(reversed(odds), reversed(arriving), reversed(scales), strict=True):
        leaving = [own * each / scale for own, each in zip(row, onwards[1:], strict=True)]
        found.append([one * other for one, other in zip(came[1:], leaving, strict=True)])
        left = _spread([0.0, *leaving], back, -FURTHEST_ON)
        onwards = [nowhere * each / scale + gone for each, gone in zip(onwards, left, strict=True)]
    return found[::-1], sum(map(log, scales))


def _spread(values: Sequence[float], steps: Sequence[float], first: int) -> list[float]:
    """What comes to each place from all places: their values, each by the step from there.

    The first of `steps` is that of `first` places or less (negative: backwards), the last that of so many or more.
    """
    low, one, two, three, four, five, high = steps
    count, total = len(values), sum(values)
    padded = [*PADDING, *values, *PADDING]
    before = [*PADDING, *accumulate(values, initial=0.0), *[total] * len(PADDING)]
    start = len(PADDING) - first
    far_behind = before[start - len(steps) + 2 :]
    far_ahead = before[start : start + count]
    near = [padded[start - step : start - step + count] for step in range(1, len(steps) - 1)]
    return [
        low * (total - upto) + one * a + two * b + three * c + four * d + five * e + high * behind
        for upto, behind, a, b, c, d, e in zip(far_ahead, far_behind, *near, strict=False)
    ]
