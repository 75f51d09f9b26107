"""The hidden sheet that remembers what was written last, so that an update can tell people's edits from the text's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from duizhao.ledger.column import COLUMNS
from duizhao.office.cell import fit

WRITTEN = tuple(column.key for column in COLUMNS if column.is_read)
EXTRA = ("claim",)
HEADS = (*WRITTEN, *EXTRA)
VERSION = "duizhao-ledger-1"


def write_baseline(sheet: Any, known: Iterable[Mapping[str, str]]) -> None:
    """One line a row of the ledger: the value of each column that we filled, under the column's key.

    Lines without an id are causes that answer no problem: `file`, and the cause as `claim`.
    """
    sheet.write_row(0, 0, HEADS)
    sheet.write_string(0, len(HEADS), VERSION)
    for number, cells in enumerate(known, 1):
        for at, key in enumerate(HEADS):
            if value := fit(cells.get(key, "")):
                sheet.write_string(number, at, value)
    sheet.very_hidden()
