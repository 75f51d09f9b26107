"""The rows of ledgers, for the person who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from duizhao import api
from duizhao.ledger.standing import state_of, urgency_of
from duizhao.process import NearDays, Urgency, urgency_at
from duizhao.web.desk import checking
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import Batch, EarlierRow, LedgerChange, LedgerReturn, LedgerRow


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are wanted: of an owner, in a state, whose deadline stands so. Empty words want all."""

    owner: str = ""
    state: str = ""
    due: str = ""

    @classmethod
    def from_fields(cls, given: Mapping[str, str]) -> RowFilter:
        return cls(**{name: given.get(name, "").strip() for name in cls.__slots__})

    @property
    def is_empty(self) -> bool:
        return not (self.owner or self.state or self.due)


def ledger_rows(person: Any, act: str) -> QuerySet[LedgerRow]:
    """The rows on which `person` has an act."""
    return TABLE.limit(act, person, LedgerRow.objects.select_related("batch", "file"))


def changes(person: Any, act: str) -> QuerySet[LedgerChange]:
    """The changes on which `person` has an act."""
    return TABLE.limit(act, person, LedgerChange.objects.select_related("batch"))


def returns(person: Any, act: str) -> QuerySet[LedgerReturn]:
    """The workbooks that came back, on which `person` has an act."""
    return TABLE.limit(act, person, LedgerReturn.objects.select_related("batch"))


def shown_rows(batch: Batch, wanted: RowFilter, today: date, days: NearDays) -> QuerySet[LedgerRow]:
    """The rows of a batch that are wanted."""
    rows = batch.ledger_rows.filter(is_removed=False).select_related("file")
    if wanted.owner:
        rows = rows.filter(owners__contains=wanted.owner)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.due:
        # How a deadline stands is asked of few fields: the cells of thousands of rows take long to read.
        fields = rows.values_list("pk", "state", "day")
        stands = {
            pk: urgency_at(state_of({"status": state}), day, today, days)
            for pk, state, day in fields
        }
        rows = rows.filter(pk__in=[pk for pk, each in stands.items() if each.value == wanted.due])
    return rows


def with_urgency(row: LedgerRow, today: date, days: NearDays) -> Any:
    """The row, with how its deadline stands."""
    row.urgency = urgency_of(row.cells, today, days)
    return row


def near_days() -> NearDays:
    """From how many days on the deadline of a row is near, by the settings of the site."""
    return api.near_days(checking.checker().config.ledger)


def owners(batch: Batch) -> list[str]:
    """The owners that a filter offers."""
    cells = batch.ledger_rows.filter(is_removed=False).values_list("owners", flat=True)
    names = {name.partition(". ")[2] or name for each in cells for name in each.split("\n")}
    return sorted(name for name in names if name)


def last_change(batch: Batch, key: str) -> LedgerChange | None:
    """The change that a page has just made; None for another than the last."""
    last = batch.ledger_changes.first()
    return last if last and last.key == key else None


def last_changes(batch: Batch, count: int) -> list[LedgerChange]:
    """The last changes of a ledger, each with what undoes it."""
    changes = batch.ledger_changes.select_related("by").prefetch_related("undone_by__undone_by")
    return list(changes[:count])


def cells_at(row: LedgerRow, version: int) -> Mapping[str, str]:
    """The cells of a row as they were in a version; as they are now if that version is not known."""
    earlier = EarlierRow.objects.filter(row=row, version=version).first()
    return earlier.cells if earlier else row.cells


DUE_WORDS = tuple(
    each.value
    for each in (Urgency.LATE, Urgency.NEAR, Urgency.APPROACHING, Urgency.ON_TIME, Urgency.UNDATED)
)
