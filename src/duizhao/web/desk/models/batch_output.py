"""What was made of the files of a batch."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models.batch import NAME_CHARACTERS, Batch
from duizhao.web.desk.models.version import CONTENT_CHARACTERS
from duizhao.web.random_key import KEY_CHARACTERS, random_key

AUTHOR_CHARACTERS = 60


class OutputForm(models.TextChoices):
    """What can be made of the files of a batch."""

    REVIEW = "review", "审阅稿"
    OPINION = "opinion", "意见单（合成一份）"
    OPINIONS = "opinions", "意见单（一人一份）"
    WORD = "word", "排版稿（Word）"
    PDF = "pdf", "排版稿（PDF）"
    LEDGER = "ledger", "整改台账"
    REPORT = "report", "汇总表"


class OutputStatus(models.TextChoices):
    """How far it is made."""

    WORKING = "working", "正在做"
    DONE = "done", "做好了"
    STOPPED = "stopped", "已停下"
    FAILED = "failed", "没有做成"


class BatchOutput(models.Model):
    """What was made of files of a batch: one file, or an archive of one for each.

    `files` are the keys and names of the files it is made of, `failures` the names and reasons of those of which
    nothing could be made. `content` is the key of the stored file, empty until it is done.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="outputs")
    form = models.CharField(max_length=8, choices=OutputForm)
    status = models.CharField(max_length=8, choices=OutputStatus, default=OutputStatus.WORKING)
    author = models.CharField("批注署名", max_length=AUTHOR_CHARACTERS, blank=True)
    has_fixes = models.BooleanField("改正写成修订", default=False)
    files = models.JSONField(default=list)
    failures = models.JSONField(default=list)
    done = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=NAME_CHARACTERS, blank=True)
    content = models.CharField(max_length=CONTENT_CHARACTERS, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
