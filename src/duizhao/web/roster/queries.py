"""Who is on the roster, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.roster.access import TABLE
from duizhao.web.roster.models import StaffMember


def staff(person: Any, act: str) -> QuerySet[StaffMember]:
    """The people of the roster on whom `person` has an act: those who have not left first."""
    known = StaffMember.objects.select_related("unit", "department__overseer")
    return TABLE.limit(act, person, known.order_by("left_on", "unit", "position", "name"))
