"""Where the boxes of a picture of three columns stand: near what they are linked with, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Stack:
    """Boxes that touch: they move together. `wanted` sums where each would have the stack begin."""

    height: float
    wanted: float
    boxes: int

    @property
    def top(self) -> float:
        return self.wanted / self.boxes


def stacked(heights: Sequence[float], gap: float) -> list[float]:
    """The tops of boxes under each other."""
    tops, at = [], 0.0
    for height in heights:
        tops.append(at)
        at += height + gap
    return tops


def spread(heights: Sequence[float], gap: float, room: float) -> list[float]:
    """The tops of boxes under each other that fill the room, if they need less."""
    spare = room - sum(heights) - gap * (len(heights) - 1)
    more = max(spare, 0) / (len(heights) - 1) if len(heights) > 1 else 0
    return stacked(heights, gap + more)


def near(wanted: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    """The tops of boxes in their order, each as near to the top that it wants as the others allow.

    The least squares under this order, by pool adjacent violators: stacks that would overlap become one.
    """
    stacks: list[Stack] = []
    for want, height in zip(wanted, heights, strict=True):
        stacks.append(Stack(height + gap, want, 1))
        while len(stacks) > 1 and stacks[-1].top < stacks[-2].top + stacks[-2].height:
            last = stacks.pop()
            before = stacks[-1]
            # Each box of the lower stack stands further down by the height of the upper one.
            before.wanted += last.wanted - last.boxes * before.height
            before.height += last.height
            before.boxes += last.boxes
    tops: list[float] = []
    at = iter(heights)
    for stack in stacks:
        top = stack.top
        for _ in range(stack.boxes):
            tops.append(top)
            top += next(at) + gap
    return tops
