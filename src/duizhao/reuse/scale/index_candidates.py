"""Candidates of an index, found on an engine: the same pairs and places as `reuse.candidates` finds."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from duizhao.reuse.candidates import COMMON, SEED, Candidates
from duizhao.reuse.common_wording import in_sorted
from duizhao.reuse.scale.candidate_query import seed_query
from duizhao.reuse.scale.engine import Engine, open_engine
from duizhao.reuse.scale.print_batches import NO_HASHES
from duizhao.reuse.segment import Segment

if TYPE_CHECKING:
    import pyarrow as pa

PRINTS_AT_ONCE = 1 << 20
"""Fingerprints that are handed over at once."""

BYTES_PER_SEED = 80
"""The memory that one seed takes while a file of them is sorted."""


@contextmanager
def candidates_on(
    engine: str,
    segments: Sequence[Segment],
    max_df: int,
    memory: int,
    *,
    own: NDArray[np.uint32] | None = None,
    folder: Path | None = None,
) -> Iterator[Candidates]:
    """The candidates among the documents of some segments, as `reuse.candidates`, to be read inside the `with`.

    `engine` is duckdb, local, local[n] or spark://host:port. On a cluster, `folder` is one that all its machines see.
    Raises UnknownName, MissingTool, and DuizhaoError where the engine fails.
    """
    with ExitStack() as files:
        # The engine is closed before candidates are verified, since it would hold its memory.
        with open_engine(engine, memory=memory, scratch=folder) as (at, scratch):
            seeds = find_seeds(at, scratch, segments, max_df, own)
            found = sort_seeds(seeds, memory, files, folder)
        yield found


def find_seeds(
    engine: Engine,
    scratch: Path,
    segments: Iterable[Segment],
    max_df: int,
    own: NDArray[np.uint32] | None = None,
) -> Path:
    """Find the seeds of some segments by `seed_query`: a new folder of Parquet files in `scratch`."""
    made = Path(tempfile.mkdtemp(dir=scratch))
    (made / "prints").mkdir()
    _hand_over(made / "prints", segments, NO_HASHES if own is None else own)
    engine.write(seed_query(engine.prints_in(made / "prints"), max_df), made / "seeds")
    return made / "seeds"


def sort_seeds(seeds: Path, memory: int, files: ExitStack, folder: Path | None) -> Candidates:
    """Distribute seeds over temporary files, each for a range of left documents; they last as long as `files`."""
    import pyarrow.dataset as ds

    table = ds.dataset(seeds, format="parquet")
    parts = max(1, -(-table.count_rows() * BYTES_PER_SEED // memory))
    lefts = (batch.column(0).to_numpy() for batch in table.to_batches(columns=["left"]))
    last = max((int(each.max(initial=0)) for each in lefts), default=0)
    # `files` closes them.
    out = [files.enter_context(tempfile.TemporaryFile(dir=folder)) for _ in range(parts)]  # noqa: SIM115
    common = [np.empty(0, np.uint32)]
    for batch in table.to_batches():
        rows = _seeds(batch)
        common.append(np.unique(rows["there"][rows["right"] == COMMON]))
        _put(rows, out, last)
    return Candidates(np.unique(np.concatenate(common)), out)


def _seeds(batch: pa.RecordBatch) -> NDArray[np.void]:
    rows = np.empty(batch.num_rows, SEED)
    for name in SEED.names or ():
        rows[name] = batch.column(name).to_numpy()
    return rows


def _put(rows: NDArray[np.void], out: Sequence[IO[bytes]], last: int) -> None:
    owner = rows["left"].astype(np.int64) * len(out) // (last + 1)
    for at, file in enumerate(out):
        file.write(rows[owner == at].tobytes())


def _hand_over(folder: Path, segments: Iterable[Segment], own: NDArray[np.uint32]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"hash": pa.int64(), "document": pa.int64(), "place": pa.int64(), "is_own": pa.bool_()}
    schema = pa.schema(kinds)
    with pq.ParquetWriter(folder / "prints.parquet", schema) as out:
        for one in segments:
            for start in range(0, len(one.keys), PRINTS_AT_ONCE):
                at = np.arange(start, min(start + PRINTS_AT_ONCE, len(one.keys)))
                hashes = (one.keys[at] >> np.uint64(32)).astype(np.uint32)
                columns = hashes.astype(np.int64), *one.rows(at), in_sorted(hashes, own)
                out.write_batch(pa.record_batch(list(columns), schema=schema))
