"""What a piece of work costs, measured so that neither a busy or slower machine nor the garbage collector counts."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from timeit import timeit

from yardstick import on_reference

Work = Callable[[], object]


def cost(work: Work, runs: int = 3) -> float:
    """Processor seconds on the reference machine, the best of several runs."""
    return costs(work, runs=runs)[0]


def costs(*works: Work, runs: int = 3) -> tuple[float, ...]:
    """The cost of each, run in turn, so that a change of the machine's pace meets all alike."""
    rounds = [
        [
            on_reference(lambda work=work: timeit(work, timer=process_time, number=1))
            for work in works
        ]
        for _ in range(runs)
    ]
    return tuple(map(min, zip(*rounds, strict=True)))
