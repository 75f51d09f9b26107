"""The corpus of bench/screen as a table of Parquet, written a thousand texts at a time."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.screen.corpus import Corpus

ROWS = 1000


def write_table(path: Path, documents: int) -> None:
    """Texts numbered from 0."""
    texts = Corpus.of(documents).texts()
    schema = pa.schema({"document": pa.int64(), "text": pa.string()})
    with pq.ParquetWriter(path, schema) as out:
        for start in range(0, documents, ROWS):
            some = list(islice(texts, ROWS))
            numbers = range(start, start + len(some))
            out.write_table(pa.table({"document": numbers, "text": some}, schema))
