"""What a piece of work costs, measured so that neither a busy or slower machine nor the garbage collector counts."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from timeit import timeit

from yardstick import on_reference

Work = Callable[[], object]
RUNS = 3
"""Times that work is run before it counts as too dear: a busy machine delays a run, never all of them."""


def cost(work: Work) -> float:
    """Processor seconds of one run on the reference machine."""
    return on_reference(lambda: timeit(work, timer=process_time, number=1))


def assert_costs_less(work: Work, limit: float) -> None:
    """Some run of several takes less than `limit` seconds on the reference machine; the first that does is enough."""
    least = min_until(lambda least: least < limit, lambda: (cost(work),))
    assert least[0] < limit


def assert_grows_no_faster(less: Work, more: Work, times: float, fixed: float) -> None:
    """`more` costs at most `times` as much as `less`, and `fixed` seconds.

    The fixed part keeps tiny costs from looking like growth. Both are run in turn, so that a change of the machine's
    pace meets both.
    """

    def is_held(once: float, larger: float) -> bool:
        return larger <= times * once + fixed

    once, larger = min_until(is_held, lambda: (cost(less), cost(more)))
    assert is_held(once, larger)


def min_until(
    is_enough: Callable[..., bool], measure: Callable[[], tuple[float, ...]]
) -> tuple[float, ...]:
    """The least of each measured cost, measured until they are enough, at most `RUNS` times."""
    least = measure()
    for _ in range(RUNS - 1):
        if is_enough(*least):
            break
        least = tuple(map(min, least, measure()))
    return least
