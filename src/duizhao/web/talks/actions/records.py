"""What was said in a talk: written by one of the two, looked at."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F

from duizhao.web.audit.actions import record
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.talks.models import Talk, TalkRecord


class RecordOvertaken(Exception):
    """The other one has changed the record since its version was read. `record` is as it is now."""

    def __init__(self, record: TalkRecord) -> None:
        super().__init__(record.pk)
        self.record = record


def note_look(*, talk: Talk, by: Any) -> None:
    """Note that somebody has looked at what was said."""
    record(actor=by, act="talks.read", kind="talk", key=talk.key)


@transaction.atomic
def write_record(*, talk: Talk, version: int, by: Any, **texts: str) -> TalkRecord:
    """Write what was said; the talk was held then. Version 0 is that of a talk with no record.

    Raises RecordOvertaken.
    """
    refuse_closed(talk.dossier)
    if version == 0:
        made, is_new = TalkRecord.objects.get_or_create(talk=talk, defaults=texts)
        if not is_new:
            raise RecordOvertaken(made)
    else:
        same = TalkRecord.objects.filter(talk=talk, version=version)
        if not same.update(version=version + 1, **texts):
            raise RecordOvertaken(TalkRecord.objects.get(talk=talk))
        made = TalkRecord.objects.get(talk=talk)
    Talk.objects.filter(pk=talk.pk, is_held=False).update(is_held=True, version=F("version") + 1)
    record(actor=by, act="talks.write", kind="talk", key=talk.key)
    return made
