"""A yardstick for time, so that limits in seconds hold on a slower or a busy machine.

A limit is a promise for the reference machine. `on_reference` converts seconds measured here: it divides them by how
much longer a fixed piece of work took here, just before and after, than on an idle core of the reference machine.
Standard library only, because the process that measures others imports nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

REFERENCE = 0.025
"""Processor seconds of the yardstick on an idle core of the reference machine (docs/benchmarks.md)."""

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


def on_reference(measure: Callable[[], float]) -> float:
    """The seconds that `measure` returns, converted to the reference machine."""
    before = yardstick()
    seconds = measure()
    return seconds * 2 * REFERENCE / (before + yardstick())
