"""Instructions that a piece of work takes, counted by cachegrind: the same number on a busy machine.

`per_document(setup, work, few, many)` runs the work for few and for many documents, each in a process of its own under
valgrind, so that what the start takes falls out. Without valgrind it returns None, and the table leaves the figure out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

VALGRIND = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]


def per_document(setup: str, work: str, few: int = 3, many: int = 9) -> float | None:
    """Millions of instructions for one document: `work` is called with `number` in its scope."""
    if shutil.which("valgrind") is None:
        return None
    counts = [
        _count(f"{setup}\nfor number in range({times}):\n    {work}\n") for times in (few, many)
    ]
    return (counts[1] - counts[0]) / (many - few) / 1e6


def _count(program: str) -> int:
    done = subprocess.run(
        [*VALGRIND, sys.executable, "-c", program],
        # The order of sets must not change from run to run.
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if found is None:
        raise SystemExit(f"cachegrind printed no count: {done.stderr[-500:]}")
    return int(found[1].replace(",", ""))
