"""The settings of the site as they were before a change."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.random_key import KEY_CHARACTERS, random_key

WORDS_CHARACTERS = 200


class SettingsState(models.Model):
    """The files of the settings as they were before a change, which `done` names: what undo brings back."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    texts = models.JSONField()
    done = models.CharField(max_length=WORDS_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
