"""How the cost of screening grows with the corpus: the same work for several sizes, each in a process of its own.

    python -m bench.screen.growth [--documents 2000 20000 100000] [--write]

Texts are made as they are filed, and the time that takes is left out. Filing runs on one core here, so that processor
time is the whole cost; memory is the most that the process ever had.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from bench import report
from bench.screen.corpus import Corpus
from bench.screen.planted import Kind
from bench.screen.truth import truth
from bench.screen.wording import own_wording
from duizhao import api

SIZES = (2000, 20_000, 100_000)
ASKED = 300
OF_A_KIND = 20
COLD = 5
EXPONENT = 1.15
P95_MS = 20
MATES_MS = 12
"""For a statement with 39 mates, which were written from the same template."""

COLD_S = 1.0
INDEX_KB = 15


def main() -> None:
    chosen = _arguments()
    if chosen.one:
        print(json.dumps(_measured(chosen.documents[0])))
        return
    found = {size: _in_its_own_process(size) for size in chosen.documents}
    rows = [row for size, figures in found.items() for row in _rows(size, figures)]
    for small, large in pairwise(found):
        growth = math.log(_seconds(found[large]) / _seconds(found[small])) / math.log(large / small)
        rows.append(
            report.Row(f"growth from {small:,} to {large:,}: n to the", growth, "", EXPONENT)
        )
    report.show("screen growth: add and join on one core", rows, write=chosen.write)


def _seconds(figures: dict[str, float]) -> float:
    return figures["add, s"] + figures["join, s"]


def _rows(size: int, figures: dict[str, float]) -> list[report.Row]:
    goals = {
        "check, p95 ms": P95_MS,
        f"check of a copy ({Kind.TEMPLATE.value}), median ms": MATES_MS,
        "check as a cold process, s": COLD_S,
        "index, KB/document": INDEX_KB,
    }
    named = ((*name.rpartition(" "), value) for name, value in figures.items())
    return [
        report.Row(f"{size:,}: {name.rstrip(',')}", value, unit, goals.get(f"{name} {unit}"))
        for name, _, unit, value in named
    ]


def _in_its_own_process(size: int) -> dict[str, float]:
    print(f"{size:,} documents", file=sys.stderr, flush=True)
    call = [sys.executable, "-m", "bench.screen.growth", "--one", "--documents", str(size)]
    done = subprocess.run(call, stdout=subprocess.PIPE, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _measured(size: int) -> dict[str, float]:
    corpus = Corpus.of(size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        index = api.ScreenIndex(folder, own_wording())
        before = _memory()
        add = _add(index, corpus)
        filed = _memory()
        start = time.process_time()
        index.join()
        join = time.process_time() - start
        asked = _asked(index, corpus)
        stats = index.stats()
        index.close()
        return {
            "add, s": add,
            "join, s": join,
            "memory before, MB": before,
            "memory after add, MB": filed,
            "memory after join, MB": _memory(),
            **asked,
            "check as a cold process, s": _cold(folder, corpus),
            "index, KB/document": sum(each.stat().st_size for each in folder.iterdir())
            / size
            / 1024,
            "fingerprints /document": stats.fingerprints / size,
        }


def _add(index: api.ScreenIndex, corpus: Corpus) -> float:
    """Seconds of processor time, those of making the texts left out."""
    making = 0.0

    def texts() -> Iterator[api.Filing]:
        nonlocal making
        made = enumerate(corpus.texts())
        while True:
            start = time.process_time()
            number, text = next(made, (0, None))
            making += time.process_time() - start
            if text is None:
                return
            yield api.Filing(text, str(number))

    start = time.process_time()
    for _ in index.add_all(texts()):
        pass
    return time.process_time() - start - making


def _asked(index: api.ScreenIndex, corpus: Corpus) -> dict[str, float]:
    """Milliseconds of one check: of statements from all over the corpus, and of some of each kind of copy."""
    size = corpus.documents
    spent = _spent(index, corpus, range(0, size, max(1, size // ASKED)))
    found = {
        "check, median ms": spent[len(spent) // 2],
        "check, p95 ms": spent[int(len(spent) * 0.95)],
    }
    by_kind: dict[Kind, list[int]] = {}
    for pair in truth(corpus).pairs:
        by_kind.setdefault(pair.kind, []).append(pair.right)
    for kind in Kind:
        copies = by_kind[kind]
        spent = _spent(index, corpus, copies[:: max(1, len(copies) // OF_A_KIND)][:OF_A_KIND])
        found[f"check of a copy ({kind.value}), median ms"] = spent[len(spent) // 2]
    return found


def _spent(index: api.ScreenIndex, corpus: Corpus, numbers: Iterable[int]) -> list[float]:
    """Milliseconds of a check of each of these statements, in order."""
    spent = []
    for number in numbers:
        text = corpus.statement(number).text
        start = time.perf_counter()
        index.check(text)
        spent.append((time.perf_counter() - start) * 1000)
    return sorted(spent)


def _cold(folder: Path, corpus: Corpus) -> float:
    """Seconds by the clock from the shell's call to its answer; the median."""
    spent = []
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "statement.txt"
        file.write_text(corpus.statement(1).text, encoding="utf-8")
        call = [
            sys.executable,
            "-m",
            "duizhao",
            "screen",
            "check",
            str(file),
            "--index",
            str(folder),
        ]
        for _ in range(COLD):
            start = time.perf_counter()
            done = subprocess.run(call, capture_output=True, check=False)
            spent.append(time.perf_counter() - start)
            if done.returncode not in (0, 1):
                raise SystemExit(done.stderr.decode())
    return sorted(spent)[COLD // 2]


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, nargs="+", default=list(SIZES))
    arguments.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    arguments.add_argument("--write", action="store_true")
    return arguments.parse_args()


if __name__ == "__main__":
    main()
