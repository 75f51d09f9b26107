"""Spark as an engine: fingerprints are made in its Python workers, candidates in its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from duizhao.errors import DuizhaoError
from duizhao.reuse.scale.print_batches import NO_HASHES, PRINT_COLUMNS, print_batches
from duizhao.reuse.scale.spark_session import open_session
from duizhao.reuse.scale.texts import NEEDED_COLUMNS, Texts

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

OUR_FAULT = re.compile(r"^duizhao\.errors\.\w+: (.+)$", re.MULTILINE)
GLOB = re.compile(r"[\\*?\[\]{}]")
FILES_PER_TASK = 2000
STACK_OPENINGS = (
    "An error occurred while calling",
    "An exception was thrown from the Python worker",
)
"""The lines before the one that names the fault."""

WHOLE_NUMBERS = frozenset(("bigint", "int", "smallint", "tinyint"))


@dataclass(frozen=True, slots=True)
class Spark:
    """An open Spark session, and Ibis on it."""

    backend: Any
    session: Any

    def prints_in(self, folder: Path) -> ir.Table:
        with _faults_in_one_line():
            return self.backend.read_parquet(_pattern(folder))

    def prints_of(self, texts: Texts, own: NDArray[np.uint32] = NO_HASHES) -> ir.Table:
        # Workers get the function by its name: duizhao is installed on each of them.
        make = partial(print_batches, own=own)
        name = f"prints_{uuid4().hex}"
        with _faults_in_one_line():
            self._rows(texts).mapInArrow(make, PRINT_COLUMNS).createOrReplaceTempView(name)
            return self.backend.table(name)

    def result(self, query: ir.Table) -> pa.Table:
        with _faults_in_one_line():
            return self._frame(query).toArrow()

    def write(self, query: ir.Table, folder: Path) -> None:
        with _faults_in_one_line():
            self._frame(query).write.parquet(f"file://{folder.absolute()}")

    def _frame(self, query: ir.Table) -> Any:
        return self.session.sql(self.backend.compile(query))

    def _rows(self, texts: Texts) -> Any:
        if texts.kind == "document":
            rows = [(number, str(path)) for number, path in enumerate(texts.files)]
            tasks = max(self.session.sparkContext.defaultParallelism, len(rows) // FILES_PER_TASK)
            files = self.session.sparkContext.parallelize(rows, tasks)
            return self.session.createDataFrame(files, "document bigint, path string")
        files = [_pattern(each) for each in texts.files]
        if texts.kind == "parquet":
            table = self.session.read.parquet(*files)
        else:
            table = self.session.read.schema("document bigint, text string").json(files)
        kinds = dict(table.dtypes)
        if kinds.get("document") not in WHOLE_NUMBERS or kinds.get("text") != "string":
            raise DuizhaoError(f"{texts.files[0]}：{NEEDED_COLUMNS}")
        return table.selectExpr("bigint(document) document", "text")


@contextmanager
def open_spark(master: str, memory: int, scratch: Path) -> Iterator[Spark]:
    """Spark at `master`. Raises MissingTool, and DuizhaoError where it does not start."""
    import ibis

    with open_session(master, memory, scratch) as session:
        yield Spark(ibis.pyspark.connect(session), session)


def _pattern(path: Path) -> str:
    """A path as Spark reads it: not quoted like a URI; brackets are escaped, which would match other names."""
    return "file://" + GLOB.sub(r"\\\g<0>", str(path.absolute()))


@contextmanager
def _faults_in_one_line() -> Iterator[None]:
    """Raise DuizhaoError with one line in place of a worker's whole stack."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as fault:
        ours = OUR_FAULT.search(str(fault))
        reason = ours[1] if ours else f"Spark 没有算完：{_first_reason(str(fault))}"
        raise DuizhaoError(reason) from fault


def _first_reason(fault: str) -> str:
    lines = (line.strip(" :") for line in fault.splitlines())
    return next(
        (line for line in lines if line and not line.startswith(STACK_OPENINGS)), "没有说明原因"
    )
