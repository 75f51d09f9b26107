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
        at = self._find(wrong)
        if at < 0:
            raise KeyError(wrong)
        return self._entries[at + 3 : at + 5]

    def __contains__(self, wrong: object) -> bool:
        return isinstance(wrong, str) and self._find(wrong) >= 0

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

    def _find(self, wrong: str) -> int:
        """Where the entry of a form begins; below 0 if there is none."""
        if len(wrong) != 2:
            return -1
        places = self._places(wrong[0])
        return self._entries.find(f"{wrong}>", places.start, places.stop)
