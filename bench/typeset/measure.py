"""Times typesetting as .docx: reading the text, planning, writing, and reading the result back as proof.

python -m bench.typeset.measure [--documents N] [--write]
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bench import report
from bench.statements import asked_for
from duizhao import api

ROUNDS = 3


def per_document(files: list[Path], setter: api.Typesetter, checker: api.Checker) -> float:
    """Milliseconds a document, the median of some rounds."""
    setter.typeset(api.read(files[0]), checker)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for file in files:
            setter.typeset(api.read(file), checker)
        times.append((time.perf_counter() - start) * 1000 / len(files))
    return statistics.median(times)


def main() -> None:
    checker = api.Checker()
    with asked_for(__doc__, 200) as statements:
        plain = per_document(statements.files, api.Typesetter(), checker)
        normal = per_document(statements.files, api.Typesetter(normalize=True), checker)
        rows = [
            report.Row("typeset docx, one core", plain, "ms/document", 60),
            report.Row("typeset docx --normalize, one core", normal, "ms/document"),
        ]
        statements.show("typeset docx", "statements", rows)


if __name__ == "__main__":
    main()
