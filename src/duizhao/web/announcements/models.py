"""Announcements of ledger rows."""

from __future__ import annotations

import secrets
from datetime import date

from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.models import OpinionRound
from duizhao.web.random_key import KEY_CHARACTERS, random_key

TOKEN_BYTES = 20


def link_token() -> str:
    """A random token of 160 bits, by which whoever holds the link sees an announcement."""
    return secrets.token_hex(TOKEN_BYTES)


class AnnouncementScope(models.TextChoices):
    """Who may see an announcement."""

    TEAM = "team", "班子成员"
    UNIT = "unit", "本单位全体"
    LINK = "link", "持链接的人"


class Announcement(models.Model):
    """Rows of a ledger as they are announced, from one day to another, to those of a scope.

    `rows` are texts of their own, taken from the ledger and looked through: `row` is the key of the ledger row, the
    rest is what everybody in the scope reads. Nothing else of the ledger is in them. `survey` is the round in which
    people say whether the results content them.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="announcements")
    title = models.CharField("标题", max_length=NAME_CHARACTERS)
    foreword = models.TextField("开头的话", blank=True)
    rows = models.JSONField(default=list)
    scope = models.CharField(
        "给谁看", max_length=8, choices=AnnouncementScope, default=AnnouncementScope.TEAM
    )
    starts_on = models.DateField("从哪天起")
    ends_on = models.DateField("到哪天止")
    published_on = models.DateField(null=True)
    token = models.CharField(
        max_length=2 * TOKEN_BYTES, default=link_token, blank=True, db_index=True
    )
    survey = models.OneToOneField(OpinionRound, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="announced_for_a_time"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def is_shown_on(self, day: date) -> bool:
        """Whether people may see it on a day."""
        return self.published_on is not None and self.starts_on <= day <= self.ends_on
