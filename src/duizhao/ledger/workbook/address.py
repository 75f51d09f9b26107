"""Where the columns of the ledger stand, in the words of formulas."""

from __future__ import annotations

from duizhao.ledger.column import COLUMNS

TABLE, SUMMARY, GUIDE, CONFLICTS, BASELINE = "整改台账", "汇总", "说明", "更新冲突", "基线（勿改）"
LOOSE = "未对应的原因"
NEAR = "临近天数"
# People add rows below ours: drop-downs and colours wait for them there.
SPARE = 2000
LAST_ROW = 1_048_575  # of a sheet, counted from 0


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


def whole(key: str) -> str:
    """A whole column, as another sheet calls it: rows that are added below count as well."""
    return f"{TABLE}!${LETTERS[key]}:${LETTERS[key]}"


def first(key: str) -> str:
    """The cell of a column in the first row under the head, its column held fast."""
    return f"${LETTERS[key]}2"
