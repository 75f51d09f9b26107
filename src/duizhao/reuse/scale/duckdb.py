"""DuckDB as an engine: in this process, within a limit of memory."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from duizhao.errors import DuizhaoError
from duizhao.reuse.scale.print_batches import NO_HASHES, print_batches
from duizhao.reuse.scale.texts import NEEDED_COLUMNS, Texts

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

TEXTS_AT_ONCE = 512
"""Texts that are held at once."""


@dataclass(frozen=True, slots=True)
class DuckDB:
    """An open DuckDB, and the folder where it may write."""

    backend: Any
    scratch: Path

    def prints_in(self, folder: Path) -> ir.Table:
        return self.backend.read_parquet(f"{_pattern(folder)}/*.parquet")

    def prints_of(self, texts: Texts, own: NDArray[np.uint32] = NO_HASHES) -> ir.Table:
        made = Path(tempfile.mkdtemp(dir=self.scratch))
        write_prints(made, print_batches(self._batches(texts), own))
        return self.prints_in(made)

    def result(self, query: ir.Table) -> pa.Table:
        return query.to_pyarrow()

    def write(self, query: ir.Table, folder: Path) -> None:
        folder.mkdir(parents=True)
        query.to_parquet(str(folder / "part-0.parquet"))

    def _batches(self, texts: Texts) -> Iterable[pa.RecordBatch]:
        import pyarrow as pa

        if texts.kind == "document":
            paths = [str(each) for each in texts.files]
            rows = pa.table({"document": range(len(paths)), "path": paths})
            return rows.to_batches(max_chunksize=TEXTS_AT_ONCE)  # type: ignore[no-any-return]
        reader = self.backend.read_parquet if texts.kind == "parquet" else self.backend.read_json
        table = reader([_pattern(each) for each in texts.files])
        kinds = dict(table.schema())
        if not ("document" in kinds and kinds["document"].is_integer()) or not (
            "text" in kinds and kinds["text"].is_string()
        ):
            raise DuizhaoError(f"{texts.files[0]}：{NEEDED_COLUMNS}")
        some = table.select(document=table.document.cast("int64"), text=table.text)
        return some.to_pyarrow_batches(chunk_size=TEXTS_AT_ONCE)  # type: ignore[no-any-return]


def _pattern(path: Path) -> str:
    """A path as DuckDB reads it: brackets and stars are escaped, which would match other names."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(path))


@contextmanager
def open_duckdb(memory: int, scratch: Path) -> Iterator[DuckDB]:
    """An empty DuckDB. Raises DuizhaoError where it fails while it is open."""
    import duckdb
    import ibis

    backend = ibis.duckdb.connect(
        memory_limit=f"{memory}B",
        temp_directory=str(scratch / "spilled"),
        # No extension is fetched from the net.
        autoinstall_known_extensions=False,
        preserve_insertion_order=False,
    )
    try:
        yield DuckDB(backend, scratch)
    except duckdb.Error as fault:
        raise DuizhaoError(f"DuckDB 没有算完：{str(fault).splitlines()[0]}") from fault
    finally:
        backend.disconnect()


def write_prints(folder: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Write fingerprints into a folder of Parquet files, a batch at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema({"hash": pa.int64(), "document": pa.int64(), "place": pa.int32()})
    with pq.ParquetWriter(folder / "prints.parquet", schema) as out:
        for batch in batches:
            out.write_batch(batch)
