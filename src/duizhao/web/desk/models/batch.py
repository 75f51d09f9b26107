"""Files that were put in together."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.random_key import KEY_CHARACTERS, random_key

NAME_CHARACTERS = 400


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
