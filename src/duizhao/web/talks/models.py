"""Talks of a meeting. What was said stands apart from that it was, so that a list of talks never selects it."""

from __future__ import annotations

from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.random_key import KEY_CHARACTERS, random_key
from duizhao.web.roster.models import StaffMember

TEXT_CHARACTERS = 20_000
"""Of one field of a record."""


class Talk(models.Model):
    """That two people talk before a meeting, with their names and duties as they were then.

    `one` is who began it (谈话人), `other` with whom (谈话对象). Whoever keeps the matrix sees this, and nothing of
    what was said.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="talks")
    one = models.ForeignKey(StaffMember, models.SET_NULL, null=True, related_name="talks_begun")
    other = models.ForeignKey(StaffMember, models.SET_NULL, null=True, related_name="talks_had")
    one_name = models.CharField("谈话人", max_length=NAME_CHARACTERS)
    one_duty = models.CharField("谈话人职务", max_length=NAME_CHARACTERS, blank=True)
    other_name = models.CharField("谈话对象", max_length=NAME_CHARACTERS)
    other_duty = models.CharField("谈话对象职务", max_length=NAME_CHARACTERS, blank=True)
    is_held = models.BooleanField("谈过了", default=False)
    held_on = models.DateField("谈话日期", null=True, blank=True)
    place = models.CharField("谈话地点", max_length=NAME_CHARACTERS, blank=True)
    kind = models.CharField("谈话类型", max_length=NAME_CHARACTERS, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at", "key")

    def __str__(self) -> str:
        return f"{self.one_name}和{self.other_name}"


class TalkRecord(models.Model):
    """What was said in a talk: for the two alone."""

    talk = models.OneToOneField(Talk, models.CASCADE, primary_key=True, related_name="record")
    content = models.TextField("谈话主要内容", max_length=TEXT_CHARACTERS, blank=True)
    problems = models.TextField("存在问题", max_length=TEXT_CHARACTERS, blank=True)
    measures = models.TextField("整改措施", max_length=TEXT_CHARACTERS, blank=True)
    remark = models.TextField("备注", max_length=TEXT_CHARACTERS, blank=True)
    version = models.PositiveIntegerField(default=1)


class TalkAgreement(models.Model):
    """Something that the two agreed on and put into the ledger, where all see it who see the ledger."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    talk = models.ForeignKey(Talk, models.CASCADE, related_name="agreements")
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="talk_agreements")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at", "key")
