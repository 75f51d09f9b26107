"""Who may do what with units, people and grants: administrators, in their unit and below it.

The system administrator keeps units and people; the security administrator looks after who has which role. A grant is
changed by either: the first administrator of a site has to make the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db.models import Q

from duizhao.web.access import AccessTable, Scope
from duizhao.web.person_role import ADMINISTRATORS, PersonRole

BELOW = frozenset(("own", "colleague", "below"))
SYSTEM = (str(PersonRole.SYSTEM),)
SECURITY = (str(PersonRole.SECURITY),)
BOTH = (*SYSTEM, *SECURITY)
OF_ONESELF = {
    role: Scope("自己能做什么", frozenset(), lambda person: Q()) for role in sorted(ADMINISTRATORS)
}
WHOLE_SITE = {role: Scope("全站", frozenset(), lambda person: Q()) for role in SECURITY}


def _below(thing: str, unit: str, roles: tuple[str, ...]) -> Mapping[str, Scope]:
    """For each role the things whose `unit` is that of the role, or one below it."""

    def limit(person: Any, *, role: str) -> Q:
        return Q(**{f"{unit}__in": person.units_below(role)})

    name = f"本单位及下属单位{thing}"
    return {role: Scope(name, BELOW, partial(limit, role=role)) for role in roles}


def _units(roles: tuple[str, ...]) -> Mapping[str, Scope]:
    return _below("", "pk", roles)


def _people(roles: tuple[str, ...]) -> Mapping[str, Scope]:
    return _below("的人员", "unit", roles)


TABLE = AccessTable(
    "accounts",
    {
        "duties": OF_ONESELF,
        "units": _units(BOTH),
        "unit": _units(BOTH),
        "add_unit": _units(SYSTEM),
        "rename_unit": _units(SYSTEM),
        "remove_unit": _units(SYSTEM),
        "invite_people": _units(SYSTEM),
        "invitations": _people(SYSTEM),
        "invite": _people(SYSTEM),
        "answer_requests": _units(SYSTEM),
        "revoke_invitation": _below("的人员的邀请条", "person__unit", SYSTEM),
        "people": _people(BOTH),
        "give_roles": _people(BOTH),
        "add_person": _units(SYSTEM),
        "person": _people(BOTH),
        "edit_person": _people(SYSTEM),
        "move_person": _people(SYSTEM),
        "set_last_day": _people(SYSTEM),
        "reset_password": _people(SYSTEM),
        "deactivate": _people(BOTH),
        "activate": _people(BOTH),
        "add_grant": _people(BOTH),
        "unlock": _people(SECURITY),
        "reset_factor": _people(SECURITY),
        "end_sessions": _people(BOTH),
        "security": WHOLE_SITE,
        "save_policy": WHOLE_SITE,
        "unlock_address": WHOLE_SITE,
        "end_delegation": _below("的人员请人代办", "giver__unit", SECURITY),
        "end_grant": _below("的人员的角色", "person__unit", BOTH),
    },
)
