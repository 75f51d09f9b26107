"""Who may set what holds for all units of a site."""

from __future__ import annotations

from typing import Any

from duizhao.web.accounts.models import Grant, Unit
from duizhao.web.person_role import PersonRole


def sets_for_all(person: Any) -> bool:
    """Whether no other unit with a clerk lies above one in which this person is clerk."""
    parents = dict(Unit.objects.values_list("pk", "parent"))
    clerks = Grant.objects.filter(role=PersonRole.CLERK, person__is_active=True)
    kept = set(clerks.values_list("unit", flat=True))

    def is_highest(unit: int | None) -> bool:
        above = parents.get(unit)
        while above is not None:
            if above in kept:
                return False
            above = parents.get(above)
        return True

    return any(map(is_highest, person.units_by_role.get(PersonRole.CLERK, ())))
