"""Rows as a list for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from duizhao.web.desk.models import LedgerRow

HEADS = (
    "编号", "会议", "问题", "措施", "责任人", "责任领导", "牵头部门", "验收人", "截止日期", "时限", "状态", "进展",
)  # fmt: skip
CELLS = ("problem", "measures", "owner", "leader", "department", "acceptor")


def listed(rows: Iterable[LedgerRow]) -> Iterator[tuple[str | date, ...]]:
    """The cells of each row under `HEADS`."""
    for row in rows:
        dossier = getattr(row.batch, "dossier", None)
        yield (
            row.id_in_ledger,
            dossier.name if dossier else row.batch.name,
            *(row.cells.get(key, "") for key in CELLS),
            row.day or row.cells.get("deadline", ""),
            row.urgency.value,
            row.state,
            row.cells.get("progress", ""),
        )
