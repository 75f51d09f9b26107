"""The rows of ledgers with all that was done about them, for the person who asks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.models import (
    AskedPostponement,
    ProgressEntry,
    RowFile,
    RowSource,
)

ROW = ("row__batch__owner", "row__batch__dossier", "row__file")


def rows(person: Any, act: str) -> QuerySet[LedgerRow]:
    """The rows on which `person` has an act."""
    known = LedgerRow.objects.filter(is_removed=False)
    return TABLE.limit(
        act,
        person,
        known.select_related("batch__owner", "batch__dossier__unit", "file", "rectification"),
    )


def entries(person: Any, act: str) -> QuerySet[ProgressEntry]:
    """The entries on which `person` has an act."""
    return TABLE.limit(act, person, ProgressEntry.objects.select_related(*ROW))


def files(person: Any, act: str) -> QuerySet[RowFile]:
    """The files of rows on which `person` has an act."""
    return TABLE.limit(act, person, RowFile.objects.select_related(*ROW))


def asked(person: Any, act: str) -> QuerySet[AskedPostponement]:
    """The postponements that were asked for, on which `person` has an act."""
    return TABLE.limit(act, person, AskedPostponement.objects.select_related(*ROW))


def sources(person: Any, act: str) -> QuerySet[RowSource]:
    """The sources of rows on which `person` has an act."""
    return TABLE.limit(act, person, RowSource.objects.select_related(*ROW))


def dossiers(person: Any, act: str) -> QuerySet[Dossier]:
    """The meetings on which `person` has an act."""
    return TABLE.limit(act, person, Dossier.objects.select_related("unit", "batch", "previous"))


def acts_on(person: Any, row: LedgerRow, *acts: str) -> frozenset[str]:
    """Those of these acts that `person` has on a row."""
    here = LedgerRow.objects.filter(pk=row.pk)
    return frozenset(act for act in acts if TABLE.limit(act, person, here).exists())
