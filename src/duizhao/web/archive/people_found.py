"""The people of an archive and who of them stands on the roster here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duizhao.web.accounts.models import Unit
from duizhao.web.roster.models import StaffMember

NEW = "new"
"""What a form says of somebody who is put on the roster."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody of an archive, those of the roster who bear the same name, and who of them it is taken for."""

    key: str
    name: str
    duty: str
    same: Sequence[StaffMember]
    member: str

    @property
    def is_new(self) -> bool:
        return self.member == NEW


def people_found(
    rows: Sequence[Mapping[str, Any]], unit: Unit, given: Mapping[str, str]
) -> list[FoundPerson]:
    """The people of an archive and what becomes of each, as a form gives it. Only equal names can be one person."""
    by_name: dict[str, list[StaffMember]] = {}
    for each in unit.staff.select_related("department"):
        by_name.setdefault(each.name, []).append(each)
    return [_found(row, by_name.get(str(row["name"]), []), given) for row in rows]


def _found(
    row: Mapping[str, Any], same: Sequence[StaffMember], given: Mapping[str, str]
) -> FoundPerson:
    key = str(row["key"])
    known = {each.pk for each in same}
    by_key = [each.pk for each in same if each.pk == key]
    likely = (by_key or ([same[0].pk] if len(same) == 1 else []) or [NEW])[0]
    chosen = given.get(f"member-{key}", likely)
    return FoundPerson(
        key,
        str(row["name"]),
        str(row.get("duty", "")),
        same,
        chosen if chosen in known or chosen == NEW else likely,
    )
