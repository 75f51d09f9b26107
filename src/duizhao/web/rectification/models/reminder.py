"""Reminders by mail: whether a unit wants them, where people get them, which were sent."""

from __future__ import annotations

from django.db import models

from duizhao.process.reminder import EVERY_DAYS
from duizhao.web.accounts.models import Unit
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.models.rectification import key_field
from duizhao.web.roster.models import StaffMember

REMINDER_CHARACTERS, FAULT_CHARACTERS = 40, 200


class ReminderChoice(models.Model):
    """The reminders by mail that a unit has chosen: at first none, and none that quotes a problem."""

    unit = models.OneToOneField(
        Unit, models.CASCADE, primary_key=True, related_name="reminder_choice"
    )
    is_mailed = models.BooleanField("发邮件提醒", default=False)
    shows_problem = models.BooleanField("邮件里写出问题原话", default=False)
    every_days = models.PositiveSmallIntegerField("逾期后每几天提醒一次", default=EVERY_DAYS)


class MailAddress(models.Model):
    """Where somebody of the roster gets mail."""

    member = models.OneToOneField(
        StaffMember, models.CASCADE, primary_key=True, related_name="mail_address"
    )
    address = models.EmailField("邮箱")


class MailState(models.TextChoices):
    """How far a mail is. One that is left at `SENDING` was interrupted, and is never sent again by itself."""

    SENDING = "sending", "正在发"
    SENT = "sent", "已发"
    FAILED = "failed", "没有发出"


class SentReminder(models.Model):
    """That somebody was reminded of a row by mail: `reminder` is the key of what was due, so that none goes twice."""

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="reminders")
    member = models.ForeignKey(StaffMember, models.CASCADE, related_name="reminders")
    reminder = models.CharField(max_length=REMINDER_CHARACTERS)
    state = models.CharField(max_length=8, choices=MailState, default=MailState.SENDING)
    fault = models.CharField(max_length=FAULT_CHARACTERS, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
        constraints = (models.UniqueConstraint("row", "member", "reminder", name="reminded_once"),)
