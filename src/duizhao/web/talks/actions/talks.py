"""Talks: noted as held or not, added, changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks.models import Talk


class TalkOvertaken(Exception):
    """Somebody else has changed the talk since its version was read. `talk` is as it is now."""

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk.key)
        self.talk = talk


@transaction.atomic
def mark_held(
    *, dossier: Dossier, by: Any, one: StaffMember, other: StaffMember, is_held: bool
) -> Talk | None:
    """Note that two people have talked, or that they have not: dates and records stay as they are."""
    refuse_closed(dossier)
    pair = Q(one=one, other=other) | Q(one=other, other=one)
    talks = dossier.talks.filter(pair)
    last = talks.last()
    if last is None:
        if not is_held:
            return None
        last = _new_talk(dossier, one, other, is_held=True)
    else:
        # Of several talks of a pair the last one counts; without any held, all are open.
        wanted = talks.filter(pk=last.pk) if is_held else talks
        wanted.update(is_held=is_held, version=F("version") + 1)
    act = "talks.mark" if is_held else "talks.unmark"
    record(actor=by, act=act, kind="talk", key=last.key)
    return last


@transaction.atomic
def add_talk(
    *,
    dossier: Dossier,
    by: Any,
    one: StaffMember,
    other: StaffMember,
    held_on: date | None = None,
    place: str = "",
    kind: str = "",
) -> Talk:
    """A talk that was held, or that is fixed for a day to come."""
    refuse_closed(dossier)
    if one == other:
        raise RefusedAct("谈话人和谈话对象不能是同一个人")
    is_held = held_on is None or held_on <= timezone.localdate()
    talk = _new_talk(dossier, one, other, is_held=is_held, held_on=held_on, place=place, kind=kind)
    record(actor=by, act="talks.add", kind="talk", key=talk.key)
    return talk


@transaction.atomic
def change_talk(*, talk: Talk, version: int, by: Any, **fields: Any) -> Talk:
    """When and where a talk was, of which kind, whether it was held. Raises TalkOvertaken."""
    refuse_closed(talk.dossier)
    same = Talk.objects.filter(pk=talk.pk, version=version)
    if not same.update(version=version + 1, **fields):
        raise TalkOvertaken(Talk.objects.get(pk=talk.pk))
    record(actor=by, act="talks.edit", kind="talk", key=talk.key)
    return Talk.objects.get(pk=talk.pk)


def _new_talk(dossier: Dossier, one: StaffMember, other: StaffMember, **others: Any) -> Talk:
    names = {"one_name": one.name, "other_name": other.name}
    duties = {"one_duty": one.duty, "other_duty": other.duty}
    return Talk.objects.create(dossier=dossier, one=one, other=other, **names, **duties, **others)
