"""Common wording: what so many documents of an index have that it tells nothing about two of them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.model import ExcludedSpan
from duizhao.reuse.winnow import GRAM, WINDOW, prints_of
from duizhao.text.span import Span

MAX_DF_SHARE = 0.05
MAX_DF_FLOOR = 64
"""Wording of more than this share of the documents is common, but never of so few documents."""

MARGIN = WINDOW
"""So many characters may lie between the end of shared wording and its last fingerprint."""


def most_documents(documents: int, share: float) -> int:
    """In how many documents of an index wording may stand before it is common."""
    return max(MAX_DF_FLOOR, int(share * documents))


def common_spans(
    places: NDArray[np.int64], spread: NDArray[np.int64], documents: int
) -> tuple[ExcludedSpan, ...]:
    """Stretches of a text, given where its common fingerprints begin and how many documents have each."""
    return tuple(
        ExcludedSpan(span, "常见说法", f"索引里 {documents} 份材料有 {many} 份这样写")
        for span, many in _stretches(places, spread)
    )


def common_spans_in(
    text: str, left_out: Iterable[ExcludedSpan], hashes: NDArray[np.uint32]
) -> tuple[ExcludedSpan, ...]:
    """Stretches of a text that have some of these common fingerprints, besides what is left out; hashes in order."""
    if not len(hashes):
        return ()
    prints = prints_of(text, left_out, [len(text)])
    places = prints.place[in_sorted(prints.hash, hashes)]
    return tuple(
        ExcludedSpan(span, "常见说法", "索引里许多材料都这样写")
        for span, _ in _stretches(places, np.zeros(len(places), np.int64))
    )


def _stretches(places: NDArray[np.int64], spread: NDArray[np.int64]) -> list[tuple[Span, int]]:
    """Common grams with what stands right beside them; a few words between two of them belong to both."""
    found: list[tuple[Span, int]] = []
    for start, many in sorted(zip(places.tolist(), spread.tolist(), strict=True)):
        if found and start <= found[-1][0].end + MARGIN:
            (first, _), most = found[-1]
            found[-1] = Span(first, start + GRAM + MARGIN), max(most, many)
        else:
            found.append((Span(max(0, start - MARGIN), start + GRAM + MARGIN), many))
    return found


def in_sorted(values: NDArray[np.uint32], some: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which of the values are among some others that are in order."""
    if not len(some):
        return np.zeros(len(values), bool)
    at = np.searchsorted(some, values).clip(max=len(some) - 1)
    found: NDArray[np.bool_] = some[at] == values
    return found


def is_near(places: NDArray[np.int64], common: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the places stand right beside common ones, these in order."""
    if not len(common):
        return np.zeros(len(places), bool)
    after = np.searchsorted(common, places)
    behind = common[(after - 1).clip(min=0)]
    ahead = common[after.clip(max=len(common) - 1)]
    found: NDArray[np.bool_] = np.minimum(abs(places - behind), abs(ahead - places)) <= MARGIN
    return found
