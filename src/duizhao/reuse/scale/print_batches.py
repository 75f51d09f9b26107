"""Fingerprints texts in Arrow batches: the one function that every engine calls, in its own processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from duizhao.errors import DuizhaoError
from duizhao.read import read
from duizhao.reuse.common_wording import in_sorted
from duizhao.reuse.prepare import BATCH_TEXTS
from duizhao.reuse.winnow import fingerprints

if TYPE_CHECKING:
    import pyarrow as pa

PRINT_COLUMNS = "hash bigint, document bigint, place int"
"""The columns of the result, in Spark's terms. A document has each hash once, at its first place."""

NO_HASHES = np.empty(0, np.uint32)


def print_batches(
    batches: Iterable[pa.RecordBatch], own: NDArray[np.uint32]
) -> Iterator[pa.RecordBatch]:
    """The fingerprints of texts, given as document and text, or as document and path of a file to read.

    Hashes in `own`, the sorted hashes of a unit's own wording, are left out.
    """
    for batch in batches:
        if any(column.null_count for column in batch.columns):
            raise DuizhaoError("有的记录没有 document（整数编号）或 text（正文），请补全后再试")
        for start in range(0, batch.num_rows, BATCH_TEXTS):
            yield _prints(batch.slice(start, BATCH_TEXTS), own)


def _prints(some: pa.RecordBatch, own: NDArray[np.uint32]) -> pa.RecordBatch:
    import pyarrow as pa

    documents = some.column("document").to_numpy()
    found = fingerprints(_texts(some))
    kept = ~in_sorted(found.hash, own)
    return pa.record_batch(
        {
            "hash": found.hash[kept].astype("int64"),
            "document": documents[found.text[kept]],
            "place": found.place[kept].astype("int32"),
        }
    )


def _texts(some: pa.RecordBatch) -> list[str]:
    if "path" in some.schema.names:
        return [read(Path(each)).text for each in some.column("path").to_pylist()]
    texts: list[str] = some.column("text").to_pylist()
    return texts
