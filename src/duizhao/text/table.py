"""Tables of a Word file as places in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from duizhao.text.span import Span
from duizhao.text.value import value


@value
class TextRow:
    """A row of a table: its place, and that of each of its cells, one for each column.

    A cell over several columns is followed by empty ones; one that goes on from the row above has that cell's place.
    """

    span: Span
    cells: tuple[Span, ...]


TextTable = tuple[TextRow, ...]


def moved_tables(
    tables: Iterable[TextTable], moved: Callable[[Span], Span]
) -> tuple[TextTable, ...]:
    """The tables where the text was changed; `moved` gives the new place of a span."""
    return tuple(
        tuple(TextRow(moved(row.span), tuple(map(moved, row.cells))) for row in table)
        for table in tables
    )
