"""Measures the join past one machine at several sizes, and writes the tables of docs/scale.md.

    python -m bench.scale.measure [--documents 2000 20000 100000] [--engines duckdb local[2]] [--runs FILE] [--write]

Each engine runs in a process of its own. Every run is added to FILE as a line of JSON; `--documents` without a number
measures nothing and takes what stands there.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import report
from bench.scale.plan import Plan, Slope
from bench.scale.run import Run
from bench.scale.table import write_table
from bench.scale.verify import verify

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
RUNS = Path("build/scale.jsonl")
HEAD = (
    "engine", "documents", "start", "fingerprints", "join", "memory", "by hash", "by pair", "spilled", "candidates"
)  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, nargs="*", default=[2000, 20_000, 100_000])
    arguments.add_argument("--engines", nargs="+", default=["duckdb", "local[2]"])
    arguments.add_argument("--runs", type=Path, default=RUNS)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    chosen.runs.parent.mkdir(parents=True, exist_ok=True)
    for documents in chosen.documents:
        measure(documents, chosen.engines, chosen.runs)
    runs = kept(chosen.runs)
    sections = {"Measured": measured(runs), "Worked plan": planned(runs)}
    for title, text in sections.items():
        print(f"## {title}\n\n{text}")
        if chosen.write:
            put(title, text)


def measure(documents: int, engines: list[str], runs: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.parquet"
        write_table(texts, documents)
        for engine in engines:
            print(f"{engine} {documents:,} …", file=sys.stderr, flush=True)
            command = [sys.executable, "-m", "bench.scale.run", engine, str(texts), str(documents)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            with runs.open("a", encoding="utf-8") as file:
                file.write(done.stdout)


def kept(runs: Path) -> list[Run]:
    """The last run of each engine at each size."""
    last: dict[tuple[str, int], Run] = {}
    for line in runs.read_text(encoding="utf-8").splitlines():
        run = Run(**json.loads(line))
        last[run.engine, run.documents] = run
    return sorted(last.values(), key=lambda run: (run.engine, run.documents))


def measured(runs: list[Run]) -> str:
    lines = [HEAD, ("---",) * len(HEAD), *map(cells, runs)]
    return (
        f"{report.machine()}, with others at work on it. Seconds of processor time of all processes together, and in"
        " brackets by the clock. Memory is the most held at once where the engine is given 1 GB: Java and its Python"
        f" workers hold more than its heap.\n\n{table(lines)}"
    )


def cells(run: Run) -> tuple[str, ...]:
    times = (f"{cpu:.1f} s ({wall:.0f})" for cpu, wall in (run.start, run.fingerprints, run.join))
    sent = (f"{size / 1e6:.1f} MB" if size else "–" for size, _ in (run.by_hash, run.by_pair))
    return (
        run.engine,
        f"{run.documents:,}",
        *times,
        f"{run.peak / 1e6:.0f} MB",
        *sent,
        f"{run.spilled / 1e6:.0f} MB" if run.by_hash[0] else "–",
        f"{run.pairs:,}",
    )


def planned(runs: list[Run]) -> str:
    """From the two largest runs of Spark."""
    slope = Slope(*[run for run in runs if run.engine != "duckdb"][-2:])
    less, more = slope.less, slope.more
    each, pairs = verify()
    lines = [("what", "worked out", "makes"), ("---",) * 3, *Plan(slope, each).lines()]
    return (
        f"From the step of Spark from {less.documents:,} to {more.documents:,} documents. Pairs under a hash grew"
        f" by n^{slope.growth():.2f} in it. Verifying was timed on {pairs} candidates.\n\n{table(lines)}"
    )


def table(lines: list[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def put(title: str, text: str) -> None:
    """In place of what stands under this heading."""
    page = PAGE.read_text(encoding="utf-8")
    section = rf"(?<=^## {title}\n\n).*?(?=^## |\Z)"
    found = re.sub(
        section,
        lambda _: f"<!-- python -m bench.scale.measure --write -->\n{text}\n",
        page,
        count=1,
        flags=re.DOTALL | re.MULTILINE,
    )
    PAGE.write_text(f"{found.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
