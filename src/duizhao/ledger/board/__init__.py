"""The rows of ledgers by department and month, as a picture and as a table with the same counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from duizhao.ledger.board.grid import BoardGrid, BoardRow
from duizhao.ledger.board.picture import board_picture
from duizhao.ledger.board.table import board_table
from duizhao.process import NearDays

NOTHING = "<p>没有合条件的行，所以画不出来。</p>"


def board_html(
    rows: Iterable[BoardRow],
    today: date,
    days: NearDays,
    address: Callable[[str, str], str],
    head: str = "部门",
) -> str:
    """A picture and a table; `address` leads from a group and a period to the rows that are counted there.

    `head` is what the groups are called. They stand in the order of their names, never by their counts.
    """
    grid = BoardGrid.from_rows(rows, today, days)
    if not grid.groups:
        return NOTHING
    return board_picture(grid, address, head) + board_table(grid, address, head)
