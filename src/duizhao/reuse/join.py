"""All pairs of an index: candidates are verified on their texts, and what shares one source becomes one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.align import SHORTEST
from duizhao.reuse.candidates import Pairing
from duizhao.reuse.catalogue import Catalogue
from duizhao.reuse.code_points import CodePoints
from duizhao.reuse.common_wording import common_spans_in
from duizhao.reuse.compare import ComparedText, compared_text, passages
from duizhao.reuse.disjoint_sets import DisjointSets
from duizhao.reuse.excluded_spans import excluded_spans
from duizhao.reuse.groups import ADDED, grouped
from duizhao.reuse.model import JoinResult, Pair, Passage, relation
from duizhao.reuse.official import OfficialWording, official_wording
from duizhao.text.span import Span

HANDFULS = 8
"""Parts in which candidates are verified: some for each process, so that none waits long for the last."""

Verified = dict[tuple[int, int], Pair]
Spread = Callable[
    [Callable[[list[Pairing]], Verified], Iterable[list[Pairing]]], Iterable[Verified]
]

TEXTS_KEPT = 1024
"""Texts kept laid out: a pair's left text stays while its right ones change."""


class ComparedTexts:
    """The documents of an index, laid out, those last asked for kept."""

    def __init__(
        self, catalogue: Catalogue, wording: OfficialWording, common: NDArray[np.uint32]
    ) -> None:
        self._catalogue = catalogue
        self._wording = wording
        self._common = common
        self.get = lru_cache(TEXTS_KEPT)(self._lay_out)

    def _lay_out(self, number: int) -> ComparedText:
        entry = self._catalogue.entries([number])[number]
        text = self._catalogue.text(number)
        left_out = excluded_spans(text, self._wording)
        return compared_text(
            text, entry, (*left_out, *common_spans_in(text, left_out, self._common))
        )


@dataclass(frozen=True, slots=True)
class Verifier:
    """Verifies candidates of the index in `folder`; any process can, each opens the index for itself.

    `own` is wording of the unit's own, `common` the hashes of common wording.
    """

    folder: Path
    own: Mapping[str, tuple[str, ...]]
    common: NDArray[np.uint32]

    def __call__(self, candidates: Iterable[Pairing]) -> Verified:
        """The pairs among candidates that come in the order of their numbers, all of what hangs together."""
        catalogue = Catalogue(self.folder, create=False)
        try:
            return _verified(
                candidates, ComparedTexts(catalogue, official_wording(self.own), self.common)
            )
        finally:
            catalogue.close()


def _verified(candidates: Iterable[Pairing], texts: ComparedTexts) -> Verified:
    pairs: Verified = {}
    known = _ExplainedPassages()
    for left, right, here, there in candidates:
        if known.explains(left, right, here, there):
            continue
        pair = verified(texts.get(left), texts.get(right), here, there)
        if pair and known.adds(left, right, pair, texts.get(left).code_points):
            pairs[left, right] = pair
            known.add(left, right, pair.passages)
    return pairs


def joined(
    found: Iterable[Pairing], verify: Verifier, documents: int, spread: Spread = map
) -> JoinResult:
    """The verified pairs among candidates that come in the order of their numbers, as groups and single pairs.

    `spread` is `map`, or what does the same in several processes.
    """
    pairs: Verified = {}
    for some in spread(verify, _handfuls(found)):
        pairs.update(some)
    groups, single = grouped(dict(sorted(pairs.items())))
    return JoinResult(documents, groups, single)


def _handfuls(found: Iterable[Pairing]) -> list[list[Pairing]]:
    """Candidates in some parts of about one size, all in one part that hang together."""
    sets = DisjointSets()
    # What they are slices of is far larger than all of them.
    kept = [(left, right, here.copy(), there.copy()) for left, right, here, there in found]
    for left, right, *_ in kept:
        sets.union(left, right)
    together: dict[int, list[Pairing]] = defaultdict(list)
    for each in kept:
        together[sets.find(each[0])].append(each)
    parts: list[list[Pairing]] = [[] for _ in range(min(HANDFULS, len(together)))]
    for some in sorted(together.values(), key=len, reverse=True):
        min(parts, key=len).extend(some)
    return parts


def verified(
    left: ComparedText, right: ComparedText, here: NDArray[np.int64], there: NDArray[np.int64]
) -> Pair | None:
    """Two documents with what they share, exact on both sides; None where it is too little."""
    found = passages(left.code_points, right.code_points.text, here, there)
    if not found:
        return None
    characters = sum(left.code_points.count(each.left) for each in found)
    return Pair(
        left.entry,
        right.entry,
        relation(left.entry.label, right.entry.label),
        found,
        characters,
        characters / max(1, left.code_points.total()),
        sum(right.code_points.count(each.right) for each in found)
        / max(1, right.code_points.total()),
    )


class _ExplainedPassages:
    """What documents have from earlier ones, so that two copies of one source need not be told again."""

    def __init__(self) -> None:
        self._sources: dict[int, dict[int, NDArray[np.int64]]] = defaultdict(dict)

    def add(self, left: int, right: int, found: Iterable[Passage]) -> None:
        spans = np.array([each.right for each in found])
        self._sources[right][left] = spans[np.argsort(spans[:, 0])]

    def explains(
        self, left: int, right: int, here: NDArray[np.int64], there: NDArray[np.int64]
    ) -> bool:
        """Whether both documents have all these places from one earlier document."""
        one, two = self._sources.get(left, {}), self._sources.get(right, {})
        return any(
            _inside(here, one[source]) and _inside(there, two[source])
            for source in one.keys() & two.keys()
        )

    def adds(self, left: int, right: int, pair: Pair, letters: CodePoints) -> bool:
        """Whether the documents share more with each other than what both have from one earlier document."""
        one, two = self._sources.get(left, {}), self._sources.get(right, {})
        least = max(SHORTEST, int(ADDED * pair.characters))
        return all(
            sum(_outside(each.left, one[source], letters) for each in pair.passages) >= least
            for source in one.keys() & two.keys()
        )


def _inside(places: NDArray[np.int64], spans: NDArray[np.int64]) -> bool:
    """Whether every place lies in one of the spans, which are in order."""
    at = np.searchsorted(spans[:, 0], places, side="right") - 1
    return bool(np.all((at >= 0) & (places < spans[at, 1])))


def _outside(span: Span, spans: NDArray[np.int64], letters: CodePoints) -> int:
    """How many letters of a span that count are in none of the others, which are in order and apart."""
    cut = np.clip(spans, span.start, span.end)
    return letters.count(span) - int(
        (letters.prefix_counts[cut[:, 1]] - letters.prefix_counts[cut[:, 0]]).sum()
    )
