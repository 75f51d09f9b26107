"""Peers: MinHash with locality-sensitive hashing. They give pairs to be looked at, and no passages.

Shingles are five characters, as is usual for Chinese, and a signature has 128 permutations. 32 bands of four are a
usual split; two statements of which a third is the same share too little for it (a Jaccard of 0.18: one pair in 20 is
seen). So 64 bands of two are measured too: they see nine of ten, and many that share nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from bench.screen.cost import Cost, measured
from bench.screen.score import Outcome, outcome

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Signatures = TypeVar("Signatures")

SHINGLE = 5
PERMUTATIONS = 128
SEED = 42
BANDS, MANY_BANDS = 32, 64
BATCH = 200
"""Texts signed together: with all at once, moving their shingles about takes longer than signing."""

SIMILAR = 0.2
"""The Jaccard from which datasketch is asked for pairs: copied paragraphs have 0.18, and lower down most are false."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a peer found, and what it cost to sign all texts and to ask for the pairs."""

    outcome: Outcome
    signing: Cost
    query: Cost


def rensa(texts: Sequence[str], bands: int = BANDS) -> Run:
    """The usual way: shingles as strings, a signature for each text, one index, each text asked for."""
    from rensa import RMinHash, RMinHashLSH

    def sign() -> list[RMinHash]:
        signatures = []
        for text in texts:
            signature = RMinHash(PERMUTATIONS, SEED)
            signature.update(shingles(text))
            signatures.append(signature)
        return signatures

    def pairs(signatures: list[RMinHash]) -> Iterator[tuple[int, int]]:
        index = RMinHashLSH(SIMILAR, PERMUTATIONS, bands)
        index.insert_many(signatures)
        for number, alike in enumerate(index.query_all(signatures)):
            yield from ((other, number) for other in alike if other < number)

    return _run(sign, pairs)


def rensa_hashed(texts: Sequence[str]) -> Run:
    """The fastest way we found: shingles hashed in numpy, a batch signed in one call. Its index gives no pairs of
    such a batch, so the bands are joined here by sorting."""
    import numpy as np
    from rensa import RMinHash

    def signed(some: Sequence[str]) -> list[list[int]]:
        hashes = [_hashes(text) for text in some]
        offsets = np.cumsum([0, *map(len, hashes)], dtype=np.uint64)
        rows: list[list[int]] = RMinHash.digest_matrix_from_flat_token_hashes(
            np.concatenate(hashes), offsets, PERMUTATIONS, SEED
        ).to_rows()
        return rows

    def sign() -> list[list[int]]:
        return [
            row
            for start in range(0, len(texts), BATCH)
            for row in signed(texts[start : start + BATCH])
        ]

    return _run(sign, _banded)


def datasketch(texts: Sequence[str]) -> Run:
    """The usual way, the split into bands chosen by it for `SIMILAR`."""
    from datasketch import MinHash, MinHashLSH

    def sign() -> list[MinHash]:
        signatures = []
        for text in texts:
            signature = MinHash(PERMUTATIONS)
            signature.update_batch([shingle.encode() for shingle in set(shingles(text))])
            signatures.append(signature)
        return signatures

    def pairs(signatures: list[MinHash]) -> Iterator[tuple[int, int]]:
        index = MinHashLSH(SIMILAR, PERMUTATIONS)
        for number, signature in enumerate(signatures):
            yield from ((other, number) for other in index.query(signature))
            index.insert(number, signature)

    return _run(sign, pairs)


RENSA = "rensa, 32 bands"
"""The peer that our time is compared with."""

PEERS: Mapping[str, Callable[[Sequence[str]], Run]] = {
    RENSA: rensa,
    "rensa, shingles hashed in numpy": rensa_hashed,
}
SLOW: Mapping[str, Callable[[Sequence[str]], Run]] = {
    "rensa, 64 bands": partial(rensa, bands=MANY_BANDS),
    "datasketch": datasketch,
}
"""Peers that take minutes, or gigabytes for all their pairs."""


def _banded(rows: list[list[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of signatures that agree in all of a band."""
    import numpy as np

    for band in np.hsplit(np.array(rows, dtype=np.uint32), BANDS):
        key = np.ascontiguousarray(band).view([("", np.uint32)] * band.shape[1]).ravel()
        order = np.argsort(key, kind="stable")
        starts = np.flatnonzero(key[order][1:] != key[order][:-1]) + 1
        for bucket in np.split(order, starts):
            if len(bucket) > 1:
                yield from combinations(sorted(bucket.tolist()), 2)


def _hashes(text: str) -> NDArray[np.uint64]:
    """A hash of each shingle; any that spreads well does."""
    import numpy as np

    points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    count = len(points) - SHINGLE + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for at in range(SHINGLE):
        hashes = (hashes ^ points[at : at + count]) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    return hashes


def shingles(text: str) -> list[str]:
    return [text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)]


def _run(
    sign: Callable[[], Signatures], pairs: Callable[[Signatures], Iterator[tuple[int, int]]]
) -> Run:
    signatures, signing = measured(sign)
    found, query = measured(lambda: list(pairs(signatures)))
    return Run(outcome((left, right, ()) for left, right in found), signing, query)
