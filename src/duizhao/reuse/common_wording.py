"""Common wording: phrases in so many indexed documents that sharing them means nothing."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.model import ExcludedSpan
from duizhao.reuse.winnow import GRAM, WINDOW, prints_without
from duizhao.text.span import Span

MAX_DF_SHARE = 0.05
MIN_MAX_DF = 64
"""The document-frequency cut-off: this share of the documents, but never fewer than these."""

COMMON_MARGIN = WINDOW
"""Characters that may lie between the end of shared wording and its last fingerprint."""


def max_df(documents: int, share: float) -> int:
    """The number of documents that may have a phrase before it is common wording."""
    return max(MIN_MAX_DF, int(share * documents))


def common_spans(
    places: NDArray[np.int64], frequencies: NDArray[np.int64], documents: int
) -> tuple[ExcludedSpan, ...]:
    """The stretches of common wording in a text, from the places and document frequencies of its fingerprints."""
    return tuple(
        ExcludedSpan(span, "常见说法", f"索引里 {documents} 份材料有 {many} 份这样写")
        for span, many in _stretches(places, frequencies)
    )


def common_spans_in(
    text: str, left_out: Iterable[ExcludedSpan], hashes: NDArray[np.uint32]
) -> tuple[ExcludedSpan, ...]:
    """The stretches of a text that have fingerprints among common `hashes`, which are sorted."""
    if not len(hashes):
        return ()
    prints = prints_without(text, [each.span for each in left_out], [len(text)])
    places = prints.place[in_sorted(prints.hash, hashes)]
    return tuple(
        ExcludedSpan(span, "常见说法", "索引里许多材料都这样写")
        for span, _ in _stretches(places, np.zeros(len(places), np.int64))
    )


def _stretches(places: NDArray[np.int64], frequencies: NDArray[np.int64]) -> list[tuple[Span, int]]:
    """Common grams with a margin on both sides, each with its document frequency; those that meet become one."""
    found: list[tuple[Span, int]] = []
    for start, many in sorted(zip(places.tolist(), frequencies.tolist(), strict=True)):
        if found and start <= found[-1][0].end + COMMON_MARGIN:
            (first, _), most = found[-1]
            found[-1] = Span(first, start + GRAM + COMMON_MARGIN), max(most, many)
        else:
            found.append((Span(max(0, start - COMMON_MARGIN), start + GRAM + COMMON_MARGIN), many))
    return found


def in_sorted(values: NDArray[np.uint32], some: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """For each value, whether it is in `some`, which are sorted."""
    if not len(some):
        return np.zeros(len(values), bool)
    at = np.searchsorted(some, values).clip(max=len(some) - 1)
    found: NDArray[np.bool_] = some[at] == values
    return found


def is_near(places: NDArray[np.int64], common: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each place, whether a common one lies within the margin. `common` is sorted."""
    if not len(common):
        return np.zeros(len(places), bool)
    after = np.searchsorted(common, places)
    behind = common[(after - 1).clip(min=0)]
    ahead = common[after.clip(max=len(common) - 1)]
    found: NDArray[np.bool_] = (
        np.minimum(abs(places - behind), abs(ahead - places)) <= COMMON_MARGIN
    )
    return found
