"""What stands in the audit, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.audit.access import TABLE
from duizhao.web.audit.models import AuditEntry


def entries(person: Any, act: str) -> QuerySet[AuditEntry]:
    """The entries on which `person` has an act, the newest first."""
    return TABLE.limit(act, person, AuditEntry.objects.order_by("-number"))
