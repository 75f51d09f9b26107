"""Rows of earlier years that may describe the same problem, and how people judge them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.rectification.models.rectification import key_field

STAMP_CHARACTERS = 200


class RecurrenceVerdict(models.TextChoices):
    """How a person judges two rows."""

    OPEN = "", "还没看"
    SAME = "same", "是同一个问题"
    OTHER = "other", "不是"


class KeptRecurrence(models.Model):
    """That a row may describe the same problem as one of an earlier year: what both have in common.

    `share` is the part of the shorter row that both have word for word. What nobody has judged goes when it is no
    longer found.
    """

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="recurrences")
    earlier = models.ForeignKey(LedgerRow, models.CASCADE, related_name="recurred")
    words = models.JSONField(default=list)
    share = models.FloatField(default=0)
    likeness = models.FloatField(default=0)
    verdict = models.CharField(
        max_length=8, choices=RecurrenceVerdict, default=RecurrenceVerdict.OPEN, blank=True
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=NAME_CHARACTERS, blank=True)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-likeness", "earlier")
        constraints = (models.UniqueConstraint("row", "earlier", name="recurrence_once"),)


class RecurrenceSearch(models.Model):
    """The state of its own and earlier ledgers for which the rows of a ledger were compared with earlier ones."""

    batch = models.OneToOneField(
        Batch, models.CASCADE, primary_key=True, related_name="recurrence_search"
    )
    stamp = models.CharField(max_length=STAMP_CHARACTERS)
    searched_at = models.DateTimeField(auto_now=True)
