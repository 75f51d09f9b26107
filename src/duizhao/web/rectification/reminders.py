"""Which rows somebody is to be reminded of on a day, and who that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from duizhao.ledger.standing import state_of
from duizhao.process import Addressee, DueReminder, NearDays, Standing, due_reminder
from duizhao.web.accounts.models import Unit
from duizhao.web.desk.models import LedgerRow
from duizhao.web.person_role import PersonRole
from duizhao.web.rectification.departments import in_cell
from duizhao.web.rectification.models import ReminderChoice, RowPart
from duizhao.web.roster.models import Department, StaffMember

HEAD, DEPARTMENT_HEAD = Standing.HEAD.name.lower(), Standing.DEPARTMENT_HEAD.name.lower()
LEADERS = frozenset((HEAD, Standing.MEMBER.name.lower()))


@dataclass(frozen=True, slots=True)
class RowReminder:
    """A row of which people are to be reminded: as what each of them is, and for which parts nobody was found."""

    row: LedgerRow
    due: DueReminder
    people: tuple[tuple[StaffMember, Addressee], ...]
    missing: tuple[Addressee, ...]


class _UnitPeople:
    """Who keeps and leads a unit, and who heads and oversees its departments."""

    def __init__(self, unit: Unit) -> None:
        here = StaffMember.objects.filter(unit=unit, left_on=None)
        staff = list(here.select_related("department__overseer"))
        keepers = here.filter(
            account__grants__role=PersonRole.CLERK, account__grants__unit=F("unit")
        )
        self._clerks = {each.pk for each in keepers}
        self.clerks = [each for each in staff if each.pk in self._clerks]
        self.heads = [each for each in staff if each.standing == HEAD]
        self._names = frozenset(each.name for each in staff)
        self._of_department: dict[str, list[StaffMember]] = {}
        for each in staff:
            if each.department and each.standing == DEPARTMENT_HEAD:
                self._of_department.setdefault(each.department.name, []).append(each)
        overseen = Department.objects.filter(unit=unit).select_related("overseer")
        self._overseers = {each.name: each.overseer for each in overseen if each.overseer}

    def heads_of_departments(self, row: LedgerRow) -> list[StaffMember]:
        """Those who head the departments that a row names."""
        departments = in_cell(row.cells.get("department", ""), self._names)
        return [each for name in departments for each in self._of_department.get(name, ())]

    def overseers(self, row: LedgerRow, owners: Iterable[StaffMember]) -> list[StaffMember]:
        """The leaders in charge of the departments of a row and its owners."""
        names = [*in_cell(row.cells.get("department", ""), self._names)]
        names += [each.department.name for each in owners if each.department]
        return [self._overseers[name] for name in names if name in self._overseers]


def row_reminders(unit: Unit, today: date, days: NearDays, every: int) -> list[RowReminder]:
    """What is due in the meetings of a unit that are not closed, the nearest deadline first."""
    people = _UnitPeople(unit)
    found = []
    for row in dated_rows(unit).order_by("day", "position"):
        due = due_reminder(state_of({"status": row.state}), row.day, today, days, every)
        if due:
            found.append(_reminder(row, due, people))
    return found


def dated_rows(unit: Unit) -> QuerySet[LedgerRow]:
    """The rows with a deadline in the meetings of a unit that are not closed."""
    rows = LedgerRow.objects.filter(
        Q(batch__dossier__unit=unit, batch__dossier__closed_at=None), is_removed=False
    ).exclude(day=None)
    return rows.select_related("batch__dossier").prefetch_related("people__member__department")


def choice_of(unit: Unit) -> ReminderChoice:
    """The reminders by mail that a unit has chosen; none before it has chosen."""
    return ReminderChoice.objects.filter(unit=unit).first() or ReminderChoice(unit=unit)


def _reminder(row: LedgerRow, due: DueReminder, known: _UnitPeople) -> RowReminder:
    people: dict[str, tuple[StaffMember, Addressee]] = {}
    missing = []
    for addressee in due.addressees:
        found = [each for each in _found(addressee, row, known) if each.left_on is None]
        for member in found:
            people.setdefault(member.pk, (member, addressee))
        if not found and not _is_needless(addressee, row):
            missing.append(addressee)
    return RowReminder(row, due, tuple(people.values()), tuple(missing))


def _is_needless(addressee: Addressee, row: LedgerRow) -> bool:
    """Whether nobody misses an addressee: whoever keeps the ledger looks at this, and no leader oversees a leader."""
    if addressee is Addressee.LEADER:
        return any(each.standing in LEADERS for each in _with_part(row, RowPart.OWNER))
    return addressee in (Addressee.CLERK, Addressee.HEAD)


def _found(addressee: Addressee, row: LedgerRow, known: _UnitPeople) -> Iterable[StaffMember]:
    owners = _with_part(row, RowPart.OWNER)
    if addressee is Addressee.OWNER:
        return owners or known.heads_of_departments(row)
    if addressee is Addressee.ACCEPTOR:
        return _with_part(row, RowPart.ACCEPTOR)
    if addressee is Addressee.CLERK:
        return known.clerks
    if addressee is Addressee.LEADER:
        return _with_part(row, RowPart.LEADER) or known.overseers(row, owners)
    return known.heads


def _with_part(row: LedgerRow, part: Any) -> list[StaffMember]:
    return [each.member for each in row.people.all() if each.part == part]


def by_member(
    reminders: Iterable[RowReminder],
) -> Iterator[tuple[StaffMember, list[tuple[RowReminder, Addressee]]]]:
    """What each person is reminded of, in the order of the roster."""
    found: dict[str, tuple[StaffMember, list[tuple[RowReminder, Addressee]]]] = {}
    for each in reminders:
        for member, addressee in each.people:
            found.setdefault(member.pk, (member, []))[1].append((each, addressee))
    yield from sorted(found.values(), key=lambda pair: (pair[0].position, pair[0].name))
