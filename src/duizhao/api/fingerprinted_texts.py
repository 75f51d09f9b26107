"""Fingerprints of texts as plain numbers: they show where texts share a passage, and hold no word of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from duizhao.reuse.common_wording import max_df
from duizhao.reuse.prepare import BATCH_TEXTS
from duizhao.reuse.winnow import fingerprints

COMMON_SHARE = 0.05
"""A fingerprint that more of the texts have is common wording."""
FEWEST_SHARED = 6
"""Fingerprints, about a hundred characters: less in common may be chance."""


@dataclass(frozen=True, slots=True)
class SharedPrints:
    """Two texts by their numbers, with how many fingerprints both have, and which part of the smaller text that is."""

    one: int
    other: int
    count: int
    share: float


def text_prints(texts: Sequence[str]) -> list[list[int]]:
    """The fingerprints of each text, in their order of size. Quotations and official wording have none."""
    found: list[list[int]] = []
    for start in range(0, len(texts), BATCH_TEXTS):
        some = texts[start : start + BATCH_TEXTS]
        made = fingerprints(some)
        prints: list[list[int]] = [[] for _ in some]
        for number, value in zip(made.text.tolist(), made.hash.tolist(), strict=True):
            prints[number].append(value)
        found += prints
    return found


def shared_prints(
    prints: Sequence[Iterable[int]], groups: Sequence[str], share: float
) -> list[SharedPrints]:
    """The pairs of texts of different groups that share this part of the smaller one, those with the most first."""
    texts = [frozenset(each) for each in prints]
    owners: defaultdict[int, list[int]] = defaultdict(list)
    for number, values in enumerate(texts):
        for value in values:
            owners[value].append(number)
    most = max_df(len(texts), COMMON_SHARE)
    counts: Counter[tuple[int, int]] = Counter()
    for found in owners.values():
        if 1 < len(found) <= most:
            counts.update(
                (one, other)
                for one, other in combinations(found, 2)
                if groups[one] != groups[other]
            )
    pairs = [
        SharedPrints(one, other, count, count / min(len(texts[one]), len(texts[other])))
        for (one, other), count in counts.items()
        if count >= FEWEST_SHARED
    ]
    kept = [each for each in pairs if each.share >= share]
    return sorted(kept, key=lambda each: (-each.share, -each.count, each.one, each.other))
