"""Writes an entry of the audit: as the last statement of the transaction that it describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from duizhao.web.audit.models import AuditEntry
from duizhao.web.audit.words import NOTES

HEAD_LOCK = 0x647A61
"""Number of the lock that PostgreSQL keeps until the commit, so that no two entries follow the same one."""


@dataclass(frozen=True, slots=True)
class SiteItself:
    """Who acts where nobody does: what was set for a day, done when it has come."""

    signature: str = ""


SITE_ITSELF = SiteItself()


@transaction.atomic
def record(*, actor: Any, act: str, kind: str, key: object, note: str = "") -> AuditEntry:
    """Add an entry: `actor` did `act` to the thing of a `kind` with a `key`.

    `note` is one of `NOTES`, never free text: what people write does not belong into the audit.
    """
    if note not in NOTES:
        raise ValueError(f"no note of the closed list: {note}")
    _hold_head()
    head = AuditEntry.objects.order_by("-number").first()
    entry = AuditEntry(
        number=head.number + 1 if head else 1,
        at=timezone.now(),
        actor=actor.signature,
        act=act,
        kind=kind,
        key=str(key),
        note=note,
        previous=head.hash if head else "",
    )
    entry.hash = entry.expected_hash()
    entry.save(force_insert=True)
    return entry


def _hold_head() -> None:
    """Let others wait until this transaction ends. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HEAD_LOCK])
