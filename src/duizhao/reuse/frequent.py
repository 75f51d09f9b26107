"""Common wording: what so many documents of an index have that it tells nothing about two of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.model import Subtracted
from duizhao.reuse.winnow import GRAM, WINDOW, fingerprints
from duizhao.text.span import Span

SHARE = 0.05
LEAST = 64
"""Wording of more than this share of the documents is common, but never of so few documents."""


def most_documents(documents: int, share: float) -> int:
    """In how many documents of an index wording may stand before it is common."""
    return max(LEAST, int(share * documents))


def common_wording(
    places: NDArray[np.int64], spread: NDArray[np.int64], documents: int
) -> tuple[Subtracted, ...]:
    """Stretches of a text, given where its common fingerprints begin and how many documents have each."""
    return tuple(
        Subtracted(span, "常见说法", f"索引里 {documents} 份材料有 {many} 份这样写")
        for span, many in _stretches(places, spread)
    )


def common_in(text: str, hashes: NDArray[np.uint32]) -> tuple[Subtracted, ...]:
    """Stretches of a text that have some of these common fingerprints, the hashes in order."""
    if not len(hashes):
        return ()
    prints = fingerprints((text,))
    at = np.searchsorted(hashes, prints.hash).clip(max=len(hashes) - 1)
    places = prints.place[hashes[at] == prints.hash]
    return tuple(
        Subtracted(span, "常见说法", "索引里许多材料都这样写")
        for span, _ in _stretches(places, np.zeros(len(places), np.int64))
    )


def _stretches(places: NDArray[np.int64], spread: NDArray[np.int64]) -> list[tuple[Span, int]]:
    """Grams that are no further apart than fingerprints are in shared text, as one stretch."""
    found: list[tuple[Span, int]] = []
    for start, many in sorted(zip(places.tolist(), spread.tolist(), strict=True)):
        if found and start <= found[-1][0].end + WINDOW:
            (first, _), most = found[-1]
            found[-1] = Span(first, start + GRAM), max(most, many)
        else:
            found.append((Span(start, start + GRAM), many))
    return found
