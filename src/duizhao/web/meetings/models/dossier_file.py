"""A file that belongs to a dossier and is no statement."""

from __future__ import annotations

from django.db import models

from duizhao.web.meetings.models.dossier import Dossier
from duizhao.web.random_key import KEY_CHARACTERS, random_key

FILENAME_CHARACTERS, CONTENT_CHARACTERS, DIGEST_CHARACTERS = 400, 32, 64


class FilePurpose(models.TextChoices):
    """What a file is in a dossier."""

    NOTICE = "notice", "上级通知"
    CONSENT = "consent", "上级同意的材料"
    STUDY = "study", "学习材料"
    OPINIONS = "opinions", "征求意见的原件"
    ABSENT = "absent", "缺席人员的书面发言"
    LEDGER = "ledger", "整改台账"
    MINUTES = "minutes", "会议记录的原件"
    LAST_YEAR = "last-year", "上年度的材料"
    OTHER = "other", "其他"


class DossierFile(models.Model):
    """A file of a dossier, kept as it came. `content` is the key of the stored file, `sha256` its digest."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="files")
    purpose = models.CharField(
        "用途", max_length=16, choices=FilePurpose, default=FilePurpose.OTHER
    )
    name = models.CharField("文件", max_length=FILENAME_CHARACTERS)
    content = models.CharField(max_length=CONTENT_CHARACTERS)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=DIGEST_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at", "name")

    def __str__(self) -> str:
        return self.name
