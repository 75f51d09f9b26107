"""The folder of an earlier meeting, kept until somebody has confirmed what was read in it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.accounts.models import Unit
from duizhao.web.meetings.models.dossier_file import (
    CONTENT_CHARACTERS,
    DIGEST_CHARACTERS,
    FILENAME_CHARACTERS,
)
from duizhao.web.random_key import KEY_CHARACTERS, random_key


class FolderIntake(models.Model):
    """A folder that somebody put in. Nothing is made of it before its table is confirmed."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="intakes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="intakes")
    made_at = models.DateTimeField(auto_now_add=True)


class IntakeFile(models.Model):
    """A file of the folder with what was read in it, as `duizhao.api.FolderFile` has it."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    intake = models.ForeignKey(FolderIntake, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField(default=0)
    name = models.CharField("文件", max_length=FILENAME_CHARACTERS)
    content = models.CharField(max_length=CONTENT_CHARACTERS)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=DIGEST_CHARACTERS)
    found = models.JSONField(default=dict)

    class Meta:
        ordering = ("position", "name")
