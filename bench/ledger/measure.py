"""Times a ledger of 200 statements: extracted, written, and brought up to date after every file was edited.

    python -m bench.ledger.measure [--documents N] [--write]

In process, on one core, wall clock; reading the files from disk is included.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bench import report
from bench.statements import asked_for
from duizhao import api

ROUNDS = 5


def ledger_of(files: list[Path], checker: api.Checker) -> api.Ledger:
    return api.assemble_ledger(api.extract_rows(api.read(file), checker) for file in files)


def measured(files: list[Path]) -> list[report.Row]:
    """Milliseconds a document."""
    checker = api.Checker()
    book = api.render_ledger(ledger_of(files[:1], checker))
    each = 1000 / len(files)
    made, rows = [], 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        ledger = ledger_of(files, checker)
        book = api.render_ledger(ledger)
        made.append((time.perf_counter() - start) * each)
        rows = len(ledger.rows)
    for file in files:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("群众", "老百姓", 1), encoding="utf-8")
    updated = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        api.update_ledger(book, "台账.xlsx", ledger_of(files, checker), is_whole=True)
        updated.append((time.perf_counter() - start) * each)
    return [
        report.Row("made: read, extracted, written", statistics.median(made), "ms/document", 15),
        report.Row("brought up to date, every file edited", statistics.median(updated), "ms/document", 15),
        report.Row("rows", rows, ""),
        report.Row("size", len(book) / 1e6, "MB"),
    ]  # fmt: skip


def main() -> None:
    with asked_for(__doc__, 200) as statements:
        statements.show("ledger", "statements", measured(statements.files))


if __name__ == "__main__":
    main()
