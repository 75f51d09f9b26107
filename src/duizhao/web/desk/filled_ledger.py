"""The ledger of a batch as those see it who write workbooks."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.ledger import Ledger
from duizhao.ledger.column import COLUMNS
from duizhao.ledger.plan import FilledLedger
from duizhao.ledger.row import LooseCause
from duizhao.text.paragraph_place import ParagraphPlace
from duizhao.web.desk.models import Batch, BatchLedger, LedgerRow

EVERY_COLUMN = frozenset(column.key for column in COLUMNS)


def filled_ledger(batch: Batch, rows: Iterable[LedgerRow]) -> tuple[FilledLedger, Ledger]:
    """Rows of a batch as people have filled them in, and what belongs to no row."""
    written = tuple(row.written for row in batch.ledger_rows.all() if row.written)
    around = BatchLedger.objects.filter(batch=batch).first() or BatchLedger(batch=batch)
    surroundings = Ledger(
        rows=(),
        files=tuple(around.files),
        aspects=tuple(around.aspects),
        loose=tuple(
            (label, LooseCause(ParagraphPlace(*place), text)) for label, place, text in around.loose
        ),
    )
    return FilledLedger(tuple(row.cells for row in rows), EVERY_COLUMN, written), surroundings
