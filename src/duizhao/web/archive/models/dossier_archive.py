"""An archive that was made of a dossier."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.models.dossier_file import (
    CONTENT_CHARACTERS,
    DIGEST_CHARACTERS,
    FILENAME_CHARACTERS,
)
from duizhao.web.random_key import KEY_CHARACTERS, random_key


class ArchiveStatus(models.TextChoices):
    """How far an archive is made."""

    WORKING = "working", "正在做"
    DONE = "done", "做好了"
    STOPPED = "stopped", "已停下"
    FAILED = "failed", "没有做成"


class DossierArchive(models.Model):
    """One .zip with all that belongs to a dossier, as whoever asked for it may read it.

    `done` of `total` pieces are made. `remarks` say what is not in it, and why. `content` is the key of the stored
    file, empty until it is done.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="archives")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    status = models.CharField(max_length=8, choices=ArchiveStatus, default=ArchiveStatus.WORKING)
    has_records = models.BooleanField("带谈话记录", default=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    remarks = models.JSONField(default=list)
    name = models.CharField(max_length=FILENAME_CHARACTERS, blank=True)
    content = models.CharField(max_length=CONTENT_CHARACTERS, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=DIGEST_CHARACTERS, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
