"""Who may look at the audit: the audit administrator alone, who sees nothing else."""

from __future__ import annotations

from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.person_role import PersonRole

EVERY_ENTRY = Scope("全部操作记录", frozenset(), lambda person: Q())

TABLE = AccessTable("audit", {"entries": {str(PersonRole.AUDIT): EVERY_ENTRY}})
