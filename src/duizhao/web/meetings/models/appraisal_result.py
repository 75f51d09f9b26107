"""What came of the appraisal of a party member by the branch (民主评议党员)."""

from __future__ import annotations

from django.db import models

from duizhao.web.meetings.models.attendee import Attendee

GRADE_CHARACTERS = 12


class AppraisalGrade(models.TextChoices):
    """The grades of an appraisal, as the branch decides them."""

    EXCELLENT = "excellent", "优秀"
    QUALIFIED = "qualified", "合格"
    BASIC = "basic", "基本合格"
    UNQUALIFIED = "unqualified", "不合格"


class AppraisalResult(models.Model):
    """The votes on somebody by grade, and the grade that the branch decided; empty where it has not yet."""

    attendee = models.OneToOneField(
        Attendee, models.CASCADE, primary_key=True, related_name="appraisal"
    )
    excellent = models.PositiveIntegerField("优秀票", null=True)
    qualified = models.PositiveIntegerField("合格票", null=True)
    basic = models.PositiveIntegerField("基本合格票", null=True)
    unqualified = models.PositiveIntegerField("不合格票", null=True)
    grade = models.CharField(
        "评定等次", max_length=GRADE_CHARACTERS, choices=AppraisalGrade, blank=True
    )
