"""Which units lie below which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitTree:
    """All units by their parents."""

    parts: Mapping[int | None, tuple[int, ...]]

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[int, int | None]]) -> UnitTree:
        """Of pairs of a unit and its parent."""
        parts: dict[int | None, list[int]] = {}
        for unit, parent in pairs:
            parts.setdefault(parent, []).append(unit)
        return cls({parent: tuple(units) for parent, units in parts.items()})

    @property
    def count(self) -> int:
        """How many units there are."""
        return sum(map(len, self.parts.values()))

    def below(self, units: Iterable[int | None]) -> frozenset[int]:
        """These units, and all below them."""
        found: set[int] = set()
        waiting = [unit for unit in units if unit is not None]
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found.add(unit)
                waiting.extend(self.parts.get(unit, ()))
        return frozenset(found)
