"""Where places of a text stand after edits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from duizhao.text.edit import Edit
from duizhao.text.source import TextRow, TextTable
from duizhao.text.span import Span


class Moves:
    """Where offsets in a text stand after edits, which do not overlap."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        steps = sorted(edits, key=lambda edit: edit.span)
        self._starts = [edit.span.start for edit in steps]
        self._ends = [edit.span.end for edit in steps]
        growths = (len(edit.replacement) - (edit.span.end - edit.span.start) for edit in steps)
        self._growths = [0, *accumulate(growths)]

    def span(self, before: Span) -> Span:
        """The place of a span; what is inserted at its start or its end belongs to it."""
        first = bisect_right(self._ends, before.start)
        while first and self._starts[first - 1] == before.start:
            first -= 1
        last = bisect_right(self._ends, before.end)
        start, end = before.start + self._growths[first], before.end + self._growths[last]
        return Span(start, max(start, end))


def moved_tables(tables: Iterable[TextTable], edits: Iterable[Edit]) -> tuple[TextTable, ...]:
    """The tables of a text after edits."""
    moved = Moves(edits).span
    return tuple(
        tuple(TextRow(moved(row.span), tuple(map(moved, row.cells))) for row in table)
        for table in tables
    )
