"""The minutes of a meeting. The words of a speech stand apart from who spoke, so that counts never select them."""

from __future__ import annotations

from django.db import models

from duizhao.process import SpeechKind
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.random_key import KEY_CHARACTERS, random_key

TEXT_CHARACTERS, ITEM_CHARACTERS, KIND_CHARACTERS, WRITTEN_KEY_CHARACTERS = 50_000, 200, 12, 40
SPEECH_KINDS = tuple((each.name.lower(), each.value) for each in SpeechKind)
"""The kinds of speech of `duizhao.process`, as values of a column."""
PERSONAL_KINDS = tuple(
    each.name.lower()
    for each in (SpeechKind.OWN, SpeechKind.CRITICISM, SpeechKind.ANSWER, SpeechKind.ABSENT)
)
"""What concerns one person: others than the two and those who keep the minutes do not read it."""


class Minutes(models.Model):
    """What belongs to the minutes of a meeting as a whole.

    `agenda` has the items in their order, empty where they are those of the kind of meeting. `passed_on` has the day
    (ISO) on which an absent person was informed of the meeting, by the key of the attendee. Minutes with `ended_at` are
    those of a meeting that was formally closed.
    """

    dossier = models.OneToOneField(
        Dossier, models.CASCADE, primary_key=True, related_name="minutes"
    )
    began = models.CharField("开始时间", max_length=NAME_CHARACTERS, blank=True)
    ended = models.CharField("结束时间", max_length=NAME_CHARACTERS, blank=True)
    recorder = models.CharField("记录人", max_length=NAME_CHARACTERS, blank=True)
    summary = models.TextField("摘要", max_length=TEXT_CHARACTERS, blank=True)
    agenda = models.JSONField(default=list)
    passed_on = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    ended_at = models.DateTimeField(null=True)


class MinutesEntry(models.Model):
    """That somebody spoke: under which item of the agenda, as what, of a criticism about whom.

    `written_key` is given by the page on which it was typed, so that what is sent twice is kept once. Names are as they
    were then.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="entries")
    written_key = models.CharField(max_length=WRITTEN_KEY_CHARACTERS)
    position = models.PositiveIntegerField()
    item = models.CharField("议程", max_length=ITEM_CHARACTERS, blank=True)
    kind = models.CharField("内容", max_length=KIND_CHARACTERS, choices=SPEECH_KINDS)
    speaker = models.ForeignKey(Attendee, models.SET_NULL, null=True, related_name="speeches")
    about = models.ForeignKey(Attendee, models.SET_NULL, null=True, related_name="criticisms")
    speaker_name = models.CharField(max_length=NAME_CHARACTERS, blank=True)
    about_name = models.CharField(max_length=NAME_CHARACTERS, blank=True)
    row = models.ForeignKey(LedgerRow, models.SET_NULL, null=True, related_name="minutes_entries")
    is_removed = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "key")
        constraints = (
            models.UniqueConstraint("dossier", "written_key", name="minutes_entry_once"),
        )


class EntryWords(models.Model):
    """What was said."""

    entry = models.OneToOneField(
        MinutesEntry, models.CASCADE, primary_key=True, related_name="words"
    )
    text = models.TextField(max_length=TEXT_CHARACTERS)
