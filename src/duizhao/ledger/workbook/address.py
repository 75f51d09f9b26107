"""Where the columns of the ledger stand, in the words of formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from duizhao.ledger.column import COLUMNS

TABLE, SUMMARY, GUIDE, CONFLICTS, BASELINE = "整改台账", "汇总", "说明", "更新冲突", "基线（勿改）"
LOOSE = "未对应的原因"
NEAR = "临近天数"
# People add rows below ours: drop-downs and colours wait for them there.
SPARE = 2000
PLAIN = re.compile(r"[^\W\d]\w*")
NOWHERE = "#REF!"


def letters(at: int) -> str:
    """The name of a column counted from 0: 0 → A, 26 → AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


PLACES = {column.key: at for at, column in enumerate(COLUMNS)}
LETTERS = {key: letters(at) for key, at in PLACES.items()}


@dataclass(frozen=True, slots=True)
class Address:
    """The ledger's table as formulas on other sheets call it: the name of its sheet, the column of each key."""

    sheet: str
    places: Mapping[str, int]

    def whole(self, key: str) -> str:
        """A whole column: rows that are added below count as well."""
        if key not in self.places:
            return NOWHERE
        name, column = quoted(self.sheet), letters(self.places[key])
        return f"{name}!${column}:${column}"


OWN = Address(TABLE, PLACES)
"""The table as we write it."""


def quoted(sheet: str) -> str:
    """The name of a sheet as a formula spells it."""
    return sheet if PLAIN.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"


def first(key: str) -> str:
    """The cell of a column in the first row under the head, its column held fast."""
    return f"${LETTERS[key]}2"
