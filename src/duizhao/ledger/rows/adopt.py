"""Finds the lines of an office's own ledger, which has no ids, that hold a problem of the statements."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.ledger.column import COLUMN_BY_KEY
from duizhao.ledger.identity import without_blanks
from duizhao.ledger.plan import Cells
from duizhao.ledger.row import Row


def adopted_rows(lines: Sequence[Cells], rows: Sequence[Row]) -> dict[int, Row]:
    """The row that each line without an id holds, by the place of the line: the words of the problem are the same."""
    waiting: dict[str, int] = {}
    for at, line in enumerate(lines):
        words = without_blanks(line.get("problem") or line.get("example") or "")
        if words and not line.get("id"):
            waiting.setdefault(words, at)
    found: dict[int, Row] = {}
    for row in rows:
        key = next((each for each in _spellings(row) if each in waiting), None)
        if key is not None:
            found[waiting.pop(key)] = row
    return found


def _spellings(row: Row) -> tuple[str, ...]:
    """The words by which an office may have entered the row."""
    measures = COLUMN_BY_KEY["measures"].cell(row)
    texts = (row.problem, row.problem + row.example, row.text, row.sentence, row.claim)
    return tuple(without_blanks(each) for each in (*texts, "" if row.is_problem else measures))
