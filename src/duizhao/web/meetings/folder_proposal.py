"""What a folder of an earlier meeting seems to hold, put together from its files: a table for a person to confirm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from duizhao.api.folder_file import FolderFileKind
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.forms import FIRST_YEAR, LAST_YEAR, kinds, profiles, this_year
from duizhao.web.meetings.models import FolderIntake, IntakeFile
from duizhao.web.roster.queries import entries
from duizhao.web.roster.staff_entry import STANDING_WORDS, StaffEntry, by_name

FILE_KINDS = tuple((each.name.lower(), each.value) for each in FolderFileKind)
KIND_OF_MEETING = {"民主生活会": "democratic-life", "组织生活会": "branch-life"}
SURE = ("minutes", "notice")
"""The files whose day of the meeting is believed, the surest first."""
MAX_PEOPLE = 300
"""Of one folder: a larger roster is taken in by itself."""
STATEMENTS = ("statement", "team_statement")


@dataclass(frozen=True, slots=True)
class ProposedPerson:
    """Somebody whom the files name, as they shall stand on the roster if they are not there; `source` is the file."""

    at: int
    entry: StaffEntry
    source: str
    is_taken: bool = True
    is_here: bool = True


@dataclass(frozen=True, slots=True)
class ProposedFile:
    """A file with what it is taken for; empty for one that is left out."""

    file: IntakeFile
    kind: str

    @property
    def remark(self) -> str:
        found = self.file.found
        people = "、".join(each["name"] for each in found["people"][:4])
        rows = f"{found['rows']} 行" if found["rows"] else ""
        return "；".join(filter(None, (people, rows, found["title"], found["fault"])))


@dataclass(frozen=True, slots=True)
class FolderProposal:
    """The meeting that a folder seems to be of: to be corrected, then made."""

    kind: str
    year: int
    name: str
    held_on: date | None
    profile: str
    people: tuple[ProposedPerson, ...]
    files: tuple[ProposedFile, ...]
    fault: str = ""

    @classmethod
    def from_intake(cls, intake: FolderIntake) -> FolderProposal:
        """What the files say. Where they differ, what most statements say is proposed."""
        files = list(intake.files.all())
        found = [each.found for each in files]
        weighty = [each for each in found if each["kind"] in STATEMENTS] or found
        kind = KIND_OF_MEETING.get(_usual(each["meeting"] for each in weighty), "democratic-life")
        year = _usual(each["year"] for each in weighty) or this_year() - 1
        return cls(
            kind=kind,
            year=year,
            name=f"{year}年度{dict(kinds())[kind]}",
            held_on=_day(_held(found)),
            profile=_usual(each["profile"] for each in weighty) or "",
            people=tuple(_people(files, by_name(entries(intake.unit)))),
            files=tuple(ProposedFile(each, each.found["kind"]) for each in files),
        )

    @classmethod
    def from_fields(cls, intake: FolderIntake, given: Mapping[str, str]) -> FolderProposal:
        """What a form says, with a `fault` where something is missing."""
        year, kind = given.get("year", "").strip(), given.get("kind", "")
        number = int(year) if year.isdecimal() and len(year) == 4 else 0
        name = " ".join(given.get("name", "").split())[:NAME_CHARACTERS]
        profile = given.get("profile", "")
        return cls(
            kind=kind if kind in dict(kinds()) else "democratic-life",
            year=number,
            name=name,
            held_on=_day(given.get("held_on", "")),
            profile=profile if profile in dict(profiles()) else "",
            people=tuple(_given_people(given)),
            files=tuple(_given_file(each, given) for each in intake.files.all()),
            fault=_fault(number, name, given),
        )

    @property
    def entries(self) -> list[StaffEntry]:
        """Those of the people who are still in the unit and not on its roster yet."""
        chosen = (each for each in self.people if each.is_taken and each.is_here)
        return [each.entry for each in chosen if not each.entry.member]


def _people(
    files: Sequence[IntakeFile], known: Mapping[str, StaffEntry]
) -> Iterable[ProposedPerson]:
    """Each person once: as a statement names them, with what lists add."""
    found: dict[str, tuple[dict[str, Any], str]] = {}
    for file in sorted(files, key=lambda each: each.found["kind"] != "statement"):
        for each in file.found["people"]:
            before, source = found.get(each["name"], ({}, file.name.rpartition("/")[2]))
            has_duty = bool(before.get("duty"))
            merged = {name: before.get(name) or value for name, value in each.items()}
            merged["standing"] = before["standing"] if has_duty else each["standing"]
            found[each["name"]] = (merged, source)
    order = list(STANDING_WORDS)
    people = sorted(found.values(), key=lambda each: order.index(each[0]["standing"]))[:MAX_PEOPLE]
    for at, (each, source) in enumerate(people):
        yield ProposedPerson(at, _entry(each, known.get(each["name"])), source)


def _entry(found: Mapping[str, Any], known: StaffEntry | None) -> StaffEntry:
    """Somebody as the files have them; without a duty there, as on the roster."""
    entry = StaffEntry(**{**found, "oversees": tuple(found["oversees"])})
    if known is None:
        return entry
    if not entry.duty:
        entry = replace(entry, duty=known.duty, standing=known.standing)
    return replace(entry, member=known.member)


def _given_people(given: Mapping[str, str]) -> Iterable[ProposedPerson]:
    count = given.get("count", "")
    for at in range(int(count) if count.isdecimal() and len(count) < 4 else 0):
        entry = StaffEntry.from_fields(given, f"-{at}")
        source = given.get(f"source-{at}", "")
        is_taken = f"take-{at}" in given and bool(entry.name)
        yield ProposedPerson(at, entry, source, is_taken, f"here-{at}" in given)


def _given_file(file: IntakeFile, given: Mapping[str, str]) -> ProposedFile:
    kind = given.get(f"file-{file.key}", file.found["kind"])
    return ProposedFile(file, kind if kind in dict(FILE_KINDS) else "")


def _fault(year: int, name: str, given: Mapping[str, str]) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return "年度写四位数，如 2025"
    if not name:
        return "请写上会议的名称"
    held_on = given.get("held_on", "").strip()
    return "开会日期认不出来，写成 2025-01-10 这样" if held_on and not _day(held_on) else ""


def _held(found: Sequence[Mapping[str, Any]]) -> str:
    for kind in SURE:
        if day := _usual(each["held_on"] for each in found if each["kind"] == kind):
            return str(day)
    return str(_usual(each["held_on"] for each in found) or "")


def _usual(values: Iterable[Any]) -> Any:
    """The value that most files have, of those that have one."""
    counted = Counter(each for each in values if each)
    return counted.most_common(1)[0][0] if counted else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
