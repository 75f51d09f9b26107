"""Ledgers: drawn from texts, put together, written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from duizhao.api.checker import Checker
from duizhao.api.outcome import Failure
from duizhao.ledger import Drawn, Ledger, assemble
from duizhao.ledger import draw as draw_statements
from duizhao.text import Source


def draw(checker: Checker, source: Source) -> Drawn:
    """What one text gives for a ledger: something to do `for_each` file."""
    return draw_statements(source, [reading.statement for reading in checker.readings(source)])


def ledger(drawn: Iterable[Drawn | Failure]) -> Ledger:
    """One ledger of what several files gave."""
    kept = tuple(drawn)
    return assemble(
        [each for each in kept if isinstance(each, Drawn)],
        [each.name for each in kept if isinstance(each, Failure)],
    )


def workbook(made: Ledger, today: date | None = None) -> bytes:
    """A new .xlsx of a ledger; `today` is the day its counts are shown for until a program calculates them.

    Raises MissingTool where the extra `xlsx` is not installed.
    """
    from duizhao.ledger.workbook import render

    return render(made, today)
