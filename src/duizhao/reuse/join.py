"""All pairs of an index: candidates are verified on their texts, and documents with one source become one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.align import SHORTEST_PASSAGE
from duizhao.reuse.candidates import Pairing
from duizhao.reuse.catalogue import Catalogue
from duizhao.reuse.code_points import CodePoints
from duizhao.reuse.common_wording import common_spans_in
from duizhao.reuse.compare import ComparedText, compared_text, passages
from duizhao.reuse.disjoint_sets import DisjointSets
from duizhao.reuse.excluded_spans import excluded_spans
from duizhao.reuse.groups import ADDED_SHARE, group_pairs
from duizhao.reuse.model import JoinResult, Pair, Passage, relation
from duizhao.reuse.official import OfficialWording, official_wording
from duizhao.text.span import Span

VERIFIED_BATCHES = 8
"""Batches in which candidates are verified: some for each process, so that none waits long for the last."""

VerifiedPairs = dict[tuple[int, int], Pair]
MapFunction = Callable[
    [Callable[[list[Pairing]], VerifiedPairs], Iterable[list[Pairing]]], Iterable[VerifiedPairs]
]

TEXTS_KEPT = 1024
"""Texts kept ready to be compared: a pair's left text stays while its right ones change."""


class ComparedTexts:
    """The documents of an index, ready to be compared; the last ones used are kept."""

    def __init__(
        self, catalogue: Catalogue, wording: OfficialWording, common: NDArray[np.uint32]
    ) -> None:
        self._catalogue = catalogue
        self._wording = wording
        self._common = common
        self.get = lru_cache(TEXTS_KEPT)(self._make)

    def _make(self, number: int) -> ComparedText:
        entry = self._catalogue.entries([number])[number]
        text = self._catalogue.text(number)
        left_out = excluded_spans(text, self._wording)
        return compared_text(
            text, entry, (*left_out, *common_spans_in(text, left_out, self._common))
        )


@dataclass(frozen=True, slots=True)
class Verifier:
    """Verifies candidates of the index in `folder`; any process can, since each opens the index for itself.

    `own` is wording of the unit's own, `common` the hashes of common wording.
    """

    folder: Path
    own: Mapping[str, tuple[str, ...]]
    common: NDArray[np.uint32]

    def __call__(self, candidates: Iterable[Pairing]) -> VerifiedPairs:
        """The pairs among candidates, which come in the order of their numbers; connected ones come together."""
        catalogue = Catalogue(self.folder, create=False)
        try:
            texts = ComparedTexts(catalogue, official_wording(self.own), self.common)
            return _verify_all(candidates, texts)
        finally:
            catalogue.close()


def _verify_all(candidates: Iterable[Pairing], texts: ComparedTexts) -> VerifiedPairs:
    pairs: VerifiedPairs = {}
    explained = _ExplainedPassages()
    for left, right, here, there in candidates:
        if explained.explains(left, right, here, there):
            continue
        pair = verify_pair(texts.get(left), texts.get(right), here, there)
        if pair and explained.is_exceeded_by(pair, left, right, texts.get(left).code_points):
            pairs[left, right] = pair
            explained.add(left, right, pair.passages)
    return pairs


def join(
    found: Iterable[Pairing], verifier: Verifier, documents: int, map_fn: MapFunction = map
) -> JoinResult:
    """The verified pairs among candidates, which come in the order of their numbers, as groups and single pairs.

    `map_fn` is `map`, or maps in several processes.
    """
    pairs: VerifiedPairs = {}
    for some in map_fn(verifier, _batches(found)):
        pairs.update(some)
    groups, single = group_pairs(dict(sorted(pairs.items())))
    return JoinResult(documents, groups, single)


def _batches(found: Iterable[Pairing]) -> list[list[Pairing]]:
    """Candidates in batches of about one size; all candidates of connected documents are in one batch."""
    sets = DisjointSets()
    # Copied: the arrays that they are slices of are far larger than all of them.
    kept = [(left, right, here.copy(), there.copy()) for left, right, here, there in found]
    for left, right, *_ in kept:
        sets.union(left, right)
    connected: dict[int, list[Pairing]] = defaultdict(list)
    for each in kept:
        connected[sets.find(each[0])].append(each)
    batches: list[list[Pairing]] = [[] for _ in range(min(VERIFIED_BATCHES, len(connected)))]
    for some in sorted(connected.values(), key=len, reverse=True):
        min(batches, key=len).extend(some)
    return batches


def verify_pair(
    left: ComparedText,
    right: ComparedText,
    here: NDArray[np.int64],
    there: NDArray[np.int64],
) -> Pair | None:
    """What two documents share, exact on both sides; None where it is too little."""
    found = passages(left.code_points, right.code_points.text, here, there)
    if not found:
        return None
    characters = sum(left.code_points.count(each.left) for each in found)
    in_right = sum(right.code_points.count(each.right) for each in found)
    return Pair(
        left=left.entry,
        right=right.entry,
        relation=relation(left.entry.label, right.entry.label),
        passages=found,
        characters=characters,
        left_share=characters / max(1, left.code_points.total()),
        right_share=in_right / max(1, right.code_points.total()),
    )


class _ExplainedPassages:
    """Passages already explained by an earlier document, so that two copies of it are not reported as a pair too."""

    def __init__(self) -> None:
        # By document and earlier document: the stretches of the document that come from the earlier one, in order.
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
            _are_inside(here, one[source]) and _are_inside(there, two[source])
            for source in one.keys() & two.keys()
        )

    def is_exceeded_by(self, pair: Pair, left: int, right: int, points: CodePoints) -> bool:
        """Whether the documents share more with each other than what both have from one earlier document."""
        one, two = self._sources.get(left, {}), self._sources.get(right, {})
        enough = max(SHORTEST_PASSAGE, int(ADDED_SHARE * pair.characters))
        return all(
            sum(_count_outside(each.left, one[source], points) for each in pair.passages) >= enough
            for source in one.keys() & two.keys()
        )


def _are_inside(places: NDArray[np.int64], spans: NDArray[np.int64]) -> bool:
    """Whether every place lies in one of the spans, which are in order."""
    at = np.searchsorted(spans[:, 0], places, side="right") - 1
    return bool(np.all((at >= 0) & (places < spans[at, 1])))


def _count_outside(span: Span, spans: NDArray[np.int64], points: CodePoints) -> int:
    """How many counted characters of a span lie in none of the others, which are in order and apart."""
    cut = np.clip(spans, span.start, span.end)
    return points.count(span) - int(
        (points.prefix_counts[cut[:, 1]] - points.prefix_counts[cut[:, 0]]).sum()
    )
