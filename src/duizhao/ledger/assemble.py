"""What several files give, put together as one ledger."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.errors import DuizhaoError
from duizhao.ledger.identity import identified
from duizhao.ledger.label import labels
from duizhao.ledger.row import FileExtract, Ledger

MAX_ROWS = 10_000
"""About 800 statements; written in three seconds, and read back within the limits of `saved/package.py`."""


def assemble(extracts: Sequence[FileExtract], unread: Sequence[str] = ()) -> Ledger:
    """One ledger of what several files give; `unread` are the names of files that could not be read.

    Raises DuizhaoError for more rows than a sheet can be worked with.
    """
    count = sum(len(each.drafts) for each in extracts)
    if count > MAX_ROWS:
        raise DuizhaoError(f"台账会有 {count:,} 行，超过上限 {MAX_ROWS:,} 行；请分几份台账来做")
    named = labels([*(each.name for each in extracts), *unread])
    pairs = list(zip(named, extracts, strict=False))
    return Ledger(
        tuple(identified((label, draft) for label, each in pairs for draft in each.drafts)),
        tuple(named[: len(extracts)]),
        tuple((label, loose) for label, each in pairs for loose in each.loose),
        tuple(dict.fromkeys(name for each in extracts for name in each.aspects)),
        tuple(named[len(extracts) :]),
    )
