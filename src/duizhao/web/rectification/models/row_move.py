"""What was done with a row: moves from state to state, and postponements that were asked for."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.process import Move
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models import LedgerRow
from duizhao.web.desk.models.ledger_row import STATE_CHARACTERS
from duizhao.web.rectification.models.rectification import key_field

MOVE_CHARACTERS, REASON_CHARACTERS = 12, 2_000


def moves() -> list[tuple[str, str]]:
    """The choices of a column, asked for as a function: a new move changes no migration."""
    return [(each.name.lower(), each.value) for each in Move]


class RowMove(models.Model):
    """A move of a row: who, when, from which state to which, why. `version` is that of the row after it.

    `consent` names who agreed to a postponement, `receiver` who took the row over, `acceptor` who accepted the result.
    Names are as they were then.
    """

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="moves")
    move = models.CharField("办理", max_length=MOVE_CHARACTERS, choices=moves)
    on = models.DateField("日期")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=NAME_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)
    state_before = models.CharField(max_length=STATE_CHARACTERS, blank=True)
    state_after = models.CharField(max_length=STATE_CHARACTERS)
    reason = models.TextField("理由", max_length=REASON_CHARACTERS, blank=True)
    consent = models.CharField("同意人", max_length=NAME_CHARACTERS, blank=True)
    receiver = models.CharField("移交给", max_length=NAME_CHARACTERS, blank=True)
    acceptor = models.CharField("验收人", max_length=NAME_CHARACTERS, blank=True)
    due_before = models.DateField(null=True)
    due_after = models.DateField(null=True)
    version = models.PositiveIntegerField()

    class Meta:
        ordering = ("made_at", "version")
        constraints = (models.UniqueConstraint("row", "version", name="move_of_row_version"),)


class PostponementAnswer(models.TextChoices):
    """What became of a postponement that was asked for."""

    OPEN = "", "等答复"
    AGREED = "agreed", "同意"
    DECLINED = "declined", "不同意"


class AskedPostponement(models.Model):
    """A postponement that an owner asks for, and what somebody else answered. `move` is what came of it."""

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="asked_postponements")
    due = models.DateField("延到")
    reason = models.TextField("理由", max_length=REASON_CHARACTERS)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=NAME_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(
        max_length=8, choices=PostponementAnswer, default=PostponementAnswer.OPEN, blank=True
    )
    answered_by = models.CharField(max_length=NAME_CHARACTERS, blank=True)
    answered_at = models.DateTimeField(null=True)
    words = models.TextField("答复", max_length=REASON_CHARACTERS, blank=True)
    move = models.OneToOneField(RowMove, models.SET_NULL, null=True, related_name="asked")

    class Meta:
        ordering = ("made_at",)
