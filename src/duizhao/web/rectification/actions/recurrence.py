"""Rows that may describe the same problem as earlier ones: kept when found, judged by people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from duizhao.web.audit.actions import record
from duizhao.web.desk.models import Batch
from duizhao.web.rectification.actions.cells import row_of_now, write_cells
from duizhao.web.rectification.models import KeptRecurrence, RecurrenceSearch, RecurrenceVerdict
from duizhao.web.rectification.refusals import refuse_still

CELL = "recurrence"


@dataclass(frozen=True, slots=True)
class FoundRecurrence:
    """Two rows by their keys, and what both have in common."""

    row: str
    earlier: str
    words: Sequence[str]
    share: float
    likeness: float


@transaction.atomic
def keep_found(*, batch: Batch, found: Sequence[FoundRecurrence], stamp: str) -> None:
    """Keep what was found for a ledger in the state `stamp`. What people have judged stays, found or not."""
    known = {
        (each.row_id, each.earlier_id): each
        for each in KeptRecurrence.objects.filter(row__batch=batch)
    }
    wanted = {(each.row, each.earlier): each for each in found}
    gone = [
        kept.pk
        for pair, kept in known.items()
        if pair not in wanted and kept.verdict == RecurrenceVerdict.OPEN
    ]
    KeptRecurrence.objects.filter(pk__in=gone).delete()
    new: list[KeptRecurrence] = []
    changed: list[KeptRecurrence] = []
    for pair, each in wanted.items():
        kept = known.get(pair) or KeptRecurrence(row_id=each.row, earlier_id=each.earlier)
        kept.words, kept.share, kept.likeness = list(each.words), each.share, each.likeness
        (changed if pair in known else new).append(kept)
    KeptRecurrence.objects.bulk_create(new, ignore_conflicts=True)
    KeptRecurrence.objects.bulk_update(changed, ("words", "share", "likeness"), batch_size=200)
    RecurrenceSearch.objects.update_or_create(batch=batch, defaults={"stamp": stamp})


@transaction.atomic
def judge_recurrence(*, kept: KeptRecurrence, by: Any, verdict: str) -> None:
    """Record whether two rows describe the same problem; the row names the earlier one then. Raises RefusedAct."""
    row = row_of_now(kept.row)
    refuse_still(row)
    KeptRecurrence.objects.filter(pk=kept.pk).update(
        verdict=verdict, by=by, by_name=by.name, judged_at=timezone.now()
    )
    id = kept.earlier.id_in_ledger
    lines = [line for line in row.cells.get(CELL, "").split("\n") if line.strip() not in ("", id)]
    if verdict == str(RecurrenceVerdict.SAME):
        lines.append(id)
    done = f"已认定 {row.id_in_ledger} 是不是往年的同一问题"
    write_cells(row=row, by=by, done=done, cells={**row.cells, CELL: "\n".join(lines)})
    record(actor=by, act="rectification.judge_recurrence", kind="ledger-row", key=row.pk)
