"""Breaks a title into lines: words stay whole, and the lines form a trapezoid or a diamond (GB/T 9704 7.3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from duizhao.text.width import width
from duizhao.typeset.title_words import break_costs

SHORTEST_LINE = 4
LONGEST_TITLE = 120
"""Characters. Longer text is no title and wraps like body text."""
WAYS_KEPT = 12
"""Ways kept for each position: the cheapest so far need not have the best shape in the end."""

Way = tuple[float, tuple[int, ...]]
"""The cost so far, and the offsets of the cuts."""


def break_title(lines: Sequence[str], capacity: int) -> tuple[str, ...]:
    """The lines of a title, at most `capacity` wide. The author's lines are kept if each of them fits."""
    if len(lines) > 1 and all(width(line) <= capacity for line in lines):
        return tuple(lines)
    return tuple(piece for line in lines for piece in _break_line(line, capacity))


def _break_line(line: str, capacity: int) -> tuple[str, ...]:
    if width(line) <= capacity or len(line) > LONGEST_TITLE:
        return (line,)
    costs = break_costs(line)
    # With one line more than needed, words stay whole that would have to be broken otherwise.
    needed = ceil(width(line) / capacity)
    ways = [way for count in (needed, needed + 1) for way in _ways(line, costs, count, capacity)]
    if not ways:
        return (line,)
    return tuple(line[start:end].strip() for start, end in pairwise(min(ways)[1]))


def _ways(line: str, costs: Sequence[float], count: int, capacity: int) -> list[Way]:
    """The cheapest ways to set `line` in `count` lines, the cost of their shape included."""
    target = width(line) / count
    reached: dict[int, list[Way]] = {0: [(0.0, (0,))]}
    for number in range(1, count + 1):
        following: dict[int, list[Way]] = {}
        for start, ways in reached.items():
            for end in _line_ends(line, start, capacity, is_last=number == count):
                step = costs[end] + 0.1 * (width(line[start:end]) - target) ** 2
                following.setdefault(end, []).extend(
                    (cost + step, (*cuts, end)) for cost, cuts in ways
                )
        reached = {end: sorted(ways)[:WAYS_KEPT] for end, ways in following.items()}
    extra = 10.0 * (count - ceil(width(line) / capacity))
    return [
        (cost + _shape_cost(line, cuts) + extra, cuts) for cost, cuts in reached.get(len(line), [])
    ]


def _line_ends(line: str, start: int, capacity: int, *, is_last: bool) -> list[int]:
    if is_last:
        return [len(line)] if start < len(line) and width(line[start:]) <= capacity else []
    ends, size = [], 0.0
    for end in range(start + 1, len(line)):
        size += width(line[end - 1])
        if size > capacity:
            break
        ends.append(end)
    return ends


def _shape_cost(line: str, cuts: Sequence[int]) -> float:
    """The cost of a shape: high for a rectangle, an hourglass, and a line of one word."""
    sizes = [width(line[start:end]) for start, end in pairwise(cuts)]
    cost = sum(20.0 for size in sizes if size < SHORTEST_LINE)
    if len(sizes) > 1 and max(sizes) - min(sizes) < 1:
        cost += 4.0
    inner = zip(sizes, sizes[1:], sizes[2:], strict=False)
    return cost + (15.0 if any(b < a and b < c for a, b, c in inner) else 0.0)
