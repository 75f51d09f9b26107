"""An archive that was put in, kept until somebody has chosen its unit."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.accounts.models import Unit
from duizhao.web.meetings.models.dossier_file import CONTENT_CHARACTERS, FILENAME_CHARACTERS
from duizhao.web.random_key import KEY_CHARACTERS, random_key


class ArchiveIntake(models.Model):
    """An archive that was found whole. Nothing is made of it before its table is confirmed."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="archive_intakes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField("文件", max_length=FILENAME_CHARACTERS)
    content = models.CharField(max_length=CONTENT_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)
