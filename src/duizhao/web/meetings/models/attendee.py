"""Who comes to a meeting, and who came."""

from __future__ import annotations

from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models.dossier import Dossier
from duizhao.web.meetings.models.dossier_file import DossierFile
from duizhao.web.random_key import KEY_CHARACTERS, random_key
from duizhao.web.roster.models import STANDING_CHARACTERS, StaffMember, standings


class MeetingPart(models.TextChoices):
    """As what somebody comes to a meeting."""

    EXPECTED = "expected", "应到"
    IN_ATTENDANCE = "in-attendance", "列席"
    SUPERVISION = "supervision", "督导"
    RECORDER = "recorder", "记录"


class Attendance(models.TextChoices):
    """Whether somebody came."""

    UNKNOWN = "unknown", "未登记"
    PRESENT = "present", "到会"
    ABSENT = "absent", "缺席"


class Attendee(models.Model):
    """Somebody at a meeting, with name and duty as they were then.

    `is_answerable` says that this person hands in a statement. `text_of_absent` is what is read out for the absent.
    """

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="attendees")
    member = models.ForeignKey(StaffMember, models.SET_NULL, null=True, related_name="attends")
    position = models.PositiveIntegerField(default=0)
    name = models.CharField("姓名", max_length=NAME_CHARACTERS)
    duty = models.CharField("职务", max_length=NAME_CHARACTERS, blank=True)
    standing = models.CharField("身份", max_length=STANDING_CHARACTERS, choices=standings)
    part = models.CharField(
        "参加", max_length=16, choices=MeetingPart, default=MeetingPart.EXPECTED
    )
    is_answerable = models.BooleanField("交对照检查材料", default=True)
    attendance = models.CharField(
        "到会", max_length=8, choices=Attendance, default=Attendance.UNKNOWN
    )
    reason = models.CharField("缺席事由", max_length=NAME_CHARACTERS, blank=True)
    text_of_absent = models.ForeignKey(
        DossierFile, models.SET_NULL, null=True, related_name="read_for"
    )

    class Meta:
        ordering = ("position", "name")
        constraints = (models.UniqueConstraint("dossier", "member", name="attends_once"),)

    def __str__(self) -> str:
        return self.name
