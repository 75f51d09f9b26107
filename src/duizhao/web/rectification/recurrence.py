"""The same problem in earlier years: looked for once a ledger or an earlier one has changed, kept until then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.rectification import jobs, queries
from duizhao.web.rectification.models import KeptRecurrence, RecurrenceSearch, RecurrenceVerdict
from duizhao.web.rectification.recurrence_search import earlier_batches, search, state_of_ledgers

MAX_PAIRS_AT_ONCE = 4_000
"""Of rows that are compared while somebody waits for a page; more are left to the worker."""


@dataclass(frozen=True, slots=True)
class ShownRecurrence:
    """An earlier row as the page of a row shows it: what was promised, how it ended, what both have in common."""

    kept: KeptRecurrence
    meeting: str
    year: int

    @property
    def words(self) -> str:
        return "、".join(self.kept.words)

    @property
    def percent(self) -> int:
        return round(self.kept.share * 100)

    @property
    def is_judged(self) -> bool:
        return self.kept.verdict != RecurrenceVerdict.OPEN


def recurrences_of(person: Any, row: LedgerRow) -> list[ShownRecurrence]:
    """What was found for a row, of what `person` may see: what is known to be another problem comes last."""
    seen = queries.rows(person, "row").order_by().values("pk")
    kept = KeptRecurrence.objects.filter(row=row, earlier__in=seen)
    known = kept.select_related("earlier__batch__dossier", "earlier__file")
    found = [_as_shown(each) for each in known if not each.earlier.is_removed]
    order = {RecurrenceVerdict.SAME: 0, RecurrenceVerdict.OPEN: 1, RecurrenceVerdict.OTHER: 2}
    return sorted(found, key=lambda each: order[RecurrenceVerdict(each.kept.verdict)])


def refresh(batch: Batch) -> bool:
    """Compare a ledger with those of earlier years where one has changed. False while the worker still has to."""
    earlier = earlier_batches(batch)
    if not earlier:
        return True
    stamp, counts = state_of_ledgers([batch.pk, *earlier])
    known = RecurrenceSearch.objects.filter(batch=batch).first()
    if known and known.stamp == stamp:
        return True
    pairs = counts.get(batch.pk, 0) * sum(counts.get(each, 0) for each in earlier)
    if pairs > MAX_PAIRS_AT_ONCE:
        jobs.enqueue_search(batch.pk)
        return False
    search(batch)
    return True


def _as_shown(kept: KeptRecurrence) -> ShownRecurrence:
    dossier = getattr(kept.earlier.batch, "dossier", None)
    return ShownRecurrence(kept, dossier.name if dossier else "", dossier.year if dossier else 0)
