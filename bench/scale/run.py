"""One engine on one table of texts, in a process of its own; prints what it cost as JSON.

python -m bench.scale.run ENGINE TEXTS.parquet DOCUMENTS
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from bench.scale import event_log
from bench.scale.processes import Peak, cpu_seconds
from duizhao.reuse.common_wording import MAX_DF_SHARE, max_df
from duizhao.reuse.scale.candidate_query import candidate_query
from duizhao.reuse.scale.engine import ENGINE_MEMORY, open_engine
from duizhao.reuse.scale.texts import texts_at

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of processor time and by the clock; bytes. `start` is the engine's, which a job pays once."""

    engine: str
    documents: int
    start: tuple[float, float]
    fingerprints: tuple[float, float]
    join: tuple[float, float]
    peak: int
    prints: int
    pairs: int
    by_hash: tuple[int, int] = (0, 0)
    by_pair: tuple[int, int] = (0, 0)
    spilled: int = 0


def run(engine: str, texts: Path, documents: int) -> Run:
    """Fingerprints into Parquet files, candidates into Parquet files: nothing is brought here."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        event_log.keep(folder)
        peak = stack.enter_context(Peak())
        (at, _), start = timed(
            lambda: stack.enter_context(open_engine(engine, memory=ENGINE_MEMORY))
        )
        prints, pairs = folder / "prints", folder / "pairs"
        _, first = timed(lambda: at.write(at.prints_of(texts_at(texts)), prints))
        query = candidate_query(at.prints_in(prints), max_df(documents, MAX_DF_SHARE))
        _, second = timed(lambda: at.write(query, pairs))
        stack.close()
        sent = event_log.shuffles(folder)
        return Run(
            engine,
            documents,
            start,
            first,
            second,
            peak.bytes,
            rows(prints),
            rows(pairs),
            *((each.bytes, each.records) for each in sent[:2]),
            *([sum(each.spilled for each in sent)] if sent else []),
        )


def timed(work: Callable[[], Made]) -> tuple[Made, tuple[float, float]]:
    cpu, wall = cpu_seconds(), time.perf_counter()
    made = work()
    return made, (round(cpu_seconds() - cpu, 2), round(time.perf_counter() - wall, 2))


def rows(folder: Path) -> int:
    import pyarrow.parquet as pq

    return sum(pq.read_metadata(file).num_rows for file in folder.glob("*.parquet"))


if __name__ == "__main__":
    engine, texts, documents = sys.argv[1:]
    print(json.dumps(asdict(run(engine, Path(texts), int(documents)))))
