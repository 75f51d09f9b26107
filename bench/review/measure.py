"""Times the review of 200 Word files: read, checked, comments and tracked changes put in, read again and compared.

    python -m bench.review.measure [--documents N] [--write]

In process, on one core, wall clock; reading the files from disk and writing the copies are included.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bench import report
from bench.statements import asked_for
from duizhao import api
from duizhao.review import plain_docx


def measured(files: list[Path], fix: bool) -> tuple[list[float], int]:
    """Milliseconds for each document, and the comments in all copies."""
    checker = api.Checker()
    api.review_file(files[0], checker, fix=fix)
    times, comments = [], 0
    for file in files:
        start = time.perf_counter()
        copy = api.review_file(file, checker, fix=fix)
        api.write_output(file.with_suffix(".copy"), copy.data, api.OutputKind.REVIEWED_COPY)
        times.append(1000 * (time.perf_counter() - start))
        comments += copy.comments
    return times, comments


def as_word(files: list[Path]) -> list[Path]:
    """The texts as plain Word files in the same folder."""
    made = []
    for file in files:
        package, _ = plain_docx(api.read(file))
        path = file.with_suffix(".docx")
        path.write_bytes(package)
        made.append(path)
    return made


def main() -> None:
    with asked_for(__doc__, 200) as statements:
        files = as_word(statements.files)
        plain, comments = measured(files, fix=False)
        fixed, _ = measured(files, fix=True)
        rows = [
            report.Row("comments", statistics.median(plain), "ms/document", 60),
            report.Row("comments and tracked changes", statistics.median(fixed), "ms/document", 60),
            report.Row("comments put in", comments / len(files), "per document"),
        ]
        statements.show("review", "Word files", rows)


if __name__ == "__main__":
    main()
