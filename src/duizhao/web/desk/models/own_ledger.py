"""Ledgers that offices keep themselves: what their heads mean, and what was last taken from them."""

from __future__ import annotations

from django.db import models

from duizhao.web.accounts.models import Unit
from duizhao.web.desk.models.ledger_row import LedgerChange
from duizhao.web.random_key import KEY_CHARACTERS, random_key

DIGEST_CHARACTERS = 64


class LedgerHeads(models.Model):
    """How a unit has mapped the heads with a digest: the key of each column in order, its words of states."""

    key = models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="ledger_heads")
    digest = models.CharField(max_length=DIGEST_CHARACTERS)
    keys = models.JSONField()
    states = models.JSONField(default=dict)
    is_joined = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint("unit", "digest", name="heads_once"),)


class LedgerIntake(models.Model):
    """What an own ledger held when it was taken in, by the id of the row: what the next file is compared with."""

    change = models.OneToOneField(LedgerChange, models.CASCADE, related_name="intake")
    digest = models.CharField(max_length=DIGEST_CHARACTERS)
    lines = models.JSONField()
