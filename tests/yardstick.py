"""A yardstick for time, so that limits in seconds hold on a slower or a busy machine.

A limit is a promise for the reference machine. `on_reference` converts seconds measured here: it divides them by how
much longer fixed pieces of work took here, just before and after, than on an idle core of the reference machine.
Standard library only, because the process that measures others imports nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

REFERENCE = 0.025
"""Processor seconds of the yardstick on an idle core of the reference machine (docs/benchmarks.md)."""
REFERENCE_OF_MEMORY = 0.019
"""The same of `memory_yardstick`; where neighbours fill the caches, it takes longer as the longest files do."""
KEPT = 60_000

TEXT = "一是学习不够深入，比如去年3月5日只下乡4次；二是担当不足（见附件）。\n" * 400
PATTERN = re.compile(r"\d+月\d+日|[一二三]是([^，。；]{2,8})")


def yardstick() -> float:
    """Processor seconds of the fixed work now: calls, small objects, patterns and dictionaries, as in our code."""
    began = process_time()
    for _ in range(12):
        found = [(match.start(), match.group()) for match in PATTERN.finditer(TEXT)]
        lines: dict[str, list[int]] = {}
        for number, line in enumerate(TEXT.splitlines()):
            for word in re.split("[，。；]", line):
                lines.setdefault(word, []).append(number)
        found.sort(key=lambda pair: (pair[1], -pair[0]))
        sum(place * 31 % 7 for place in range(20_000))
    return process_time() - began


def memory_yardstick() -> float:
    """Processor seconds of looking up many values all over the memory, as long texts do."""
    began = process_time()
    kept = [(number, str(number)) for number in range(KEPT)]
    numbers = {words: number for number, words in kept}
    place = total = 0
    for _ in range(KEPT):
        place = (place * 7919 + 12345) % KEPT
        total += numbers[kept[place][1]]
    return process_time() - began


def slowness() -> float:
    """How much longer the slower of both takes now than on the reference machine.

    The first time memory is taken from the system, which the second shows not.
    """
    memory = min(memory_yardstick(), memory_yardstick())
    return max(yardstick() / REFERENCE, memory / REFERENCE_OF_MEMORY)


def on_reference(measure: Callable[[], float]) -> float:
    """The seconds that `measure` returns, converted to the reference machine."""
    before = slowness()
    seconds = measure()
    return seconds * 2 / (before + slowness())
