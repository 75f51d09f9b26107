"""Something announced, to try pages with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from duizhao.web.accounts.models import Person
from duizhao.web.announcements.actions import begin_announcement, publish
from duizhao.web.announcements.models import Announcement
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier

CELLS = {
    "problem": "到基层少，解决实际问题不多",
    "measures": "每季度到站所驻点两天",
    "department": "办公室",
    "due": "2032-06-30",
    "status": "整改中",
    "progress": "已驻点两次",
    "scope": "向社会公开",
}


def in_ledger(dossier: Dossier, by: Person, **cells: str) -> LedgerRow:
    """A row of the ledger of a meeting."""
    change = add_by_hand(batch=dossier.batch, by=by, cells={**CELLS, **cells})
    return LedgerRow.objects.get(pk=change.rows[0][0])


def drafted(dossier: Dossier, by: Person, **cells: str) -> Announcement:
    """A draft of one row."""
    row = in_ledger(dossier, by, **cells)
    return begin_announcement(dossier=dossier, by=by, keys=[row.key])


def announced(
    dossier: Dossier, by: Person, *, scope: str, ends_on: date | None = None, **cells: Any
) -> Announcement:
    """One row that is announced now, to a scope."""
    made = drafted(dossier, by, **cells)
    made.scope = scope
    made.save()
    publish(announcement=made, by=by)
    made.refresh_from_db()
    if ends_on:
        made.starts_on, made.ends_on = ends_on - timedelta(days=1), ends_on
        made.save()
    return made


def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)
