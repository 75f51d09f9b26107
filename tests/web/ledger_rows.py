"""Rows of ledgers to try pages with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import cycle

from django.utils import timezone

from duizhao.ledger.standing import deadline_of, owners_of
from duizhao.web.accounts.models import Person
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.desk.models import Batch, LedgerRow

TODAY = timezone.localdate()
DEPARTMENTS = ("办公室", "工程科", "水质中心", "人事科", "")
STATES = ("整改中", "未启动", "待验收", "已销号", "长期坚持")


def day(days: int) -> str:
    """A day from today on, as a cell has it."""
    return (TODAY + timedelta(days=days)).isoformat()


def row_in(batch: Batch, by: Person, **cells: str) -> LedgerRow:
    """A row of a ledger."""
    given = {"problem": "会议偏多", "status": "整改中", **cells}
    return LedgerRow.objects.get(pk=add_by_hand(batch=batch, by=by, cells=given).rows[0][0])


def many_rows(batch: Batch, count: int, owners: tuple[str, ...]) -> None:
    """Many rows at once, that differ in all that a board shows."""
    names, departments, states = cycle(owners), cycle(DEPARTMENTS), cycle(STATES)
    LedgerRow.objects.bulk_create(
        _row(
            batch,
            at,
            {
                "id": f"P-{at:08}",
                "problem": f"第{at}件事没有办好，群众来电话问过两次，说法前后不一样",
                "measures": "年底前逐户回访，结果张贴在村务公开栏；由责任人每月报一次进展",
                "aspect": f"带头方面{at % 5}",
                "origin": "查摆" if at % 3 else "征求意见",
                "owner": next(names),
                "department": next(departments),
                "status": next(states),
                "acceptor": owners[-1],
                "due": day(at % 200 - 60),
            },
        )
        for at in range(count)
    )


def _row(batch: Batch, at: int, cells: Mapping[str, str]) -> LedgerRow:
    return LedgerRow(
        batch=batch,
        position=at,
        id_in_ledger=cells["id"],
        cells=dict(cells),
        state=cells["status"],
        owners="\n".join(owners_of(cells)),
        day=deadline_of(cells),
    )
