"""Summaries that units have sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS, Unit
from duizhao.web.random_key import KEY_CHARACTERS, random_key


class ReceivedSummary(models.Model):
    """The summary of a meeting of another installation: `content` as `DossierSummary` writes it, the last one sent.

    `unit` is the superior who received it, `unit_name` whose it is.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="received_summaries")
    dossier_key = models.CharField(max_length=KEY_CHARACTERS)
    unit_name = models.CharField("单位", max_length=NAME_CHARACTERS)
    year = models.PositiveSmallIntegerField("年度")
    content = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    received_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("unit_name", "dossier_key")
        constraints = (
            models.UniqueConstraint("unit", "dossier_key", name="summary_of_dossier_once"),
        )
