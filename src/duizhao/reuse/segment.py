"""A segment of the index: fingerprints of some documents in one sorted file, looked up without being loaded."""

from __future__ import annotations

import os
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from duizhao.errors import DuizhaoError
from duizhao.reuse.winnow import Fingerprints

MAX_PARTS = 1 << 14
"""Parts of a full segment, which is merged with no other: this bounds the memory of adding."""

PART_CHARACTERS = 1 << 16
"""Characters of a part. A longer document has several, so that place and part fit into a key."""

# A key is one 64-bit number, so that sorting keys sorts by hash, then part, then place:
#
#     63 ── hash ── 32 31 ── part ── 16 15 ── place in the part ── 0
HASH_SHIFT, PART_SHIFT = np.uint64(32), np.uint64(16)
LOW_16 = np.uint64(0xFFFF)


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Sorted keys; and of each part the number of its document and its offset there.

    Documents stand in the order of their numbers, so that segments one after another are in order too.
    """

    file: str
    keys: NDArray[np.uint64]
    documents: NDArray[np.int64]
    offsets: NDArray[np.int64]

    def rows(self, at: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The document's number, and the offset in its text, of the keys at these indices."""
        keys = self.keys[at]
        part = part_of(keys)
        return self.documents[part], self.offsets[part] + place_of(keys)


def segment(prints: Sequence[tuple[Fingerprints, NDArray[np.int64], NDArray[np.int64]]]) -> Segment:
    """A new segment of fingerprints, each with its texts' document numbers (-1: not filed) and lengths."""
    documents: list[NDArray[np.int64]] = []
    offsets: list[NDArray[np.int64]] = []
    keys: list[NDArray[np.uint64]] = []
    held = 0
    for some, numbers, lengths in prints:
        # Even an empty text has a part, so that every document stands in its segment.
        parts = np.where(numbers < 0, 0, np.maximum(1, -(-lengths // PART_CHARACTERS)))
        first = held + np.cumsum(parts) - parts
        held += int(parts.sum())
        documents.append(np.repeat(numbers, parts))
        offsets.append(
            (np.arange(held - int(parts.sum()), held) - np.repeat(first, parts)) * PART_CHARACTERS
        )
        filed = numbers[some.text] >= 0
        part = first[some.text[filed]] + some.place[filed] // PART_CHARACTERS
        keys.append(_pack(some.hash[filed], part, some.place[filed] % PART_CHARACTERS))
    return Segment(
        _new_file(),
        _merge_sorted(keys),
        np.concatenate(documents),
        np.concatenate(offsets),
    )


def merge(segments: Sequence[Segment]) -> Segment:
    """One segment of several that follow each other."""
    held = 0
    keys: list[NDArray[np.uint64]] = []
    for each in segments:
        # Parts are counted on from one segment to the next; no sum reaches the hash, since a segment has MAX_PARTS.
        keys.append(each.keys + np.uint64(held << 16))
        held += len(each.documents)
    return Segment(
        _new_file(),
        _merge_sorted(keys),
        np.concatenate([each.documents for each in segments]),
        np.concatenate([each.offsets for each in segments]),
    )


def without(one: Segment, numbers: Collection[int]) -> Segment:
    """The segment without these documents' fingerprints. Their parts stay, with -1 for the document."""
    gone = np.isin(one.documents, list(numbers))
    kept = one.keys[~gone[part_of(one.keys)]]
    return Segment(_new_file(), kept, np.where(gone, -1, one.documents), one.offsets)


def write(folder: Path, one: Segment) -> None:
    """Put the keys safely on the disk, under a new name."""
    with (folder / one.file).open("xb") as out:
        np.save(out, one.keys)
        out.flush()
        os.fsync(out.fileno())


def open_segment(folder: Path, file: str, parts: bytes) -> Segment:
    """A segment on disk, with what `packed_parts` made of its parts. Raises FileNotFoundError, DuizhaoError."""
    documents, offsets = np.frombuffer(parts, np.int64).reshape(2, -1)
    try:
        keys = np.load(folder / file, mmap_mode="r", allow_pickle=False)
    except (ValueError, EOFError) as fault:
        raise DuizhaoError(f"{folder / file}：索引文件损坏（{fault}），请重建索引") from fault
    return Segment(file, keys, documents, offsets)


def packed_parts(one: Segment) -> bytes:
    """The documents and offsets of the parts, for the catalogue."""
    return np.stack((one.documents, one.offsets)).astype(np.int64).tobytes()


def part_of(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The part of each key: the 16 bits below the hash."""
    part: NDArray[np.int64] = ((keys >> PART_SHIFT) & LOW_16).astype(np.int64)
    return part


def place_of(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The place of each key in its part, in characters: the lowest 16 bits."""
    place: NDArray[np.int64] = (keys & LOW_16).astype(np.int64)
    return place


def _pack(
    hashes: NDArray[np.uint32], part: NDArray[np.int64], place: NDArray[np.int64]
) -> NDArray[np.uint64]:
    keys = hashes.astype(np.uint64) << HASH_SHIFT
    keys |= part.astype(np.uint64) << PART_SHIFT
    keys |= place.astype(np.uint64)
    return keys


def _merge_sorted(runs: Sequence[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    # The stable sort is Timsort, which finds runs that are in order and merges them: up to 15 times as fast here.
    return np.sort(np.concatenate(runs), kind="stable")


def _new_file() -> str:
    return f"{uuid.uuid4().hex}.npy"
