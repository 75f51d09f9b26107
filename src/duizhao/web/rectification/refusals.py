"""What the rectification refuses, and the message for the second of two people who change one thing."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.web.desk.actions.archived import refuse_archived
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.models import ProgressEntry
from duizhao.web.refused_act import RefusedAct


class RefusedMove(RefusedAct):
    """A move that its guards refuse: with every reason."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("；".join(reasons))
        self.reasons = tuple(reasons)


class ProgressOvertaken(Exception):
    """Somebody else has changed an entry of progress since its version was read. `entry` is as it is now."""

    def __init__(self, entry: ProgressEntry) -> None:
        super().__init__(entry.key)
        self.entry = entry


def refuse_still(row: LedgerRow) -> None:
    """Raise RefusedAct where a row can no longer change: its dossier is closed, or it was taken out of the ledger."""
    refuse_archived(row.batch)
    if row.is_removed:
        raise RefusedAct(f"{row.id_in_ledger} 已经从台账里删掉")
