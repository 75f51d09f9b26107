"""A sorted table of two-character forms, looked up where it lies: of a large one a text needs few entries."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping

STEP = 6
"""Characters of an entry with the blank behind it: 丁住>钉住."""


class PairTable(Mapping[str, str]):
    """Wrong forms of two characters with the right ones. `entries` are 丁住>钉住, in order and parted by one blank."""

    def __init__(self, entries: str) -> None:
        self._entries = f"{entries} "
        self._firsts = self._entries[::STEP]

    def __len__(self) -> int:
        return len(self._firsts)

    def __iter__(self) -> Iterator[str]:
        entries = self._entries
        return (entries[at : at + 2] for at in range(0, len(entries), STEP))

    def __getitem__(self, wrong: str) -> str:
        entries = self._entries
        for at in self._places(wrong[:1]):
            if entries[at : at + 2] == wrong:
                return entries[at + 3 : at + 5]
        raise KeyError(wrong)

    def begun_in(self, begun: Collection[str]) -> list[str]:
        """The forms that are among these characters and pairs of a text."""
        entries = self._entries
        return [
            form
            for first in begun
            if len(first) == 1
            for at in self._places(first)
            if (form := entries[at : at + 2]) in begun
        ]

    def _places(self, first: str) -> range:
        """Where the entries begin whose form has this first character."""
        firsts = self._firsts
        return range(STEP * bisect_left(firsts, first), STEP * bisect_right(firsts, first), STEP)
