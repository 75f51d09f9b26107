"""What was reported about a row, day by day, and the files that show it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.models.rectification import key_field

ENTRY_CHARACTERS, FILENAME_CHARACTERS, CONTENT_CHARACTERS, DIGEST_CHARACTERS = 4_000, 200, 32, 64


class EntryKind(models.TextChoices):
    """What an entry reports."""

    PROGRESS = "progress", "进展"
    REVIEW = "review", "检查"


class ProgressEntry(models.Model):
    """What was done about a row on a day; of a standing measure also what a review found. `next_review` follows it."""

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=8, choices=EntryKind, default=EntryKind.PROGRESS)
    happened_on = models.DateField("日期")
    text = models.TextField("做了什么、结果怎样", max_length=ENTRY_CHARACTERS)
    next_review = models.DateField("下次检查", null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=NAME_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("happened_on", "made_at")


class RowFile(models.Model):
    """A file of a row, kept as it came; its name stands in the cell of the evidence.

    `content` is the key of the stored file. One with `dropped_at` is no longer shown as evidence.
    """

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="row_files")
    entry = models.ForeignKey(ProgressEntry, models.SET_NULL, null=True, related_name="files")
    name = models.CharField("文件", max_length=FILENAME_CHARACTERS)
    content = models.CharField(max_length=CONTENT_CHARACTERS)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=DIGEST_CHARACTERS)
    by_name = models.CharField(max_length=NAME_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("made_at", "name")

    def __str__(self) -> str:
        return self.name
