"""The ledger's own sheet: one row a problem, frozen head, filters, ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from duizhao.ledger.column import COLUMNS, LAST_PRINTED, CellForm
from duizhao.ledger.deadline import as_day
from duizhao.ledger.workbook.address import PLACES, SPARE, TABLE, letters
from duizhao.ledger.workbook.rules import add_rules
from duizhao.office.cell import lines_in, row_height
from duizhao.office.workbook import HEAD_HEIGHT, CellFormats, put, put_heads, set_pages

Cells = Mapping[str, str]
LAST_ROW = 1_048_576  # of a sheet


def write_table(sheet: Any, book: Any, rows: Sequence[Cells], formats: CellFormats) -> None:
    sheet.set_row(0, HEAD_HEIGHT)
    put_heads(sheet, ((each.head, each.width) for each in COLUMNS), formats)
    for number, cells in enumerate(rows, 1):
        _write_row(sheet, number, cells, formats)
    sheet.freeze_panes(1, PLACES["aspect"])
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    add_rules(sheet, book, len(rows) + SPARE)
    set_pages(sheet)
    sheet.repeat_rows(0)
    # All rows, so that those people add are printed; as cells, since some readers warn at columns ($A:$U).
    area = f"$A$1:${letters(PLACES[LAST_PRINTED])}${LAST_ROW}"
    book.define_name(f"{TABLE}!_xlnm.Print_Area", f"={TABLE}!{area}")


def _write_row(sheet: Any, number: int, cells: Cells, formats: CellFormats) -> None:
    own = {
        CellForm.TEXT: formats.text,
        CellForm.SHORT: formats.centred,
        CellForm.DATE: formats.date,
    }
    sheet.set_row(number, row_height(fullest(cells)))
    for at, column in enumerate(COLUMNS):
        text = cells[column.key]
        day = as_day(text) if column.form is CellForm.DATE else None
        put(sheet, number, at, day or text, formats, own[column.form])


def fullest(cells: Cells) -> int:
    """The lines of the cell that takes most of them."""
    return max(lines_in(cells.get(column.key, ""), column.width) for column in COLUMNS)
