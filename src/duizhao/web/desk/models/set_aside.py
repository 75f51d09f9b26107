"""A finding that is no fault."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models.desk_file import DeskFile

NOT_A_STATEMENT = "DZ101"
"""The rule whose finding, put aside, has its file read as a statement."""


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
