"""A list of the site as a workbook, as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from duizhao.output_mark import OutputKind

Cell = str | int | date
NARROWEST, WIDEST = 6, 50
"""Digits of a column, two for a Chinese character."""


def render_list(title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The bytes of an .xlsx file with one sheet, each column as wide as what it holds.

    Raises MissingTool where the extra `xlsx` is not installed.
    """
    return render_lists(title, [(title, heads, rows)])


def render_lists(
    title: str, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]
) -> bytes:
    """The same with several sheets, each by its name."""
    from duizhao.office.workbook import Column, put_table, write_workbook

    def fill(book, formats) -> None:  # type: ignore[no-untyped-def]
        for name, heads, rows in sheets:
            kept = list(rows)
            columns = [
                Column(head, _width(head, (row[at] for row in kept)))
                for at, head in enumerate(heads)
            ]
            put_table(book.add_worksheet(name[:31]), columns, kept, formats)

    return write_workbook(title, OutputKind.LIST, fill)


def _width(head: str, cells: Iterable[Cell]) -> float:
    widths = [_digits(line) for cell in (head, *cells) for line in str(cell).split("\n")]
    return min(max(NARROWEST, *widths) + 2, WIDEST)


def _digits(text: str) -> int:
    return sum(1 + (letter > "\u2e7f") for letter in text)
