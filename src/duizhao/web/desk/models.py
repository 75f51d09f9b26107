"""Batches of files, the versions of each file, and what was said of its findings."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models

KEY_BYTES, KEY_CHARACTERS = 8, 16
CONTENT_CHARACTERS = 32
NAME_CHARACTERS = 400


def random_key() -> str:
    """A key for an address, which nobody can guess."""
    return secrets.token_hex(KEY_BYTES)


class Batch(models.Model):
    """Files that were put in together, and are looked through together."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="batches")
    name = models.CharField("名称", max_length=NAME_CHARACTERS)
    made_at = models.DateTimeField("放入时间", auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class ReadStatus(models.TextChoices):
    """How far a file is read."""

    WAITING = "waiting", "正在读取"
    READ = "read", "已读"
    REFUSED = "refused", "读不了"


class ReviewState(models.TextChoices):
    """How far somebody has gone through a file."""

    NEW = "new", "未看"
    SEEN = "seen", "已看"
    RETURNED = "returned", "已退回"
    CHANGED = "changed", "已改"


class DeskFile(models.Model):
    """A file of a batch. `facts` are those of its row, computed when its last version was read."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField("文件", max_length=NAME_CHARACTERS)
    status = models.CharField(max_length=8, choices=ReadStatus, default=ReadStatus.WAITING)
    reason = models.TextField(blank=True)
    review_state = models.CharField(
        "状态", max_length=8, choices=ReviewState, default=ReviewState.NEW
    )
    facts = models.JSONField(default=dict)

    class Meta:
        # Files that are put in at the same time may have the same position.
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name

    @property
    def aspects_in_words(self) -> str:
        """How many of the aspects that are asked for the text has: 5/6."""
        aspects = self.facts.get("aspects", [])
        return f"{sum(found for _, found in aspects)}/{len(aspects)}"


class VersionOrigin(models.TextChoices):
    """How a version came to be."""

    PUT_IN = "put-in", "放入"
    TYPED = "typed", "在页面上改"
    FIXED = "fixed", "采用改法"
    UNDONE = "undone", "撤销"


class Version(models.Model):
    """The text of a file at one time. `content` is the key of the stored file, `suffix` that of its format."""

    file = models.ForeignKey(DeskFile, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.CharField(max_length=CONTENT_CHARACTERS)
    suffix = models.CharField(max_length=16)
    origin = models.CharField(max_length=8, choices=VersionOrigin, default=VersionOrigin.PUT_IN)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint("file", "number", name="version_number"),)


class SetAside(models.Model):
    """A finding that somebody has put aside with a reason. It stays aside where later versions have the same words."""

    file = models.ForeignKey(DeskFile, models.CASCADE, related_name="set_aside")
    code = models.CharField(max_length=8)
    fingerprint = models.CharField(max_length=64)
    reason = models.CharField("理由", max_length=200, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint("file", "code", "fingerprint", name="set_aside_once"),
        )
