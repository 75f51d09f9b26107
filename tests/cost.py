"""What a piece of work costs, measured so that neither a busy machine nor the collector of garbage counts."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from timeit import repeat


def cost(work: Callable[[], object]) -> float:
    """Processor seconds of this process, the best of three runs."""
    return min(repeat(work, timer=process_time, repeat=3, number=1))
