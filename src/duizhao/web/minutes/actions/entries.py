"""What was said at a meeting: written down, changed, moved, removed and brought back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from duizhao.ledger.row import RowOrigin
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.minutes.actions.open_minutes import refuse_ended
from duizhao.web.minutes.models import EntryWords, MinutesEntry
from duizhao.web.refused_act import RefusedAct


class EntryOvertaken(Exception):
    """Somebody else has changed the entry since its version was read. `entry` is as it is now."""

    def __init__(self, entry: MinutesEntry) -> None:
        super().__init__(entry.key)
        self.entry = entry


@transaction.atomic
def add_entry(
    *,
    dossier: Dossier,
    by: Any,
    written_key: str,
    text: str,
    kind: str,
    item: str = "",
    speaker: Attendee | None = None,
    about: Attendee | None = None,
) -> MinutesEntry:
    """Write down what somebody said, behind all else. What has come before under this key is not written again."""
    # Locked, so that two who write at once get places one behind the other.
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    known = dossier.entries.filter(written_key=written_key).first()
    if known:
        return known
    refuse_ended(dossier)
    last = dossier.entries.aggregate(last=Max("position"))["last"] or 0
    entry = MinutesEntry.objects.create(
        dossier=dossier,
        written_key=written_key,
        position=last + 1,
        item=item,
        kind=kind,
        **_people(speaker, about),
    )
    EntryWords.objects.create(entry=entry, text=text)
    record(actor=by, act="minutes.add", kind="entry", key=entry.key)
    return entry


@transaction.atomic
def change_entry(
    *,
    entry: MinutesEntry,
    version: int,
    by: Any,
    text: str,
    kind: str,
    item: str = "",
    speaker: Attendee | None = None,
    about: Attendee | None = None,
) -> None:
    """Write an entry anew. Raises EntryOvertaken."""
    refuse_ended(entry.dossier)
    same = MinutesEntry.objects.filter(pk=entry.pk, version=version)
    people = _people(speaker, about)
    if not same.update(version=version + 1, kind=kind, item=item, **people):
        raise EntryOvertaken(MinutesEntry.objects.select_related("words").get(pk=entry.pk))
    EntryWords.objects.filter(entry=entry).update(text=text)
    record(actor=by, act="minutes.edit", kind="entry", key=entry.key)


@transaction.atomic
def move_entry(*, entry: MinutesEntry, by: Any, is_up: bool) -> None:
    """Change places with the entry before or behind it under the same item."""
    refuse_ended(entry.dossier)
    others = entry.dossier.entries.filter(item=entry.item, is_removed=False)
    if is_up:
        next_one = others.filter(position__lt=entry.position).last()
    else:
        next_one = others.filter(position__gt=entry.position).first()
    if next_one is None:
        return
    MinutesEntry.objects.filter(pk=entry.pk).update(position=next_one.position)
    MinutesEntry.objects.filter(pk=next_one.pk).update(position=entry.position)
    record(actor=by, act="minutes.move", kind="entry", key=entry.key)


@transaction.atomic
def remove_entry(*, entry: MinutesEntry, by: Any) -> None:
    """Take an entry out of the minutes: it can be brought back."""
    refuse_ended(entry.dossier)
    _mark_removed(entry, is_removed=True)
    record(actor=by, act="minutes.remove", kind="entry", key=entry.key)


@transaction.atomic
def restore_entry(*, entry: MinutesEntry, by: Any) -> None:
    """Bring an entry back in its old place."""
    refuse_ended(entry.dossier)
    _mark_removed(entry, is_removed=False)
    record(actor=by, act="minutes.restore", kind="entry", key=entry.key)


@transaction.atomic
def rectify(*, entry: MinutesEntry, by: Any, cells: Mapping[str, str]) -> LedgerRow:
    """Put what a criticism asks for into the ledger of the meeting, with the criticism as its source."""
    refuse_closed(entry.dossier)
    batch = entry.dossier.batch
    if batch is None:
        raise RefusedAct("这次会议的材料已经删去，没有台账可以列入")
    said = f"会议记录：{entry.speaker_name}对{entry.about_name}的批评意见"
    origin = {"origin": RowOrigin.CRITICISM.value, "place": said}
    change = add_by_hand(batch=batch, by=by, cells={**origin, **cells})
    row = LedgerRow.objects.get(pk=change.rows[0][0])
    MinutesEntry.objects.filter(pk=entry.pk).update(row=row)
    record(actor=by, act="minutes.rectify", kind="entry", key=entry.key)
    return row


def _mark_removed(entry: MinutesEntry, *, is_removed: bool) -> None:
    here = MinutesEntry.objects.filter(pk=entry.pk)
    here.update(is_removed=is_removed, version=F("version") + 1)


def _people(speaker: Attendee | None, about: Attendee | None) -> dict[str, Any]:
    return {
        "speaker": speaker,
        "about": about,
        "speaker_name": speaker.name if speaker else "",
        "about_name": about.name if about else "",
    }
