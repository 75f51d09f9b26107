"""A file of a batch."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models.batch import NAME_CHARACTERS, Batch
from duizhao.web.random_key import KEY_CHARACTERS, random_key

STAMP_CHARACTERS = 16


class ReadStatus(models.TextChoices):
    """How far a file is read."""

    WAITING = "waiting", "正在读取"
    READ = "read", "已读"
    REFUSED = "refused", "读不了"
    STOPPED = "stopped", "已停下"


class ReviewState(models.TextChoices):
    """How far somebody has gone through a file."""

    NEW = "new", "未看"
    SEEN = "seen", "已看"
    RETURNED = "returned", "已退回"
    CHANGED = "changed", "已改"


_STATE_WORDS = {value: str(label) for value, label in ReviewState.choices}


class KeptFiles(models.Manager["DeskFile"]):
    """The files that nobody has removed: those of every list."""

    def get_queryset(self) -> models.QuerySet[DeskFile]:
        return super().get_queryset().filter(removed_at=None)


class DeskFile(models.Model):
    """A file of a batch.

    `facts` are those of its row, computed when its last version was read, with the settings of `checked_with`.
    `changed_at` is when it was last read, or could not be. A removed file is kept for a while, so that it can be put
    back, and is in no list.
    """

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
    checked_with = models.CharField(max_length=STAMP_CHARACTERS, blank=True)
    changed_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects = KeptFiles()
    with_removed = models.Manager()

    class Meta:
        # Files that are put in at the same time may have the same position.
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name

    @property
    def state_in_words(self) -> str:
        """The state in the words of the page, found faster than by the field: a page has hundreds of rows."""
        return _STATE_WORDS[self.review_state]

    @property
    def aspects_in_words(self) -> str:
        """How many of the aspects that are asked for the text has: 5/6."""
        aspects = self.facts.get("aspects", [])
        return f"{sum(found for _, found in aspects)}/{len(aspects)}"

    @property
    def aspect_marks(self) -> str:
        """A mark for each aspect that is asked for: full where the text has it."""
        return "".join("●" if found else "○" for _, found in self.facts.get("aspects", []))

    @property
    def lacking(self) -> list[str]:
        """The aspects that are asked for and that the text does not have."""
        return [name for name, found in self.facts.get("aspects", []) if not found]
