"""Compares the rows of a ledger with those of earlier years, and keeps what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Count, Sum

from duizhao import api
from duizhao.process import names_in
from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.rectification.actions import match_people
from duizhao.web.rectification.actions.recurrence import FoundRecurrence, keep_found

MAX_YEARS = 5


def search(batch: Batch) -> None:
    """Compare a ledger with those of earlier years."""
    earlier = earlier_batches(batch)
    stamp, _ = state_of_ledgers([batch.pk, *earlier])
    found = [
        FoundRecurrence(each.row, each.earlier, each.words, each.share, each.likeness)
        for each in api.recurring_rows(list(_rows([batch.pk])), list(_rows(earlier)))
    ]
    keep_found(batch=batch, found=found, stamp=stamp)
    # Whoever owned the earlier row may read it: that is known by the names in it.
    for each in Batch.objects.filter(pk__in=earlier).select_related("dossier", "owner"):
        match_people(batch=each)


def earlier_batches(batch: Batch) -> list[str]:
    """The ledgers of the meetings before that of a ledger, the latest first."""
    found: list[str] = []
    dossier = getattr(batch, "dossier", None)
    while dossier is not None and len(found) < MAX_YEARS:
        dossier = dossier.previous
        if dossier is not None and dossier.batch_id in (batch.pk, *found):
            break
        if dossier is not None and dossier.batch_id:
            found.append(dossier.batch_id)
    return found


def state_of_ledgers(batches: Sequence[str]) -> tuple[str, Mapping[str, int]]:
    """What these ledgers are at, in short, and how many rows each has."""
    rows = LedgerRow.objects.filter(batch__in=batches, is_removed=False).order_by()
    known = rows.values_list("batch").annotate(Count("pk"), Sum("version"))
    state = {batch: (count, versions) for batch, count, versions in known}
    told = "|".join(f"{batch}:{state.get(batch)}" for batch in batches)
    return hashlib.sha256(told.encode()).hexdigest(), {
        batch: count for batch, (count, _) in state.items()
    }


def _rows(batches: Sequence[str]) -> Iterator[Any]:
    rows = LedgerRow.objects.filter(batch__in=batches, is_removed=False)
    for key, cells in rows.values_list("pk", "cells"):
        text = "\n".join(filter(None, (cells.get("problem", ""), cells.get("example", ""))))
        if text.strip():
            aspect = "".join(cells.get("aspect", "").split())
            yield api.RowOfYear(key, text, frozenset(_people(cells)), aspect)


def _people(cells: Mapping[str, str]) -> Iterator[str]:
    # 周明远（党组书记、局长）
    yield from names_in(cells.get("person", ""))[:1]
    yield from names_in(cells.get("owner", ""))
