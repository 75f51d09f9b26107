"""Ledgers: extracted from texts, put together, written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duizhao.api.check import interpret
from duizhao.api.checker import Checker
from duizhao.config import LedgerSettings
from duizhao.errors import UnreadableDocument
from duizhao.ledger import FileExtract, Ledger, UpdatedLedger, assemble, extract
from duizhao.lint import Failure
from duizhao.os_reason import reason_of
from duizhao.process import NearDays
from duizhao.text import Source

if TYPE_CHECKING:
    from duizhao.ledger.options import LedgerOptions
    from duizhao.ledger.plan import FilledLedger

MAX_LEDGER_BYTES = 64_000_000
"""Of a ledger on disk: one of 500 statements has 2 MB, and people may paste pictures."""


def extract_rows(source: Source, checker: Checker | None = None) -> FileExtract:
    """What one text gives for a ledger: something to do `for_each` file."""
    return extract(source, interpret(source, checker))


def assemble_ledger(extracts: Iterable[FileExtract | Failure]) -> Ledger:
    """One ledger of what several files gave."""
    kept = tuple(extracts)
    return assemble(
        [each for each in kept if isinstance(each, FileExtract)],
        [each.name for each in kept if isinstance(each, Failure)],
    )


def render_ledger(
    ledger: Ledger, today: date | None = None, settings: LedgerSettings | None = None
) -> bytes:
    """A ledger as a new .xlsx in the look of the settings.

    `today` is the day for which its counts are shown until a program calculates them.

    Raises MissingTool where the extra `xlsx` is not installed.
    """
    from duizhao.ledger.workbook import render

    return render(ledger, today, _options(settings) if settings else None)


def render_filled_ledger(
    filled: FilledLedger,
    ledger: Ledger,
    today: date | None = None,
    settings: LedgerSettings | None = None,
    copy: str = "",
) -> bytes:
    """A ledger that people have filled in as a new .xlsx, in the look of `render_ledger`.

    Of `ledger` all is taken except its rows. `copy` names the workbook, for when it comes back.

    Raises MissingTool where the extra `xlsx` is not installed.
    """
    from duizhao.ledger.workbook import render_filled

    return render_filled(filled, ledger, today, _options(settings) if settings else None, copy)


def near_days(settings: LedgerSettings) -> NearDays:
    """From how many days before a deadline it is near."""
    from duizhao.ledger.options import ONE_STEP

    days = settings.near_days
    return NearDays(max(days), min(days)) if days else ONE_STEP


def _options(settings: LedgerSettings) -> LedgerOptions:
    from duizhao.ledger.options import PRINTED_HEADS, LedgerOptions

    return LedgerOptions(
        steps=near_days(settings),
        shown=settings.show,
        hidden=settings.hide,
        printed=settings.print or PRINTED_HEADS,
    )


def read_ledger(path: Path) -> bytes:
    """The bytes of a filled-in ledger. Raises UnreadableDocument."""
    try:
        size = path.stat().st_size
        if size > MAX_LEDGER_BYTES:
            raise UnreadableDocument(
                path, f"超过上限 {MAX_LEDGER_BYTES / 1e6:.0f} MB，不是正常的台账"
            )
        return path.read_bytes()
    except OSError as fault:
        raise UnreadableDocument(path, f"读不了，{reason_of(fault)}") from fault


def update_ledger(
    data: bytes, name: str, ledger: Ledger, *, is_whole: bool = False
) -> UpdatedLedger:
    """Bring a filled-in .xlsx up to date: what people wrote stays, new rows are added, changed ones marked.

    `is_whole` means that the given files are all there are: a row of another file is marked.
    Raises UnreadableDocument for a file that is no ledger, MissingTool without the extra `xlsx`.
    """
    from duizhao.ledger.update import update_workbook

    return update_workbook(data, name, ledger, is_whole=is_whole)
