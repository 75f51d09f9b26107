"""Pairs of documents that share fingerprints, found on an engine: from fingerprints, or from texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.scale.candidate_query import candidate_query
from duizhao.reuse.scale.engine import ENGINE_MEMORY, open_engine
from duizhao.reuse.scale.texts import texts_at
from duizhao.reuse.winnow import all_grams

if TYPE_CHECKING:
    import pyarrow as pa

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class CandidatePairs:
    """Pairs of documents in the order of their numbers, each with how many fingerprints they share."""

    left: Numbers
    right: Numbers
    shared: Numbers


def candidate_pairs(
    prints: Iterable[tuple[NDArray[np.integer], NDArray[np.integer]]],
    max_df: int,
    engine: str = "duckdb",
    *,
    memory: int = ENGINE_MEMORY,
    scratch: Path | None = None,
) -> CandidatePairs:
    """Documents that share fingerprints, found on `engine`: duckdb, local, local[n] or spark://host:port.

    `prints` gives hashes and the numbers of their documents, in parts of any size; no document has a hash twice. What
    more than `max_df` have is common wording. On a cluster, `scratch` is a folder that all its machines see.
    Raises UnknownName, MissingTool, and DuizhaoError where the engine fails.
    """
    from duizhao.reuse.scale.duckdb import write_prints

    with open_engine(engine, memory=memory, scratch=scratch) as (at, folder):
        given = folder / "given"
        given.mkdir()
        write_prints(given, _batches(prints))
        return _pairs(at.result(candidate_query(at.prints_in(given), max_df)))


def candidate_pairs_of_texts(
    path: Path,
    max_df: int,
    engine: str = "duckdb",
    *,
    wording: Mapping[str, Sequence[str]] | None = None,
    memory: int = ENGINE_MEMORY,
    scratch: Path | None = None,
) -> CandidatePairs:
    """The same for texts, fingerprinted on the engine without a unit's own `wording`.

    `path` is a table (.parquet, or JSON lines) with a whole number `document` and its `text`, a folder of such tables,
    or a folder of documents, which are counted from 0 in the order of `read.walk`.
    """
    own = all_grams(phrase for phrases in (wording or {}).values() for phrase in phrases)
    with open_engine(engine, memory=memory, scratch=scratch) as (at, _):
        prints = at.prints_of(texts_at(path), own)
        return _pairs(at.result(candidate_query(prints, max_df)))


def _pairs(table: pa.Table) -> CandidatePairs:
    return CandidatePairs(*(table[name].to_numpy() for name in ("left", "right", "shared")))


def _batches(
    prints: Iterable[tuple[NDArray[np.integer], NDArray[np.integer]]],
) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    for hashes, documents in prints:
        yield pa.record_batch(
            {
                "hash": hashes.astype(np.int64),
                "document": documents.astype(np.int64),
                "place": np.zeros(len(hashes), np.int32),
            }
        )
