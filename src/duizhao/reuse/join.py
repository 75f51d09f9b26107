"""All pairs of an index: candidates are verified on their texts, and what shares one source becomes one group."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.candidates import Pairing
from duizhao.reuse.catalogue import Catalogue
from duizhao.reuse.compare import Sheet, passages, sheet
from duizhao.reuse.groups import grouped
from duizhao.reuse.model import Joined, Pair, Passage, relation
from duizhao.reuse.official import OfficialWording

SHEETS = 1024
"""Texts kept laid out: a pair's left text stays while its right ones change."""


class Sheets:
    """The documents of an index laid out, those last asked for kept."""

    def __init__(self, catalogue: Catalogue, wording: OfficialWording) -> None:
        self._catalogue = catalogue
        self._wording = wording
        self._kept: OrderedDict[int, Sheet] = OrderedDict()

    def __getitem__(self, number: int) -> Sheet:
        found = self._kept.pop(number, None) or self._lay_out(number)
        self._kept[number] = found
        if len(self._kept) > SHEETS:
            self._kept.popitem(last=False)
        return found

    def _lay_out(self, number: int) -> Sheet:
        entry = self._catalogue.entries([number])[number]
        return sheet(self._catalogue.text(number), entry, self._wording)


def joined(found: Iterable[Pairing], sheets: Sheets, documents: int) -> Joined:
    """The verified pairs among candidates that come in the order of their numbers, as groups and single pairs."""
    pairs: dict[tuple[int, int], Pair] = {}
    known = _Known()
    for left, right, here, there in found:
        if known.explains(left, right, here, there):
            continue
        pair = verified(sheets[left], sheets[right], here, there)
        if pair:
            pairs[left, right] = pair
            known.add(left, right, pair.passages)
    groups, single = grouped(pairs)
    return Joined(documents, groups, single)


def verified(
    left: Sheet, right: Sheet, here: NDArray[np.int64], there: NDArray[np.int64]
) -> Pair | None:
    """Two documents with what they share, exact on both sides; None where it is too little."""
    found = passages(left.letters, right.letters.text, here, there)
    if not found:
        return None
    characters = sum(left.letters.count(each.left) for each in found)
    return Pair(
        left.entry,
        right.entry,
        relation(left.entry.label, right.entry.label),
        found,
        characters,
        characters / max(1, left.letters.total()),
        sum(right.letters.count(each.right) for each in found) / max(1, right.letters.total()),
    )


class _Known:
    """What documents share with earlier ones, so that two copies of one source need not be compared again."""

    def __init__(self) -> None:
        self._sources: dict[int, dict[int, NDArray[np.int64]]] = defaultdict(dict)

    def add(self, left: int, right: int, found: Iterable[Passage]) -> None:
        self._sources[right][left] = np.array([(*each.left, *each.right) for each in found])

    def explains(
        self, left: int, right: int, here: NDArray[np.int64], there: NDArray[np.int64]
    ) -> bool:
        """Whether both documents have all these places from one earlier document."""
        one, two = self._sources.get(left, {}), self._sources.get(right, {})
        return any(
            _inside(here, one[source]) and _inside(there, two[source])
            for source in one.keys() & two.keys()
        )


def _inside(places: NDArray[np.int64], spans: NDArray[np.int64]) -> bool:
    """Whether every place lies in the right side of one of the spans."""
    starts, ends = spans[:, 2], spans[:, 3]
    order = np.argsort(starts)
    at = np.searchsorted(starts[order], places, side="right") - 1
    return bool(np.all((at >= 0) & (places < ends[order][at])))
