"""Records how the heads of an office's own ledger are mapped, and what was taken from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from duizhao.ledger.plan import Cells
from duizhao.web.audit.actions import record
from duizhao.web.desk.models import LedgerChange, LedgerHeads, LedgerIntake, LedgerReturn


@transaction.atomic
def map_heads(
    *,
    returned: LedgerReturn,
    by: Any,
    unit: Any,
    sheet: str,
    digest: str,
    keys: Sequence[str],
    states: Mapping[str, str],
    is_joined: bool,
) -> None:
    """Say what the heads of a file mean, for this file and the next ones of the unit with the same heads."""
    said = {"keys": list(keys), "states": dict(states), "is_joined": is_joined}
    LedgerHeads.objects.update_or_create(unit=unit, digest=digest, defaults=said)
    returned.mapping = {"sheet": sheet, "digest": digest, **said}
    returned.save(update_fields=["mapping"])
    record(actor=by, act="desk.map_heads", kind="ledger", key=returned.batch_id)


def keep_intake(*, change: LedgerChange, digest: str, lines: Mapping[str, Cells]) -> None:
    """Keep what an own ledger held, for the next file with the same heads."""
    LedgerIntake.objects.create(change=change, digest=digest, lines=dict(lines))
