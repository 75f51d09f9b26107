"""The sources of a row besides the statement that has its sentence."""

from __future__ import annotations

from django.db import models

from duizhao.ledger.row import RowOrigin
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.desk.models import LedgerRow
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.rectification.models.progress_entry import RowFile
from duizhao.web.rectification.models.rectification import key_field

SENTENCE_CHARACTERS, PLACE_CHARACTERS = 4_000, 400


def origins() -> list[tuple[str, str]]:
    """The choices of a column, asked for as a function: a new origin changes no migration."""
    return [(each.name.lower(), each.value) for each in RowOrigin]


class RowSource(models.Model):
    """Something that named the problem of a row: an opinion, a sentence of an inspection, a row of an earlier year.

    `sentence` has its words and `place` where they stand, unless `opinion` has them. They outlive the row of an earlier
    year, which goes with its meeting when that has been kept long enough.
    """

    key = key_field()
    row = models.ForeignKey(LedgerRow, models.CASCADE, related_name="sources")
    origin = models.CharField("来源", max_length=12, choices=origins)
    sentence = models.TextField("原话", max_length=SENTENCE_CHARACTERS, blank=True)
    place = models.CharField("在哪份材料的哪里", max_length=PLACE_CHARACTERS, blank=True)
    opinion = models.ForeignKey(
        ReceivedOpinion, models.CASCADE, null=True, related_name="row_sources"
    )
    earlier = models.ForeignKey(LedgerRow, models.SET_NULL, null=True, related_name="later")
    file = models.ForeignKey(RowFile, models.SET_NULL, null=True, related_name="source_of")
    by_name = models.CharField(max_length=NAME_CHARACTERS)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at",)
