"""An opinion that can be read."""

from __future__ import annotations

from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models import DeskFile
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.opinions.models.opinion_round import OpinionRound
from duizhao.web.opinions.models.sealed import HASH_CHARACTERS
from duizhao.web.random_key import KEY_CHARACTERS, random_key

WORDS_CHARACTERS, TOPIC_CHARACTERS = 2_000, 400


class OpinionOrigin(models.TextChoices):
    """How an opinion came."""

    CODE = "code", "征求意见码"
    FORM = "form", "征求意见表"
    BOX = "box", "意见箱"
    DISCUSSION = "discussion", "座谈会"
    VISIT = "visit", "走访"
    SPOKEN = "spoken", "口头"
    SUPERIOR = "superior", "上级点明"


class Satisfaction(models.TextChoices):
    """Whether the person who gave an opinion is content with the reply."""

    UNSAID = "", "未表态"
    CONTENT = "content", "满意"
    NOT_CONTENT = "not", "不满意"


class ReceivedOpinion(models.Model):
    """An opinion in its original words, on the team or, with `about_name`, on one person.

    Its order is that of its random key. `receipt` finds it again for whoever gave it, and joins it to nothing else.
    `problem` is the problem of a statement (`file`) to which it is linked, `reply` what is drafted, `published` what
    whoever gave it can read.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="opinions")
    round = models.ForeignKey(OpinionRound, models.SET_NULL, null=True, related_name="opinions")
    origin = models.CharField("来源", max_length=12, choices=OpinionOrigin)
    scope = models.CharField("征求的范围", max_length=TOPIC_CHARACTERS, blank=True)
    topic = models.CharField("题目", max_length=TOPIC_CHARACTERS, blank=True)
    about = models.ForeignKey(Attendee, models.SET_NULL, null=True, related_name="opinions")
    about_name = models.CharField("对谁的意见", max_length=NAME_CHARACTERS, blank=True)
    words = models.TextField("意见原话")
    file = models.ForeignKey(DeskFile, models.SET_NULL, null=True, related_name="opinions")
    problem = models.TextField(blank=True)
    reply = models.TextField("答复", blank=True)
    published = models.TextField(blank=True)
    published_on = models.DateField(null=True)
    satisfaction = models.CharField(
        max_length=8, choices=Satisfaction, default=Satisfaction.UNSAID, blank=True
    )
    receipt = models.CharField(max_length=HASH_CHARACTERS, blank=True, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("key",)

    @property
    def is_personal(self) -> bool:
        return self.about_name != ""

    @property
    def is_open_again(self) -> bool:
        """Whether the reply did not content whoever gave the opinion."""
        return self.satisfaction == Satisfaction.NOT_CONTENT

    @property
    def is_answered(self) -> bool:
        """Whether it is linked to a problem, or has a reply with reasons; no more once it is open again."""
        return bool(self.problem or self.reply) and not self.is_open_again

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody typed it in, who may mend it."""
        return self.origin != OpinionOrigin.CODE
