"""Which documents of an index share fingerprints: the segments joined with themselves, part by part of the hashes.

The documents that have a hash are its posting list. In a list of up to `ALL_PAIRS_UP_TO` each is paired with each. In a
longer list each is paired with the hub, the first that was filed: a template of a thousand people costs a
thousand pairs, not half a million. A list of more than `max_df` documents is common wording and gives no pairs, nor do
fingerprints directly next to it: a name before a sentence that everybody writes is not copied.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.collinear_seeds import has_collinear_seeds
from duizhao.reuse.common_wording import in_sorted, is_near
from duizhao.reuse.segment import Segment

ALL_PAIRS_UP_TO = 16
BYTES_PER_KEY = 80
"""The memory that the join of one key takes, measured."""

CONCURRENT_PARTS = 2
"""Parts that are joined at a time, each in a thread: numpy's sorting lets the other work."""

SEED = np.dtype([("left", "<u4"), ("right", "<u4"), ("here", "<u4"), ("there", "<u4")])
"""A fingerprint that two documents have, with its places; the left was filed first."""

COMMON = 0
"""In place of the right document in a seed of common wording. No document has this number."""

Pairing = tuple[int, int, NDArray[np.int64], NDArray[np.int64]]
"""Two documents' numbers, and the places of their shared fingerprints in both."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of documents with collinear seeds, in the order of left and right; and the hashes of common wording."""

    common: NDArray[np.uint32]
    files: Sequence[IO[bytes]]

    def __iter__(self) -> Iterator[Pairing]:
        # Sorting releases the interpreter: the next file is sorted while this one is read.
        with ThreadPoolExecutor(1) as sorter:
            waiting = None
            for file in self.files:
                last, waiting = waiting, sorter.submit(_SortedPairings.from_file, file)
                if last:
                    yield from last.result()
            if waiting:
                yield from waiting.result()


@contextmanager
def candidates(
    segments: Sequence[Segment],
    max_df: int,
    memory: int,
    *,
    own: NDArray[np.uint32] | None = None,
    folder: Path | None = None,
) -> Iterator[Candidates]:
    """The candidates among the documents of some segments, to be read inside the `with`.

    `own` are further hashes, sorted, that always count as common. About `memory` bytes are used: what does not fit
    waits in temporary files, in `folder` where it is given.
    """
    keys = sum(len(each.keys) for each in segments)
    parts = max(CONCURRENT_PARTS, -(-keys * BYTES_PER_KEY * CONCURRENT_PARTS // memory))
    last = max((int(each.documents.max(initial=0)) for each in segments), default=0)
    common: list[NDArray[np.uint32]] = [np.empty(0, np.uint32)]
    always_common = np.empty(0, np.uint32) if own is None else own

    def join_part(part: int) -> tuple[NDArray[np.uint32], NDArray[np.void]]:
        lists = _PostingLists(*_shared_keys(segments, part, parts), max_df, always_common)
        return lists.common(), lists.seeds()

    with ExitStack() as stack:
        # As many files as parts: seeds are about as many as keys, and take less while they are sorted.
        files = [stack.enter_context(tempfile.TemporaryFile(dir=folder)) for _ in range(parts)]
        with ThreadPoolExecutor(CONCURRENT_PARTS) as pool:
            for hashes, seeds in pool.map(join_part, range(parts if keys else 0)):
                common.append(hashes)
                _distribute(seeds, files, last)
        yield Candidates(np.concatenate(common), files)


def _shared_keys(
    segments: Sequence[Segment], part: int, parts: int
) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]]:
    """Hash, document and place of each key that another document may share: one part of the hashes, sorted."""
    low, high = (
        np.uint64((1 << 32) * each // parts << 32) for each in (part, min(part + 1, parts - 1))
    )
    cuts = [
        (int(np.searchsorted(one.keys, low)), int(np.searchsorted(one.keys, high)))
        if part < parts - 1
        else (int(np.searchsorted(one.keys, low)), len(one.keys))
        for one in segments
    ]
    keys = np.concatenate(
        [one.keys[start:end] for one, (start, end) in zip(segments, cuts, strict=True)]
    )
    # Hash and row in one number sort many times faster than an order by keys. Segments stand in the order of their
    # documents, so that rows keep that order. The stable sort merges the segments, which are in order already.
    packed = keys & np.uint64(0xFFFFFFFF << 32) | np.arange(len(keys), dtype=np.uint64)
    rows = _shared_rows(np.sort(packed, kind="stable"))
    shared = keys[rows]
    segment = np.searchsorted(np.cumsum([end - start for start, end in cuts]), rows, side="right")
    parts_before = np.cumsum([0, *(len(one.documents) for one in segments)])
    at = (shared >> np.uint64(16) & np.uint64(0xFFFF)).astype(np.int64) + parts_before[segment]
    place = np.concatenate([one.offsets for one in segments])[at]
    place += (shared & np.uint64(0xFFFF)).astype(np.int64)
    documents = np.concatenate([one.documents for one in segments])[at]
    return (shared >> np.uint64(32)).astype(np.uint32), documents, place


def _shared_rows(packed: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The rows of hashes that come more than once, from hash (upper half) and row packed in one number, sorted."""
    # Neighbours of one hash differ in the lower half alone.
    same = packed[1:] ^ packed[:-1] < np.uint64(1 << 32)
    shared = packed[np.append(same, False) | np.append(False, same)]
    rows: NDArray[np.int64] = (shared & np.uint64(0xFFFFFFFF)).astype(np.int64)
    return rows


class _PostingLists:
    """The documents of each hash, one posting list after another."""

    def __init__(
        self,
        hashes: NDArray[np.uint32],
        documents: NDArray[np.int64],
        places: NDArray[np.int64],
        max_df: int,
        own: NDArray[np.uint32],
    ) -> None:
        self._hashes, self._documents, self._places = hashes, documents, places
        self._starts = np.flatnonzero(np.diff(hashes.astype(np.int64), prepend=-1))
        self._sizes = np.diff(np.append(self._starts, len(hashes)))
        # Of each list.
        self._are_common = (self._sizes > max_df) | in_sorted(hashes[self._starts], own)

    def common(self) -> NDArray[np.uint32]:
        return self._hashes[self._starts[self._are_common]]

    def seeds(self) -> NDArray[np.void]:
        """Seeds per list: all pairs in a short one, pairs with the hub in a longer one, none for common wording."""
        # Of each row: how long its list is, and whether it is common.
        size = np.repeat(self._sizes, self._sizes)
        common = np.repeat(self._are_common, self._sizes)
        few = (size <= ALL_PAIRS_UP_TO) & ~common
        found: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        for step in range(1, min(ALL_PAIRS_UP_TO, int(self._sizes.max(initial=1)))):
            # Rows `step` apart in one list: over all steps, each is paired with each.
            same = self._hashes[:-step] == self._hashes[step:]
            here = np.flatnonzero(same & few[:-step])
            found.append((here, here + step))
        many = np.flatnonzero((size > ALL_PAIRS_UP_TO) & ~common)
        hub = np.repeat(self._starts, self._sizes)[many]
        found.append((hub[hub != many], many[hub != many]))
        left, right = (np.concatenate(column) for column in zip(*found, strict=True))
        return np.concatenate((self._paired(left, right), self._unpaired(common.nonzero()[0])))

    def _paired(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.void]:
        seeds = np.empty(len(left), SEED)
        seeds["left"], seeds["right"] = self._documents[left], self._documents[right]
        seeds["here"], seeds["there"] = self._places[left], self._places[right]
        return seeds

    def _unpaired(self, at: NDArray[np.int64]) -> NDArray[np.void]:
        seeds = self._paired(at, at)
        seeds["right"] = COMMON
        return seeds


def _distribute(seeds: NDArray[np.void], files: Sequence[IO[bytes]], last: int) -> None:
    """Write seeds into files, each for a range of left documents."""
    if len(files) == 1:
        files[0].write(seeds.tobytes())
        return
    owner = seeds["left"].astype(np.int64) * len(files) // (last + 1)
    seeds = seeds[np.argsort(owner, kind="stable")]
    bounds = np.searchsorted(np.sort(owner), np.arange(len(files) + 1))
    for at, file in enumerate(files):
        file.write(seeds[bounds[at] : bounds[at + 1]].tobytes())


def _read(file: IO[bytes]) -> NDArray[np.void]:
    file.seek(0)
    return np.frombuffer(file.read(), SEED)


@dataclass(frozen=True, slots=True, eq=False)
class _SortedPairings:
    """Candidates in their order: both numbers packed in one, and the bounds of each pair's places."""

    pair: NDArray[np.uint64]
    bounds: NDArray[np.int64]
    here: NDArray[np.int64]
    there: NDArray[np.int64]

    @classmethod
    def from_file(cls, file: IO[bytes]) -> _SortedPairings:
        seeds = _read(file)
        pair = seeds["left"].astype(np.uint64) << np.uint64(32) | seeds["right"].astype(np.uint64)
        order = np.argsort(pair, kind="stable")
        order = order[_are_repeated(pair[order])]
        order = order[_are_clear_of_common(seeds, order)]
        pair = pair[order]
        here, there = (seeds[side][order].astype(np.int64) for side in ("here", "there"))
        starts = np.flatnonzero(np.append(True, pair[1:] != pair[:-1])[: len(pair)])
        ends = np.append(starts[1:], len(pair))
        at = np.flatnonzero(has_collinear_seeds(starts, here, there))
        return cls(pair[starts[at]], np.stack((starts[at], ends[at]), axis=1), here, there)

    def __iter__(self) -> Iterator[Pairing]:
        for both, (start, end) in zip(self.pair.tolist(), self.bounds.tolist(), strict=True):
            yield both >> 32, both & 0xFFFFFFFF, self.here[start:end], self.there[start:end]


def _are_repeated(pair: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Of sorted pairs, which come more than once. Most come by chance, and alone."""
    same = pair[1:] == pair[:-1]
    found: NDArray[np.bool_] = np.append(same, False) | np.append(False, same)
    return found[: len(pair)]


def _are_clear_of_common(seeds: NDArray[np.void], some: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of some seeds stand clear of common wording in their left document."""
    # Document above place: only places of one document are near each other.
    at = seeds["left"].astype(np.int64) << np.int64(32) | seeds["here"]
    common = seeds["right"] == COMMON
    near = is_near(at[some], np.sort(at[common]))
    clear: NDArray[np.bool_] = ~(common[some] | near)
    return clear
