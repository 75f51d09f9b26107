"""Looks fingerprints up in the segments: which documents have them, and which are common wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.collinear_seeds import has_collinear_seeds
from duizhao.reuse.common_wording import in_sorted, is_near
from duizhao.reuse.segment import Segment
from duizhao.reuse.winnow import Fingerprints

Candidate = tuple[int, NDArray[np.int64], NDArray[np.int64]]
"""A document's number, and the places of shared fingerprints in the text and in the document."""


@dataclass(frozen=True, slots=True, eq=False)
class SharedFingerprints:
    """Fingerprints that a text shares with filed documents, in the order of the documents' numbers.

    Of each shared fingerprint: `document` is the number, `left` the offset in the text, `right` that in the document.
    Of each common fingerprint of the text: `common` is its offset, `frequencies` how many documents have it.
    """

    document: NDArray[np.int64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    common: NDArray[np.int64]
    frequencies: NDArray[np.int64]

    def candidates(self) -> list[Candidate]:
        """The documents with collinear seeds, those that share most fingerprints first."""
        starts = np.flatnonzero(np.diff(self.document, prepend=-1))
        ends = np.append(starts[1:], len(self.document))
        at = np.flatnonzero(has_collinear_seeds(starts, self.left, self.right))
        at = at[np.argsort(starts[at] - ends[at], kind="stable")]
        some = (slice(int(starts[each]), int(ends[each])) for each in at)
        return [(int(self.document[one.start]), self.left[one], self.right[one]) for one in some]


def look_up(
    segments: Sequence[Segment], prints: Fingerprints, max_df: int, own: NDArray[np.uint32]
) -> SharedFingerprints:
    """Find one text's fingerprints in the segments. Those in `own` or in more than `max_df` documents are common."""
    hashes = prints.hash.astype(np.uint64) << np.uint64(32)
    bounds = [_bounds(each.keys, hashes) for each in segments]
    frequencies = sum((high - low for low, high in bounds), start=np.zeros(len(hashes), np.int64))
    frequent = frequencies > max_df
    common = frequent | in_sorted(prints.hash, own)
    common |= is_near(prints.place, np.sort(prints.place[common]))
    found: list[tuple[NDArray[np.int64], ...]] = [(np.empty(0, np.int64),) * 3]
    for each, (low, high) in zip(segments, bounds, strict=True):
        counts = np.where(common, 0, high - low)
        document, right = each.rows(_ranges(low, counts))
        found.append((document, np.repeat(prints.place, counts), right))
    document, left, right = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort(document, kind="stable")
    return SharedFingerprints(
        document=document[order],
        left=left[order],
        right=right[order],
        common=prints.place[frequent],
        frequencies=frequencies[frequent],
    )


def _bounds(
    keys: NDArray[np.uint64], hashes: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Between which keys each hash stands, given in the upper half of a number. Most hashes have no key."""
    low = np.searchsorted(keys, hashes)
    # A key of the hash differs from it in the lower half alone.
    found = np.flatnonzero(keys[low.clip(max=len(keys) - 1)] - hashes < np.uint64(1 << 32))
    high = low.copy()
    high[found] = np.searchsorted(keys, hashes[found] + np.uint64(1 << 32))
    return low, high


def _ranges(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """All of start, start + 1 … of every start, `count` of each."""
    before = np.cumsum(counts) - counts
    found: NDArray[np.int64] = np.arange(int(counts.sum())) + np.repeat(starts - before, counts)
    return found
