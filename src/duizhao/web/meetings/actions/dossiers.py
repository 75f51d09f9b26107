"""Dossiers: begun, planned, begun again for the next year, closed and opened again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.accounts.models import NAME_CHARACTERS, Unit
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions import begin_batch
from duizhao.web.meetings.actions.closed import refuse_closed
from duizhao.web.meetings.belongings import unfinished_in
from duizhao.web.meetings.choosing import OF_BRANCH, branch_standing, expected_at
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.refused_act import RefusedAct


class DossierOvertaken(Exception):
    """Somebody else has changed the plan since it was shown. `dossier` is as it is now."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier.key)
        self.dossier = dossier


@transaction.atomic
def begin_dossier(
    *,
    unit: Unit,
    by: Any,
    kind: str,
    name: str,
    year: int,
    profile: str = "",
    held_on: date | None = None,
    previous: Dossier | None = None,
    notice: dict[str, Any] | None = None,
) -> Dossier:
    """A new meeting of a unit, with a batch for its statements."""
    name = name[:NAME_CHARACTERS]
    dossier = Dossier.objects.create(
        unit=unit,
        kind=kind,
        name=name,
        year=year,
        profile=profile,
        held_on=held_on,
        previous=previous,
        notice=notice or {},
        batch=begin_batch(owner=by, name=name),
    )
    record(actor=by, act="meetings.begin", kind="dossier", key=dossier.key)
    return dossier


@transaction.atomic
def begin_with_people(*, unit: Unit, branch: str = "", **given: Any) -> Dossier:
    """A new meeting with those who must attend it, as the roster has them."""
    dossier = begin_dossier(unit=unit, **given)
    people = list(expected_at(unit, dossier.kind, branch))
    Attendee.objects.bulk_create(
        Attendee(
            dossier=dossier,
            member=member,
            position=at,
            name=member.name,
            duty=member.duty,
            standing=standing,
        )
        for at, (member, standing) in enumerate(people, 1)
    )
    chairs = [member for member, standing in people if standing in ("head", "secretary")]
    dossier.chair = chairs[0] if chairs else None
    dossier.save(update_fields=["chair"])
    return dossier


@transaction.atomic
def begin_next(*, dossier: Dossier, by: Any) -> Dossier:
    """The meeting of the next year with the people and parts of this one, and none of its content. Raises RefusedAct.

    Names and duties are those of the roster now; those who have left are not taken.
    """
    if dossier.following.exists():
        raise RefusedAct(f"“{dossier.name}”的下一年已经开始准备了，见“会议”一页")
    year = dossier.year + 1
    name = dossier.name.replace(str(dossier.year), str(year))
    if name == dossier.name:
        name = f"{year}年度{name}"
    following = begin_dossier(
        unit=dossier.unit, by=by, kind=dossier.kind, name=name, year=year, previous=dossier
    )
    people = dossier.attendees.select_related("member").order_by("position", "name")
    Attendee.objects.bulk_create(
        _again(following, each) for each in people if each.member is None or not each.member.left_on
    )
    chair = dossier.chair
    following.chair = None if chair is None or chair.left_on else chair
    following.place = dossier.place
    following.save(update_fields=["chair", "place"])
    return following


def _again(dossier: Dossier, attendee: Attendee) -> Attendee:
    member = attendee.member
    standing = attendee.standing
    if member:
        standing = branch_standing(member) if dossier.kind in OF_BRANCH else member.standing
    return Attendee(
        dossier=dossier,
        member=member,
        position=attendee.position,
        name=member.name if member else attendee.name,
        duty=member.duty if member else attendee.duty,
        standing=standing,
        part=attendee.part,
        is_answerable=attendee.is_answerable,
    )


def change_dossier(*, dossier: Dossier, version: int, by: Any, act: str, **fields: Any) -> None:
    """Change fields of a dossier that had this version. Raises RefusedAct, DossierOvertaken."""
    refuse_closed(dossier)
    with transaction.atomic():
        same = Dossier.objects.filter(pk=dossier.pk, version=version, closed_at=None)
        if not same.update(version=version + 1, **fields):
            raise DossierOvertaken(Dossier.objects.get(pk=dossier.pk))
        record(actor=by, act=act, kind="dossier", key=dossier.key)


@transaction.atomic
def mark_step(*, dossier: Dossier, requirement: str, on: date | None, by: Any) -> None:
    """Note the day on which a step of the calendar was done; None takes it back. Raises RefusedAct."""
    refuse_closed(dossier)
    now = Dossier.objects.select_for_update().get(pk=dossier.pk)
    done = {id: day for id, day in now.steps_done.items() if id != requirement}
    if on is not None:
        done[requirement] = on.isoformat()
    Dossier.objects.filter(pk=dossier.pk).update(steps_done=done)
    record(actor=by, act="meetings.step", kind="dossier", key=dossier.key)


@transaction.atomic
def close_dossier(*, dossier: Dossier, by: Any) -> None:
    """Close a dossier: from now on it is only read. Raises RefusedAct, also where something has to end first."""
    refuse_closed(dossier)
    if unfinished := unfinished_in(dossier):
        raise RefusedAct("；".join(unfinished))
    Dossier.objects.filter(pk=dossier.pk).update(closed_at=timezone.now())
    record(actor=by, act="meetings.close", kind="dossier", key=dossier.key)


@transaction.atomic
def reopen_dossier(*, dossier: Dossier, by: Any) -> None:
    """Open a closed dossier again."""
    Dossier.objects.filter(pk=dossier.pk).update(closed_at=None)
    record(actor=by, act="meetings.reopen", kind="dossier", key=dossier.key)
