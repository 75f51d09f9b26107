"""A meeting to try pages with: of the unit of somebody, who is on the roster and attends it."""

from __future__ import annotations

from datetime import date

from duizhao.web.accounts.models import Person
from duizhao.web.meetings.actions import begin_dossier
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks.actions import add_talk
from duizhao.web.talks.models import Talk


def on_roster(person: Person, standing: str = "member") -> StaffMember:
    """The entry of a person on the roster of the unit."""
    given = {"unit": person.unit, "name": person.name, "standing": standing}
    return StaffMember.objects.get_or_create(account=person, defaults=given)[0]


def attends(dossier: Dossier, person: Person, standing: str = "member") -> Attendee:
    """Let a person attend a meeting."""
    member = on_roster(person, standing)
    given = {"name": member.name, "standing": member.standing}
    return dossier.attendees.get_or_create(member=member, defaults=given)[0]


def dossier_of(owner: Person, held_on: date = date(2026, 12, 20)) -> Dossier:
    """A 民主生活会 of the unit of `owner`, who attends it."""
    dossier = begin_dossier(
        unit=owner.unit,
        by=owner,
        kind="democratic-life",
        name="2026年度民主生活会",
        year=2026,
        profile="2025",
        held_on=held_on,
    )
    attends(dossier, owner)
    return dossier


def talk_of(owner: Person) -> Talk:
    """A talk that `owner` had with somebody of the same unit, who has no account."""
    given = {"unit": owner.unit, "name": "某一位", "standing": "member"}
    other = StaffMember.objects.get_or_create(**given)[0]
    return add_talk(dossier=dossier_of(owner), by=owner, one=on_roster(owner), other=other)
