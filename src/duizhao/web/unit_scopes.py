"""The scopes of what belongs to a unit, for the tables of several apps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from duizhao.web.access import Scope
from duizhao.web.person_role import PersonRole

UNIT = frozenset(("own", "colleague"))
UNIT_AND_BELOW = UNIT | {"below"}


def in_unit(thing: str, path: str) -> Mapping[str, Scope]:
    """A clerk reaches what belongs to the units where he is one. `path` leads from the thing to its unit."""

    def limit(person: Any) -> Q:
        return Q(**{f"{path}__in": person.units_by_role.get(PersonRole.CLERK, ())})

    return {str(PersonRole.CLERK): Scope(f"本单位的{thing}", UNIT, limit)}


def of_units_below(person: Any, role: str, path: str) -> Q:
    """What belongs to units in which a person has a role, and to those below them. `path` leads to the unit."""
    if person.stands_over_all(role):
        # Thousands of units make each question long, and leave nothing out.
        return Q(**{f"{path}__isnull": False})
    return Q(**{f"{path}__in": person.units_below(role)})


def below(thing: str, path: str) -> Mapping[str, Scope]:
    """A reviewer reaches what belongs to the units where he is one, and to those below them."""

    def limit(person: Any) -> Q:
        return of_units_below(person, str(PersonRole.REVIEWER), path)

    name = f"本单位及下属单位的{thing}"
    return {str(PersonRole.REVIEWER): Scope(name, UNIT_AND_BELOW, limit)}
