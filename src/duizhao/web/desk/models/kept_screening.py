"""What files have in common, found once and kept."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models.batch import Batch
from duizhao.web.desk.models.desk_file import DeskFile
from duizhao.web.desk.models.version import CONTENT_CHARACTERS
from duizhao.web.random_key import KEY_CHARACTERS, random_key

SCOPE_CHARACTERS = 400


class ScreeningStatus(models.TextChoices):
    """How far a screening is."""

    WAITING = "waiting", "正在查"
    DONE = "done", "查完了"
    FAILED = "failed", "没有查成"


class KeptScreening(models.Model):
    """Files of a batch compared with each other, and with those of an `other` batch if there is one.

    `versions` has the number of the version that is compared, by the key of its file; the last one of any other. All
    of them were handed in where it `is_submitted`. `sameness` has for a file the number of its pairs and the greatest
    share of its text that another has. `content` is the key of the stored result. It holds texts: it goes when one of
    its files does.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="screenings")
    other = models.ForeignKey(Batch, models.CASCADE, null=True, related_name="screened_with")
    versions = models.JSONField(default=dict)
    is_submitted = models.BooleanField(default=False)
    sameness = models.JSONField(default=dict)
    files = models.ManyToManyField(DeskFile, related_name="screenings")
    scope = models.CharField("比了什么", max_length=SCOPE_CHARACTERS)
    status = models.CharField(
        max_length=8, choices=ScreeningStatus, default=ScreeningStatus.WAITING
    )
    reason = models.CharField(max_length=SCOPE_CHARACTERS, blank=True)
    pairs = models.PositiveIntegerField("对数", default=0)
    content = models.CharField(max_length=CONTENT_CHARACTERS, blank=True)
    made_at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return self.scope
