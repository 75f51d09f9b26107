"""Numbers in sets that grow together: what hangs together with what."""

from __future__ import annotations


class DisjointSets:
    """Each number is alone until it is joined with another."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def find(self, number: int) -> int:
        """The number that stands for all that hang together with this one."""
        above = self._above
        while (up := above.setdefault(number, number)) != number:
            above[number] = number = above[up]
        return number

    def union(self, one: int, other: int) -> None:
        self._above[self.find(one)] = self.find(other)
