"""The extracts of several files, put together as one ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from duizhao.errors import DuizhaoError
from duizhao.ledger.identity import rows_with_ids
from duizhao.ledger.row import FileExtract, Ledger

MAX_ROWS = 10_000
"""About 800 statements; written in three seconds, and read back within the limits of `XlsxPackage`."""


def assemble(extracts: Sequence[FileExtract], unread: Sequence[str] = ()) -> Ledger:
    """One ledger of several files; `unread` are the names of files that could not be read.

    Raises DuizhaoError for more rows than people can work with on a sheet.
    """
    count = sum(len(each.drafts) for each in extracts)
    if count > MAX_ROWS:
        raise DuizhaoError(f"台账会有 {count:,} 行，超过上限 {MAX_ROWS:,} 行；请分几份台账来做")
    labels = file_labels([*(each.name for each in extracts), *unread])
    pairs = list(zip(labels, extracts, strict=False))
    return Ledger(
        rows=tuple(rows_with_ids((label, draft) for label, each in pairs for draft in each.drafts)),
        files=tuple(labels[: len(extracts)]),
        loose=tuple((label, cause) for label, each in pairs for cause in each.loose),
        aspects=tuple(dict.fromkeys(name for each in extracts for name in each.aspects)),
        unread=tuple(labels[len(extracts) :]),
    )


def file_labels(names: Sequence[str]) -> list[str]:
    """The file name of each path, with as many folders before it as it takes to differ from the others.

    No more folders than needed: a ledger that is handed on shows nothing of the machine it was made on.
    """
    parts = [Path(name).parts or (name,) for name in names]
    depths = [1] * len(parts)
    while True:
        made = ["/".join(each[-depth:]) for each, depth in zip(parts, depths, strict=True)]
        counts = Counter(made)
        grown = [
            min(depth + (counts[label] > 1), len(each))
            for label, depth, each in zip(made, depths, parts, strict=True)
        ]
        if grown == depths:
            return made
        depths = grown
