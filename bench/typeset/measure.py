"""Times typesetting as .docx: reading the text, planning, writing, and reading the result back as proof.

python -m bench.typeset.measure [--documents N] [--write]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from bench import report
from bench.check import generate
from duizhao import api

ROUNDS = 3


def per_document(files: list[Path], setter: api.Typesetter, checker: api.Checker) -> float:
    """Milliseconds a document, the median of some rounds."""
    setter(checker, api.read(files[0]))
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for file in files:
            setter(checker, api.read(file))
        times.append((time.perf_counter() - start) * 1000 / len(files))
    return statistics.median(times)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=200)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    checker = api.Checker()
    with tempfile.TemporaryDirectory() as folder:
        generate.main(folder, str(chosen.documents))
        files = sorted(Path(folder).iterdir())
        plain = per_document(files, api.Typesetter(), checker)
        normal = per_document(files, api.Typesetter(normalize=True), checker)
    rows = [
        report.Row("typeset docx, one core", plain, "ms/document", 60),
        report.Row("typeset docx --normalize, one core", normal, "ms/document"),
    ]
    title = f"typeset docx: {chosen.documents} statements of about 3,000 characters"
    report.show(title, rows, write=chosen.write)


if __name__ == "__main__":
    main()
