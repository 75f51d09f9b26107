"""The demonstration on a desk: in a unit of its own, made by one click and removed by another."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.accounts.models import Grant, Unit
from duizhao.web.accounts.queries import DESK_ROLES
from duizhao.web.audit.actions import record
from duizhao.web.demonstration.make import UNIT, DeskWays, make_meetings
from duizhao.web.desk.actions import clear
from duizhao.web.desk.models import Batch
from duizhao.web.meetings.belongings import contents_of
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.round_keys import destroy_round_key
from duizhao.web.refused_act import RefusedAct
from duizhao.web.stored_files import in_use, remove


def unit() -> Unit | None:
    """The unit of the demonstration; None before it is made."""
    return Unit.objects.filter(name=UNIT, parent=None).first()


def begin(*, by: Any, ways: DeskWays) -> Dossier:
    """Add the demonstration to what is there. Returns its running meeting."""
    with transaction.atomic():
        if unit() is not None:
            raise RefusedAct("演示已经放着了")
        made = Unit.objects.create(name=UNIT)
        for role in DESK_ROLES:
            Grant.objects.create(person=by, role=role, unit=made)
    return make_meetings(unit=made, by=by, today=timezone.localdate(), ways=ways)


def end(*, by: Any) -> None:
    """Remove the demonstration with all that was done in it."""
    found = unit()
    if found is None:
        return
    for dossier in Dossier.objects.filter(unit=found):
        _remove(dossier, by)
    with transaction.atomic():
        Grant.objects.filter(unit=found).delete()
        found.delete()
        record(actor=by, act="overview.end_demo", kind="unit", key=UNIT)


def _remove(dossier: Dossier, by: Any) -> None:
    rounds = list(dossier.rounds.values_list("pk", flat=True))
    contents = contents_of(dossier)
    batch = Batch.objects.filter(pk=dossier.batch_id).first()
    dossier.delete()
    for key in rounds:
        destroy_round_key(key)
    if batch:
        clear(batch=batch, by=by)
    for content in contents - in_use(contents):
        remove(content)
