"""Who comes to a meeting: added, changed, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from duizhao.web.meetings.actions.dossiers import change_dossier
from duizhao.web.meetings.choosing import OF_BRANCH, branch_standing
from duizhao.web.meetings.models import Attendee, Dossier, MeetingPart
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember

SUPERVISION = "supervision"
CHANGED = ("duty", "standing", "part", "is_answerable", "position")
OWN = frozenset(("appraisal",))
"""What goes with somebody who is taken out, where nothing is written in it."""


@dataclass(frozen=True, slots=True)
class AttendeeEdit:
    """What becomes of somebody on the list of a meeting."""

    attendee: Attendee
    duty: str
    standing: str
    part: str
    is_answerable: bool
    position: int
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody from outside the unit, such as the superior's supervision group."""

    name: str
    duty: str = ""
    part: str = SUPERVISION


@transaction.atomic
def change_people(
    *,
    dossier: Dossier,
    version: int,
    by: Any,
    edits: Sequence[AttendeeEdit] = (),
    members: Sequence[StaffMember] = (),
    guests: Sequence[Guest] = (),
) -> None:
    """Change the list of a meeting. Raises RefusedAct, DossierOvertaken, and then changes nothing."""
    change_dossier(dossier=dossier, version=version, by=by, act="meetings.people")
    for edit in edits:
        if edit.is_out:
            _take_out(edit.attendee)
        else:
            _change(edit)
    last = dossier.attendees.aggregate(last=Max("position"))["last"] or 0
    added = [_of_member(dossier, each) for each in members]
    added += [_of_guest(dossier, each) for each in guests]
    for at, attendee in enumerate(added, last + 1):
        attendee.position = at
    Attendee.objects.bulk_create(added)


def _change(edit: AttendeeEdit) -> None:
    found = edit.attendee
    for name in CHANGED:
        setattr(found, name, getattr(edit, name))
    found.save(update_fields=CHANGED)


def _take_out(attendee: Attendee) -> None:
    """Nobody is taken out to whom something belongs: it would go as well."""
    for relation in Attendee._meta.related_objects:
        name = relation.get_accessor_name()
        if name in OWN:
            continue
        held = relation.related_model._default_manager.filter(**{relation.field.name: attendee})
        if held.exists():
            raise RefusedAct(
                f"{attendee.name}已经有谈话、材料一类的登记，不能移出；没有来开会，请登记缺席"
            )
    attendee.delete()


def _of_member(dossier: Dossier, member: StaffMember) -> Attendee:
    of_branch = dossier.kind in OF_BRANCH
    standing = branch_standing(member) if of_branch else member.standing
    in_team = of_branch or standing in ("head", "member")
    return Attendee(
        dossier=dossier,
        member=member,
        name=member.name,
        duty=member.duty,
        standing=standing,
        part=MeetingPart.EXPECTED if in_team else MeetingPart.IN_ATTENDANCE,
        is_answerable=in_team,
    )


def _of_guest(dossier: Dossier, guest: Guest) -> Attendee:
    return Attendee(
        dossier=dossier,
        name=guest.name,
        duty=guest.duty,
        standing="other",
        part=guest.part,
        is_answerable=False,
    )
