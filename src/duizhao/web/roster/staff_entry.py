"""Somebody as they shall stand on the roster: what a form or a row of a table gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duizhao import api
from duizhao.api.roster_table import split_names
from duizhao.process import Standing
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.roster.models import STANDINGS, StaffMember

TEXTS = ("name", "duty", "department", "branch", "branch_duty")
LABELS = {
    "name": "姓名",
    "duty": "职务",
    "standing": "身份",
    "department": "科室",
    "oversees": "分管科室",
    "branch": "党支部",
    "branch_duty": "支部职务",
}
"""What a page calls each part of an entry."""
STANDING_WORDS = dict(STANDINGS)
USUAL_STANDING = Standing.PARTY_MEMBER.name.lower()


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """Somebody as they shall stand on the roster. `version` is that of the entry which was shown, 0 for a new one."""

    name: str
    duty: str = ""
    standing: str = USUAL_STANDING
    department: str = ""
    branch: str = ""
    branch_duty: str = ""
    oversees: tuple[str, ...] = ()
    member: str = ""
    version: int = 0

    @classmethod
    def from_member(cls, member: StaffMember) -> StaffEntry:
        """The entry as it stands now."""
        return cls(
            name=member.name,
            duty=member.duty,
            standing=member.standing,
            department=member.department.name if member.department else "",
            branch=member.branch,
            branch_duty=member.branch_duty,
            oversees=tuple(each.name for each in member.oversees.all()),
            member=member.key,
            version=member.version,
        )

    @classmethod
    def from_row(cls, row: api.RosterRow, known: StaffEntry | None) -> StaffEntry:
        """A row of a table; what it leaves open stays as it is `known`."""
        given = {name: getattr(row, name) for name in (*TEXTS, "oversees")}
        standing = row.standing.name.lower()
        if known is None:
            return cls(**given, standing=standing)
        kept = {name: value or getattr(known, name) for name, value in given.items()}
        # The table names a standing only through duties; where it has none, the known one is better.
        same = known.standing if not row.duty or row.duty == known.duty else standing
        return cls(**kept, standing=same, member=known.member, version=known.version)

    @classmethod
    def from_fields(cls, given: Mapping[str, str], ending: str = "") -> StaffEntry:
        """The fields of a form, each with an `ending` behind its name."""
        texts = {
            name: " ".join(given.get(f"{name}{ending}", "").split())[:NAME_CHARACTERS]
            for name in TEXTS
        }
        standing = given.get(f"standing{ending}", "")
        version = given.get(f"version{ending}", "")
        return cls(
            **texts,
            standing=standing if standing in STANDING_WORDS else USUAL_STANDING,
            oversees=_names(given.get(f"oversees{ending}", "")),
            member=given.get(f"member{ending}", ""),
            version=int(version) if version.isdecimal() and len(version) < 10 else 0,
        )

    @property
    def oversees_words(self) -> str:
        return "、".join(self.oversees)

    @property
    def standing_words(self) -> str:
        return str(STANDING_WORDS.get(self.standing, ""))

    def changes_from(self, other: StaffEntry) -> list[str]:
        """What differs from another entry, in words."""
        found = []
        for name, label in LABELS.items():
            before, after = _shown(other, name), _shown(self, name)
            if before and not after:
                found.append(f"去掉{label}“{before}”")
            elif before != after:
                found.append(f"{label}由“{before}”改为“{after}”" if before else f"补上{label}")
        return found


def _shown(entry: StaffEntry, name: str) -> str:
    if name == "oversees":
        return entry.oversees_words
    return entry.standing_words if name == "standing" else str(getattr(entry, name))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name[:NAME_CHARACTERS] for name in split_names(text))


def by_name(entries: Iterable[StaffEntry]) -> dict[str, StaffEntry]:
    """The entries whose names only one has: of two people with one name nobody can know which is meant."""
    found: dict[str, list[StaffEntry]] = {}
    for each in entries:
        found.setdefault(each.name, []).append(each)
    return {name: same[0] for name, same in found.items() if len(same) == 1}
