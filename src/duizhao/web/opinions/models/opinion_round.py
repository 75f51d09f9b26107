"""A round in which opinions are asked for."""

from __future__ import annotations

from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models import Dossier
from duizhao.web.random_key import KEY_CHARACTERS, random_key

ADDRESS_CHARACTERS = 300


class RoundState(models.TextChoices):
    """How far a round is. Nobody reads an opinion before it is closed."""

    OPEN = "open", "正在征求"
    CLOSING = "closing", "正在汇总"
    CLOSED = "closed", "已汇总"
    LOST = "lost", "打不开"


UNFINISHED = (RoundState.OPEN, RoundState.CLOSING)
"""The states in which what was sent is not opened yet."""


class OpinionRound(models.Model):
    """A round of asking for opinions, from one day to another: no time finer than a day stands here.

    `scopes` are those who are asked, in order: each with its `name`, how many `codes` were printed and, once the round
    is closed, how many `answers` there were. Those with too few are one scope then. `questions` are asked about the
    team; with `asks_about_people` each member may be spoken of as well. `address` is where phones find the site.
    `damaged` sealed opinions could not be opened.

    A round with `choices` asks no opinions: people choose one of them for each question, and may add words. Once it is
    closed, `results` has for each question how often each was chosen, and the words; no opinion is made of it.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="rounds")
    name = models.CharField("名称", max_length=NAME_CHARACTERS)
    explanation = models.TextField("说明", blank=True)
    questions = models.JSONField(default=list)
    scopes = models.JSONField(default=list)
    choices = models.JSONField(default=list)
    results = models.JSONField(default=list)
    asks_about_people = models.BooleanField(default=True)
    address = models.CharField(max_length=ADDRESS_CHARACTERS, blank=True)
    state = models.CharField(max_length=8, choices=RoundState, default=RoundState.OPEN)
    opened_on = models.DateField()
    ends_on = models.DateField("截止日期", null=True)
    closed_on = models.DateField(null=True)
    damaged = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("opened_on", "name")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def unfinished_in(cls, dossier: Dossier) -> list[str]:
        """What has to end before a dossier is closed."""
        names = cls.objects.filter(dossier=dossier, state__in=UNFINISHED).values_list("name")
        return [f"“{name}”还没有汇总：请先汇总或者作废这一轮，再归档" for (name,) in names]

    @property
    def printed(self) -> int:
        """How many codes were printed, with those that were made void."""
        return sum(each["codes"] for each in self.scopes)

    @property
    def answered(self) -> int:
        """How many people have answered: known once the round is closed."""
        return sum(each.get("answers", 0) for each in self.scopes)
