"""What somebody who leaves or moves has not finished: rows, talks, meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from duizhao.process import NearDays
from duizhao.web.meetings.models import Attendee
from duizhao.web.overview.access import TABLE
from duizhao.web.rectification.mine import OwnRow, own_rows, parts_of
from duizhao.web.rectification.models import RowPerson
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks.models import Talk


@dataclass(frozen=True, slots=True)
class UnfinishedWork:
    """What of a person of the roster is still open."""

    member: StaffMember
    rows: tuple[OwnRow, ...]
    talks: tuple[Talk, ...]
    meetings: tuple[Attendee, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.talks or self.meetings)


def members(person: Any, act: str) -> QuerySet[StaffMember]:
    """The people of the roster on whom `person` has an act."""
    known = StaffMember.objects.select_related("unit", "account").order_by("unit", "position")
    return TABLE.limit(act, person, known)


def leavers(person: Any, act: str) -> QuerySet[StaffMember]:
    """Those who have left, will leave, have moved, or can no longer log in, and are named where something is open."""
    gone = Q(left_on__isnull=False) | Q(account__is_active=False)
    leaving = Q(account__last_day__isnull=False)
    moved = Q(account__isnull=False) & ~Q(account__unit=F("unit"))
    named = Q(Exists(_open_parts())) | Q(Exists(_open_talks())) | Q(Exists(_open_meetings()))
    return members(person, act).filter(named, gone | leaving | moved)


def _open_parts() -> QuerySet[RowPerson]:
    return RowPerson.objects.filter(
        member=OuterRef("pk"), row__is_removed=False, row__batch__dossier__closed_at=None
    )


def _open_talks() -> QuerySet[Talk]:
    either = Q(one=OuterRef("pk")) | Q(other=OuterRef("pk"))
    return Talk.objects.filter(either, is_held=False, dossier__closed_at=None)


def _open_meetings() -> QuerySet[Attendee]:
    return Attendee.objects.filter(member=OuterRef("pk"), dossier__closed_at=None)


def successors(member: StaffMember) -> QuerySet[StaffMember]:
    """Those of the same unit who may take over."""
    others = member.unit.staff.filter(left_on=None).exclude(pk=member.pk)
    return others.order_by("position", "name")


def unfinished(person: Any, member: StaffMember, days: NearDays) -> UnfinishedWork:
    """What a person of the roster has not finished in meetings that are not closed."""
    talks = Talk.objects.filter(
        Q(one=member) | Q(other=member), is_held=False, dossier__closed_at=None
    ).select_related("dossier")
    meetings = Attendee.objects.filter(member=member, dossier__closed_at=None)
    return UnfinishedWork(
        member,
        tuple(own_rows(parts_of(person, member), timezone.localdate(), days)),
        tuple(talks),
        tuple(meetings.select_related("dossier").order_by("dossier__held_on")),
    )
