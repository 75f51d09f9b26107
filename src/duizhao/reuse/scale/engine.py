"""The engines that find candidates, by name: DuckDB in this process, or Spark here or on a cluster."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from duizhao.errors import MissingTool, UnknownName
from duizhao.reuse.scale.print_batches import NO_HASHES
from duizhao.reuse.scale.texts import Texts

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

ENGINE_MEMORY = 1 << 30
"""Bytes: DuckDB's limit, beyond which it writes to `scratch`; the heap of a Spark that runs here."""

ENGINES = "duckdb、local（本机 Spark）、local[核数]、spark://主机:端口"


class Engine(Protocol):
    """An open engine. Its tables are Ibis expressions: nothing is computed before `result` or `write`."""

    def prints_in(self, folder: Path) -> ir.Table:
        """The fingerprints in a folder of Parquet files."""

    def prints_of(self, texts: Texts, own: NDArray[np.uint32] = NO_HASHES) -> ir.Table:
        """The fingerprints of texts, made where the engine runs, without the hashes in `own`."""

    def result(self, query: ir.Table) -> pa.Table:
        """Compute a table and bring it here."""

    def write(self, query: ir.Table, folder: Path) -> None:
        """Compute a table into Parquet files of a new folder: for what is too large to be brought here."""


@contextmanager
def open_engine(
    name: str, *, memory: int = ENGINE_MEMORY, scratch: Path | None = None
) -> Iterator[tuple[Engine, Path]]:
    """The engine called `name`, and a folder for its temporary files, which is deleted afterwards.

    The folder is made in `scratch`, which all machines of a cluster must see. Raises UnknownName, MissingTool, and
    DuizhaoError where the engine fails.
    """
    on_spark = name == "local" or name.startswith(("local[", "spark://"))
    if not on_spark and name != "duckdb":
        raise UnknownName(f"没有名为 {name} 的引擎，可用：{ENGINES}")
    _require(on_spark)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=scratch)))
        if on_spark:
            from duizhao.reuse.scale.spark import open_spark

            yield stack.enter_context(open_spark(name, memory, folder)), folder
        else:
            from duizhao.reuse.scale.duckdb import open_duckdb

            yield stack.enter_context(open_duckdb(memory, folder)), folder


def _require(on_spark: bool) -> None:
    if on_spark and not (find_spec("ibis") and find_spec("pyspark")):
        raise MissingTool.without_extra("这里要用 Spark", "spark")
    if not (find_spec("ibis") and find_spec("duckdb")):
        raise MissingTool.without_extra("这里要用 DuckDB", "duckdb")
