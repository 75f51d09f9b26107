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

HOLDS = 1 << 14
"""Parts of a full segment: it is merged with no other any more, which bounds the memory of adding."""

PART = 1 << 16
"""Characters of a part. A longer document has several, so that place and part fit into a key."""


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Keys in order: hash (32 bits), part (16), place in the part (16). Each part has its document and offset in it.

    Documents stand in the order of their numbers, so that segments one after another are in order too.
    """

    file: str
    keys: NDArray[np.uint64]
    documents: NDArray[np.int64]
    offsets: NDArray[np.int64]

    def rows(self, at: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of the keys at these indices the document's number, and the offset in its text."""
        keys = self.keys[at]
        part = ((keys >> np.uint64(16)) & np.uint64(0xFFFF)).astype(np.int64)
        place = (keys & np.uint64(0xFFFF)).astype(np.int64)
        return self.documents[part], self.offsets[part] + place


def segment(prints: Sequence[tuple[Fingerprints, NDArray[np.int64], NDArray[np.int64]]]) -> Segment:
    """A new segment of prints: each with the document numbers of its texts (-1 for one left out) and their lengths."""
    documents: list[NDArray[np.int64]] = []
    offsets: list[NDArray[np.int64]] = []
    keys: list[NDArray[np.uint64]] = []
    held = 0
    for some, numbers, lengths in prints:
        parts = np.where(numbers < 0, 0, np.maximum(1, -(-lengths // PART)))
        first = held + np.cumsum(parts) - parts
        held += int(parts.sum())
        documents.append(np.repeat(numbers, parts))
        offsets.append((np.arange(held - int(parts.sum()), held) - np.repeat(first, parts)) * PART)
        filed = numbers[some.text] >= 0
        part = first[some.text[filed]] + some.place[filed] // PART
        keys.append(_packed(some.hash[filed], part, some.place[filed] % PART))
    return Segment(
        _name(), np.sort(np.concatenate(keys)), np.concatenate(documents), np.concatenate(offsets)
    )


def merged(segments: Sequence[Segment]) -> Segment:
    """Segments that follow each other as one."""
    held = 0
    keys: list[NDArray[np.uint64]] = []
    for each in segments:
        keys.append(each.keys + np.uint64(held << 16))
        held += len(each.documents)
    return Segment(
        _name(),
        np.sort(np.concatenate(keys)),
        np.concatenate([each.documents for each in segments]),
        np.concatenate([each.offsets for each in segments]),
    )


def without(one: Segment, numbers: Collection[int]) -> Segment:
    """The segment without these documents' fingerprints; their parts stay, and belong to nobody."""
    part = ((one.keys >> np.uint64(16)) & np.uint64(0xFFFF)).astype(np.int64)
    gone = np.isin(one.documents, list(numbers))
    return Segment(_name(), one.keys[~gone[part]], np.where(gone, -1, one.documents), one.offsets)


def write(folder: Path, one: Segment) -> None:
    """Put the keys safely on the disk, under a name that nobody has yet."""
    with (folder / one.file).open("xb") as out:
        np.save(out, one.keys)
        out.flush()
        os.fsync(out.fileno())


def opened(folder: Path, file: str, parts: bytes) -> Segment:
    """A segment on disk, with what `packed_parts` made of its parts. Raises FileNotFoundError, DuizhaoError."""
    documents, offsets = np.frombuffer(parts, np.int64).reshape(2, -1)
    try:
        keys = np.load(folder / file, mmap_mode="r", allow_pickle=False)
    except (ValueError, EOFError) as fault:
        raise DuizhaoError(f"{folder / file}：索引文件损坏（{fault}），请重建索引") from fault
    return Segment(file, keys, documents, offsets)


def packed_parts(one: Segment) -> bytes:
    return np.stack((one.documents, one.offsets)).tobytes()


def _packed(
    hashes: NDArray[np.uint32], part: NDArray[np.int64], place: NDArray[np.int64]
) -> NDArray[np.uint64]:
    keys = hashes.astype(np.uint64) << np.uint64(32)
    keys |= part.astype(np.uint64) << np.uint64(16)
    keys |= place.astype(np.uint64)
    return keys


def _name() -> str:
    return f"{uuid.uuid4().hex}.npy"
