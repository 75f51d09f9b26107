"""Words that are typed in the page and not saved yet."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models.desk_file import DeskFile


class Draft(models.Model):
    """Words typed in the page and not saved yet: no reload loses them. `based_on` is the version typed over."""

    file = models.OneToOneField(DeskFile, models.CASCADE, related_name="draft")
    based_on = models.PositiveIntegerField()
    text = models.TextField()
    kept_at = models.DateTimeField(auto_now=True)
