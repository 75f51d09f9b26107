"""The ledger of a batch: its rows as people have filled them in, and what they were before."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from duizhao.web.desk.models.batch import Batch
from duizhao.web.desk.models.desk_file import DeskFile
from duizhao.web.random_key import KEY_CHARACTERS, random_key

ID_CHARACTERS, STATE_CHARACTERS, DONE_CHARACTERS = 16, 40, 200


def _key() -> models.CharField:
    return models.CharField(
        primary_key=True, max_length=KEY_CHARACTERS, default=random_key, editable=False
    )


class BatchLedger(models.Model):
    """What belongs to the ledger of a batch and to no row: aspects, files, causes that answer no problem."""

    batch = models.OneToOneField(Batch, models.CASCADE, primary_key=True, related_name="ledger")
    aspects = models.JSONField(default=list)
    files = models.JSONField(default=list)
    loose = models.JSONField(default=list)
    taken_at = models.DateTimeField(auto_now=True)


class RowContent(models.Model):
    """What a row holds at one time, by the keys of the ledger's columns.

    `cells` are the texts as people have them, `written` those that the statement gave last, `conflicts` the cells in
    which both have changed since. A row that people added has nothing `written`.
    """

    cells = models.JSONField()
    written = models.JSONField(default=dict)
    conflicts = models.JSONField(default=list)
    is_removed = models.BooleanField(default=False)

    class Meta:
        abstract = True


class LedgerRow(RowContent):
    """A row of a ledger. Its version grows with each change; `state`, `owners` and `day` repeat cells."""

    key = _key()
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="ledger_rows")
    file = models.ForeignKey(DeskFile, models.SET_NULL, null=True, related_name="ledger_rows")
    position = models.PositiveIntegerField()
    id_in_ledger = models.CharField(max_length=ID_CHARACTERS)
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=STATE_CHARACTERS, blank=True)
    owners = models.TextField(blank=True)
    day = models.DateField(null=True)

    class Meta:
        ordering = ("position", "id_in_ledger")
        constraints = (models.UniqueConstraint("batch", "id_in_ledger", name="row_id_in_batch"),)


class EarlierRow(RowContent):
    """A row as it was before a change."""

    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="earlier")
    version = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint("row", "version", name="earlier_row_once"),)


class LedgerChange(models.Model):
    """A change of some rows, to be undone: `rows` has the key of each, its version before (0: new) and after.

    `undoes` is the change that it takes back.
    """

    key = _key()
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="ledger_changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    done = models.CharField(max_length=DONE_CHARACTERS)
    rows = models.JSONField()
    undoes = models.ForeignKey("self", models.SET_NULL, null=True, related_name="undone_by")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)

    @property
    def is_undone(self) -> bool:
        """Whether it was taken back, and that stands."""
        # From those that are read already, where a page lists many.
        undoing = max(self.undone_by.all(), key=lambda each: each.made_at, default=None)
        return undoing is not None and not undoing.is_undone


class LedgerCopy(models.Model):
    """A workbook that was given out: the version of each row in it, by the id of the row."""

    key = _key()
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="ledger_copies")
    versions = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)


class LedgerReturn(models.Model):
    """A workbook that came back and waits for somebody to say what of it is taken. `content` is the stored file.

    `mapping` says of an office's own ledger which table it is and what its columns are; empty for a workbook of ours.
    """

    key = _key()
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="ledger_returns")
    name = models.CharField(max_length=200)
    content = models.CharField(max_length=32)
    mapping = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)
