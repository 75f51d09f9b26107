"""Values into cells: text stays text, a day becomes a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from duizhao.ledger.column import CellForm, LedgerColumn
from duizhao.ledger.text import fit, is_risky
from duizhao.ledger.workbook.face import Faces


def put(sheet: Any, row: int, at: int, value: str, column: LedgerColumn, faces: Faces) -> None:
    """Write one cell, rows and columns counted from 0. Never a formula, whatever it begins with."""
    face = faces.for_column(column)
    text = fit(value)
    if not text:
        sheet.write_blank(row, at, None, face)
    elif column.form is CellForm.DATE and (day := as_day(text)):
        sheet.write_datetime(row, at, day, face)
    else:
        # The text prefix of a cell (its ') keeps a program from taking the text for a formula when it is edited.
        sheet.write_string(row, at, text, faces.quoted if is_risky(text) else face)


def as_day(text: str) -> date | None:
    """The day that 2024-06-30 names."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
