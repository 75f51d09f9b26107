"""How long a PDF takes: the first of a process, and every further one, in process on one core.

python -m bench.pdf.measure [--write]
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter

from bench.check.generate import statement
from bench.report import Row, show
from duizhao import api

COUNT = 200


def main() -> None:
    texts = [api.Source(text) for text in map(statement, range(COUNT + 1))]
    begun = perf_counter()
    printer = api.PdfPrinter()
    ready = perf_counter()
    printer(texts[0])
    first = perf_counter()
    each = []
    for source in texts[1:]:
        at = perf_counter()
        printer(source)
        each.append((perf_counter() - at) * 1000)
    rows = [
        Row("listing fonts and starting the typesetter", (ready - begun) * 1000, "ms"),
        Row("first document", (first - ready) * 1000, "ms"),
        Row("each further one, median", median(each), "ms", 250),
        Row("each further one, slowest", max(each), "ms", 250),
    ]
    size = sum(len(source.text) for source in texts[1:]) // COUNT
    title = f"pdf: {COUNT} different statements of {size:,} characters on average"
    show(title, rows, write="--write" in sys.argv[1:])


if __name__ == "__main__":
    main()
