"""The ledger's own sheet: one row a problem, frozen head, filters, ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from duizhao.ledger.column import COLUMNS, LAST_PRINTED
from duizhao.ledger.text import height, lines
from duizhao.ledger.workbook.address import PLACES, SPARE, TABLE, letters
from duizhao.ledger.workbook.face import Faces
from duizhao.ledger.workbook.paper import set_paper
from duizhao.ledger.workbook.put import put
from duizhao.ledger.workbook.rules import add_rules

Cells = Mapping[str, str]
LAST_ROW = 1_048_576  # of a sheet


def write_table(sheet: Any, book: Any, rows: Sequence[Cells], faces: Faces) -> None:
    sheet.set_row(0, 32)
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.head, faces.head)
    for number, cells in enumerate(rows, 1):
        _write_row(sheet, number, cells, faces)
    sheet.freeze_panes(1, PLACES["aspect"])
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    add_rules(sheet, book, len(rows) + SPARE)
    set_paper(sheet)
    sheet.repeat_rows(0)
    # All rows, so that those people add are printed; as cells, since some readers warn at columns ($A:$U).
    area = f"$A$1:${letters(PLACES[LAST_PRINTED])}${LAST_ROW}"
    book.define_name(f"{TABLE}!_xlnm.Print_Area", f"={TABLE}!{area}")


def _write_row(sheet: Any, number: int, cells: Cells, faces: Faces) -> None:
    sheet.set_row(number, height(fullest(cells)))
    for at, column in enumerate(COLUMNS):
        put(sheet, number, at, cells[column.key], column, faces)


def fullest(cells: Cells) -> int:
    """The lines of the cell that takes most of them."""
    return max(lines(cells.get(column.key, ""), column.width) for column in COLUMNS)
