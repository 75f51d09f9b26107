"""What a piece of work costs."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds: of processor time, threads and ended child processes included, and by the clock."""

    cpu: float
    wall: float

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.cpu + other.cpu, self.wall + other.wall)


def measured(work: Callable[[], Result]) -> tuple[Result, Cost]:
    """What `work` gives, and its cost."""
    cpu, wall = _cpu(), time.perf_counter()
    result = work()
    return result, Cost(_cpu() - cpu, time.perf_counter() - wall)


def _cpu() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
