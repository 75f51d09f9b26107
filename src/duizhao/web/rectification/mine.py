"""The rows in which somebody has a part: as what, and how pressing each is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from duizhao.ledger.standing import state_of
from duizhao.process import ENDED_STATES, NearDays, RowState, Urgency, urgency_at
from duizhao.web.desk.batch_scopes import in_batches_of, in_own_batches
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.models import RowPart, RowPerson
from duizhao.web.roster.models import StaffMember

PART_ORDER = tuple(
    str(each) for each in (RowPart.OWNER, RowPart.ACCEPTOR, RowPart.LEADER, RowPart.HELPER)
)
PRESSING = (
    Urgency.LATE,
    Urgency.NEAR,
    Urgency.APPROACHING,
    Urgency.ON_TIME,
    Urgency.UNDATED,
)
WAITS_FOR_YOU = "等你验收"
MAX_SHOWN = 80
"""Rows on one page, the most pressing first; a workbook has all."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row with the parts that somebody has in it, and how its deadline stands."""

    row: LedgerRow
    parts: tuple[str, ...]
    urgency: Urgency

    @property
    def part_words(self) -> str:
        return "、".join(str(RowPart(each).label) for each in self.parts)

    @property
    def is_owned(self) -> bool:
        return str(RowPart.OWNER) in self.parts

    @property
    def is_anothers_turn(self) -> bool:
        """Whether somebody else has to act: the acceptor, or before that the owner."""
        is_acceptor_alone = self.parts == (str(RowPart.ACCEPTOR),)
        return is_acceptor_alone != (state_of(self.row.cells) is RowState.WAITING)

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for this person to accept it."""
        return str(RowPart.ACCEPTOR) in self.parts and state_of(self.row.cells) is RowState.WAITING


@dataclass(frozen=True, slots=True)
class OwnRows:
    """Rows that are equally pressing, and those of them for which the page has room."""

    title: str
    look: str
    rows: tuple[OwnRow, ...]
    shown: tuple[OwnRow, ...] = ()


def members(person: Any) -> QuerySet[StaffMember]:
    """The people of the roster whose rows somebody may look at as if they were their own."""
    known = StaffMember.objects.filter(left_on=None).select_related("unit")
    return TABLE.limit("look_for", person, known).order_by("unit", "position", "name")


def rows_near(person: Any) -> QuerySet[LedgerRow]:
    """The rows in which somebody may have a part: of the units on whose roster this person is, and of one's own."""
    units = StaffMember.objects.filter(account=person).values("unit")
    near = in_batches_of(units, "batch", dossier__closed_at=None) | in_own_batches(person, "batch")
    return LedgerRow.objects.filter(near, is_removed=False)


def parts_of(person: Any, member: StaffMember | None) -> QuerySet[RowPerson]:
    """The parts of somebody in rows of meetings that are not closed; of `member` instead, where one is given."""
    # The ledger that somebody keeps aside from meetings is nobody else's.
    reached = Q(row__batch__dossier__isnull=False) | Q(row__batch__owner=person)
    known = RowPerson.objects.filter(
        reached, row__is_removed=False, row__batch__dossier__closed_at=None
    )
    return known.filter(member=member) if member else known.filter(member__account=person)


def own_rows(parts: Iterable[RowPerson], today: date, days: NearDays) -> list[OwnRow]:
    """The rows of these parts that are not ended, those with the nearest deadline first."""
    by_row: dict[str, list[str]] = {}
    for each in parts:
        by_row.setdefault(each.row_id, []).append(each.part)
    rows = LedgerRow.objects.filter(pk__in=list(by_row)).select_related(
        "batch__dossier__unit", "file"
    )
    found = []
    for row in rows.order_by("day", "batch", "position"):
        state = state_of(row.cells)
        if state in ENDED_STATES:
            continue
        row.urgency = urgency_at(state, row.day, today, days)
        had = tuple(part for part in PART_ORDER if part in by_row[row.pk])
        found.append(OwnRow(row, had, row.urgency))
    return sorted(found, key=lambda each: each.row.day or date.max)


def ended_count(parts: Iterable[RowPerson], shown: Iterable[OwnRow]) -> int:
    """How many rows of these parts are ended."""
    return len({each.row_id for each in parts} - {each.row.pk for each in shown})


def by_urgency(rows: Iterable[OwnRow]) -> Iterator[OwnRows]:
    """What waits for this person's acceptance, then the others, the most pressing first."""
    known = list(rows)
    groups = [OwnRows(WAITS_FOR_YOU, "u-near", tuple(each for each in known if each.is_waiting))]
    for urgency in PRESSING:
        found = tuple(each for each in known if each.urgency is urgency and not each.is_waiting)
        groups.append(OwnRows(urgency.value, f"u-{urgency.name.lower()}", found))
    room = MAX_SHOWN
    for group in groups:
        if group.rows:
            yield replace(group, shown=group.rows[:room])
            room = max(0, room - len(group.rows))
