"""What a row of a ledger has beyond its cells, and who of the roster its names are."""

from __future__ import annotations

from django.db import models

from duizhao.web.desk.models import LedgerRow
from duizhao.web.random_key import KEY_CHARACTERS, random_key
from duizhao.web.roster.models import StaffMember


def key_field() -> models.CharField:
    return models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )


class RowPart(models.TextChoices):
    """What somebody has to do with a row."""

    OWNER = "owner", "责任人"
    LEADER = "leader", "责任领导"
    HELPER = "helper", "配合"
    ACCEPTOR = "acceptor", "验收人"


class Rectification(models.Model):
    """A row from its start to its end.

    `matched_version` is the version of the row whose names were last looked up on the roster: where the row has
    another, `RowPerson` may be stale. `unknown` has the names that stand for nobody on the roster, or for several.
    """

    row = models.OneToOneField(
        LedgerRow, models.CASCADE, primary_key=True, related_name="rectification"
    )
    matched_version = models.PositiveIntegerField(default=0)
    unknown = models.JSONField(default=list)


class RowPerson(models.Model):
    """That a name in the cells of a row is somebody of the roster. What people chose themselves `is_chosen`."""

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="people")
    member = models.ForeignKey(StaffMember, models.CASCADE, related_name="ledger_rows")
    part = models.CharField(max_length=8, choices=RowPart)
    is_chosen = models.BooleanField(default=False)

    class Meta:
        ordering = ("part", "member__position", "member__name")
        constraints = (models.UniqueConstraint("row", "member", "part", name="person_of_row_once"),)
