"""Who of the roster the names in the cells of rows are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from duizhao.ledger.plan import Cells
from duizhao.process import names_in
from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.rectification.models import RowPart
from duizhao.web.roster.models import StaffMember

KEY_OF_PART = {
    str(RowPart.OWNER): "owner",
    str(RowPart.LEADER): "leader",
    str(RowPart.HELPER): "partner",
    str(RowPart.ACCEPTOR): "acceptor",
}
"""The column that names those who have a part."""
NAMED_PARTS = (str(RowPart.OWNER), str(RowPart.ACCEPTOR))
"""Parts that people have: a leader or helper is as often named by department."""


@dataclass(frozen=True, slots=True)
class NamedPeople:
    """The people whom the cells of a row name, by part, and the names of owners and acceptors that nobody has."""

    members: Mapping[str, tuple[StaffMember, ...]]
    unknown: tuple[str, ...]


class Roster:
    """The people of a unit by the names under which cells may have them."""

    def __init__(self, staff: Iterable[StaffMember]) -> None:
        self._by_name: dict[str, list[StaffMember]] = {}
        for member in staff:
            for name in {member.name, member.duty + member.name, member.name + member.duty}:
                self._by_name.setdefault("".join(name.split()), []).append(member)

    @classmethod
    def of(cls, batch: Batch) -> Roster:
        return cls(StaffMember.objects.filter(unit=unit_of(batch)))

    def get(self, name: str) -> StaffMember | None:
        """The one who has this name; None if nobody or several have it. Those who left count for want of others."""
        known = self._by_name.get(name, [])
        here = [member for member in known if member.left_on is None] or known
        return here[0] if len(here) == 1 else None

    def named(self, cells: Cells) -> NamedPeople:
        members: dict[str, tuple[StaffMember, ...]] = {}
        unknown: list[str] = []
        for part, key in KEY_OF_PART.items():
            found = {name: self.get(name) for name in names_in(cells.get(key, ""))}
            members[part] = tuple(dict.fromkeys(each for each in found.values() if each))
            if part in NAMED_PARTS:
                unknown += [name for name, member in found.items() if member is None]
        return NamedPeople(members, tuple(dict.fromkeys(unknown)))


def unit_of(batch: Batch) -> Any:
    """The unit whose people a ledger names: that of the meeting; for a batch of one's own, one's own."""
    dossier = getattr(batch, "dossier", None)
    return dossier.unit_id if dossier is not None else batch.owner.unit_id


def unit_of_row(row: LedgerRow) -> Any:
    return unit_of(row.batch)
