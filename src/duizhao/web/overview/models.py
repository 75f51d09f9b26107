"""Up to where somebody has looked at what others have done."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SeenActs(models.Model):
    """The number of the last entry of the audit that a person was notified of and has seen."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="seen_acts"
    )
    number = models.PositiveBigIntegerField()
