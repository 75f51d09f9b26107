"""Times the review of 200 Word files: read, checked, comments and tracked changes put in, read again and compared.

    python -m bench.review.measure [--documents N] [--write]

In process, on one core, wall clock; reading the files from disk and writing the copies are included.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from bench import report
from bench.check import generate
from duizhao import api, review


def measured(files: list[Path], fix: bool) -> tuple[list[float], int]:
    """Milliseconds for each document, and the comments in all copies."""
    checker, reviewing = api.Checker(), api.Reviewing(fix=fix)
    reviewing(checker, files[0])
    times, comments = [], 0
    for file in files:
        start = time.perf_counter()
        copy = reviewing(checker, file)
        api.write_whole(file.with_suffix(".copy"), copy.data)
        times.append(1000 * (time.perf_counter() - start))
        comments += copy.comments
    return times, comments


def as_word(files: list[Path]) -> list[Path]:
    """The texts as plain Word files beside them."""
    made = []
    for file in files:
        package, _ = review.plain(api.read(file))
        path = file.with_suffix(".docx")
        path.write_bytes(package)
        made.append(path)
    return made


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=200)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        generate.main(folder, str(chosen.documents))
        files = as_word(sorted(Path(folder).iterdir()))
        plain, comments = measured(files, fix=False)
        fixed, _ = measured(files, fix=True)
    report.show(
        f"review: {chosen.documents} Word files of about 3,000 characters",
        [
            report.Row("comments", statistics.median(plain), "ms/document", 60),
            report.Row("comments and tracked changes", statistics.median(fixed), "ms/document", 60),
            report.Row("comments put in", comments / len(files), "per document"),
        ],
        write=chosen.write,
    )


if __name__ == "__main__":
    main()
