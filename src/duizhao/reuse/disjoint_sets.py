"""Disjoint sets of numbers (union–find)."""

from __future__ import annotations


class DisjointSets:
    """Each number is a set of its own until it is united with another."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def find(self, number: int) -> int:
        """The representative of the number's set."""
        parents = self._parents
        while (parent := parents.setdefault(number, number)) != number:
            # Path halving: each look-up shortens the way of the next one.
            parents[number] = number = parents[parent]
        return number

    def union(self, one: int, other: int) -> None:
        self._parents[self.find(one)] = self.find(other)
