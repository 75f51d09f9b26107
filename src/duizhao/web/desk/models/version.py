"""The text of a file at one time."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models.desk_file import DeskFile

CONTENT_CHARACTERS = 32
NOTE_CHARACTERS = 300


class VersionOrigin(models.TextChoices):
    """How a version came to be."""

    PUT_IN = "put-in", "放入"
    TYPED = "typed", "在页面上改"
    FIXED = "fixed", "采用改法"
    UNDONE = "undone", "撤销"
    RESTORED = "restored", "回到以前的稿"


class Version(models.Model):
    """The text of a file at one time. `content` is the key of the stored file, `suffix` that of its format.

    `note` says what was changed. Versions that are the same share their content.
    """

    file = models.ForeignKey(DeskFile, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.CharField(max_length=CONTENT_CHARACTERS)
    suffix = models.CharField(max_length=16)
    origin = models.CharField(max_length=8, choices=VersionOrigin, default=VersionOrigin.PUT_IN)
    note = models.CharField(max_length=NOTE_CHARACTERS, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint("file", "number", name="version_number"),)
