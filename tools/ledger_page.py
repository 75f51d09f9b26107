"""The page on the ledger: its text is written by hand, its list of columns comes from the table of columns."""

from __future__ import annotations

import re
from pathlib import Path

from markdown import table

from duizhao.ledger.column import COLUMNS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "ledger.md"
COLUMNS_PART = re.compile("(<!-- columns -->\n).*?(<!-- /columns -->)", re.DOTALL)
HEADS_PART = re.compile("(<!-- heads -->\n).*?(<!-- /heads -->)", re.DOTALL)


def ledger_page() -> str:
    """The page with the columns as they are now."""
    rows = [
        (column.head, column.filled_by, column.meaning, "、".join(column.choices))
        for column in COLUMNS
    ]
    columns = table(("列", "谁来填", "说明", "可选"), rows)
    text = PAGE.read_text(encoding="utf-8")
    heads = table(
        ("列", "也认得的列名"),
        [(each.head, "、".join(each.aliases)) for each in COLUMNS if each.aliases],
    )
    text = COLUMNS_PART.sub(lambda found: found[1] + columns + found[2], text)
    return HEADS_PART.sub(lambda found: found[1] + heads + found[2], text)
