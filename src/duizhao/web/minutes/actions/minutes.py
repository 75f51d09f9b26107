"""Minutes as a whole: their heads, the agenda, the end of the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.process import Objection
from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.minutes.actions.open_minutes import refuse_ended
from duizhao.web.minutes.models import Minutes
from duizhao.web.refused_act import RefusedAct


class MinutesOvertaken(Exception):
    """Somebody else has changed the minutes since their version was read. `minutes` are as they are now."""

    def __init__(self, minutes: Minutes) -> None:
        super().__init__(minutes.pk)
        self.minutes = minutes


@transaction.atomic
def change_minutes(*, dossier: Dossier, version: int, by: Any, **fields: Any) -> Minutes:
    """Times, recorder, summary. Version 0 is that of minutes of which nothing was written.

    Raises MinutesOvertaken.
    """
    refuse_ended(dossier)
    made = _write(dossier, version, fields)
    record(actor=by, act="minutes.details", kind="dossier", key=dossier.key)
    return made


@transaction.atomic
def change_agenda(
    *, dossier: Dossier, version: int, by: Any, before: Sequence[str], items: Sequence[str]
) -> Minutes:
    """Set the items of the agenda: where there are as many as before, entries follow their item to its new name.

    Raises MinutesOvertaken.
    """
    refuse_ended(dossier)
    made = _write(dossier, version, {"agenda": list(items)})
    if len(before) == len(items):
        entries = list(dossier.entries.all())
        names = dict(zip(before, items, strict=True))
        for entry in entries:
            entry.item = names.get(entry.item, entry.item)
        dossier.entries.model.objects.bulk_update(entries, ["item"])
    record(actor=by, act="minutes.agenda", kind="dossier", key=dossier.key)
    return made


@transaction.atomic
def end_meeting(*, dossier: Dossier, by: Any, blocking: Sequence[Objection]) -> None:
    """Close a meeting formally. Raises RefusedAct where a requirement that is verified is not met."""
    refuse_ended(dossier)
    if blocking:
        raise RefusedAct("；".join(each.message for each in blocking))
    Minutes.objects.update_or_create(dossier=dossier, defaults={"ended_at": timezone.now()})
    record(actor=by, act="minutes.end", kind="dossier", key=dossier.key)


@transaction.atomic
def reopen_meeting(*, dossier: Dossier, by: Any) -> None:
    """Open the minutes again, to change them."""
    refuse_closed(dossier)
    Minutes.objects.filter(dossier=dossier).update(ended_at=None)
    record(actor=by, act="minutes.reopen", kind="dossier", key=dossier.key)


def note_look(*, dossier: Dossier, by: Any) -> None:
    """Note that somebody has looked at words that concern single people."""
    record(actor=by, act="minutes.read", kind="dossier", key=dossier.key)


def _write(dossier: Dossier, version: int, fields: dict[str, Any]) -> Minutes:
    if version == 0:
        made, is_new = Minutes.objects.get_or_create(dossier=dossier, defaults=fields)
        if not is_new:
            raise MinutesOvertaken(made)
        return made
    same = Minutes.objects.filter(dossier=dossier, version=version)
    if not same.update(version=version + 1, **fields):
        raise MinutesOvertaken(Minutes.objects.get(dossier=dossier))
    return Minutes.objects.get(dossier=dossier)
