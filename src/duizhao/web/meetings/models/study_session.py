"""What was studied before a meeting."""

from __future__ import annotations

from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models.attendee import Attendee
from duizhao.web.meetings.models.dossier import Dossier
from duizhao.web.meetings.models.dossier_file import DossierFile
from duizhao.web.random_key import KEY_CHARACTERS, random_key


class StudySession(models.Model):
    """A group study: when, where, on what, who came, with which material."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="studies")
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=NAME_CHARACTERS, blank=True)
    theme = models.TextField("学习内容")
    present = models.ManyToManyField(Attendee, related_name="studied")
    material = models.ManyToManyField(DossierFile, related_name="studied_in")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("held_on",)
