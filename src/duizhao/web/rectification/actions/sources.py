"""From where rows come: an inspection, an opinion, a row of an earlier year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from duizhao.ledger.row import RowOrigin
from duizhao.process import RowState
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.actions import refuse_closed
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.actions import link_to_problem
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.rectification.actions.people import match_row
from duizhao.web.rectification.models import PLACE_CHARACTERS, SENTENCE_CHARACTERS, RowSource
from duizhao.web.rectification.refusals import refuse_still
from duizhao.web.refused_act import RefusedAct

CARRIED_KEYS = (
    "person", "origin", "aspect", "problem", "example", "causes", "goal", "mark", "measures", "leader", "department",
    "partner", "owner", "acceptor", "progress",
)  # fmt: skip
"""What a row of an earlier year brings with it: its deadline is set anew."""


@transaction.atomic
def add_source(
    *, row: LedgerRow, by: Any, origin: str, sentence: str, place: str = ""
) -> RowSource:
    """Note something else that named the problem of a row. Raises RefusedAct."""
    refuse_still(row)
    made = RowSource.objects.create(
        row=row,
        origin=origin,
        sentence=sentence.strip(),
        place=place.strip(),
        by_name=by.signed_name,
    )
    record(actor=by, act="rectification.add_source", kind="ledger-row", key=row.pk)
    return made


@transaction.atomic
def drop_source(*, source: RowSource, by: Any) -> None:
    """Take a source from a row. Raises RefusedAct."""
    refuse_still(source.row)
    source.delete()
    record(actor=by, act="rectification.drop_source", kind="ledger-row", key=source.row_id)


@transaction.atomic
def add_named_row(
    *,
    dossier: Dossier,
    by: Any,
    cells: Mapping[str, str],
    origin: str,
    sentence: str = "",
    opinion: ReceivedOpinion | None = None,
) -> LedgerRow:
    """Put a problem into the ledger that somebody outside named, with the words in which it was named."""
    row = _add(dossier, by, {"status": RowState.NOT_STARTED.value, **cells})
    RowSource.objects.create(
        row=row,
        origin=origin,
        sentence="" if opinion else sentence.strip(),
        place=cells.get("place", ""),
        opinion=opinion,
        by_name=by.signed_name,
    )
    if opinion and not opinion.problem:
        # What is taken up counts as answered, and is replied to as such.
        told = {"file": None, "problem": cells["problem"]}
        link_to_problem(opinion=opinion, version=opinion.version, by=by, **told)
    match_row(row)
    record(actor=by, act="rectification.add", kind="ledger-row", key=row.pk)
    return row


@transaction.atomic
def carry_rows(*, dossier: Dossier, by: Any, rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Take rows of an earlier year that are not done into the ledger of this one, each with the earlier as source."""
    made = []
    for earlier in rows:
        cells = {key: earlier.cells.get(key, "") for key in CARRIED_KEYS}
        cells |= {"status": RowState.RUNNING.value, "recurrence": earlier.id_in_ledger}
        row = _add(dossier, by, cells)
        origin = _origin(cells["origin"])
        RowSource.objects.create(
            row=row,
            origin=origin,
            earlier=earlier,
            sentence=earlier.cells.get("problem", "")[:SENTENCE_CHARACTERS],
            place=f"上年台账 {earlier.id_in_ledger}"[:PLACE_CHARACTERS],
            by_name=by.signed_name,
        )
        match_row(row)
        made.append(row)
    record(actor=by, act="rectification.carry", kind="dossier", key=dossier.pk)
    return made


def _add(dossier: Dossier, by: Any, cells: Mapping[str, str]) -> LedgerRow:
    refuse_closed(dossier)
    if dossier.batch is None:
        raise RefusedAct("这次会议的材料已经删去，没有台账可以列入")
    change = add_by_hand(batch=dossier.batch, by=by, cells=cells)
    return LedgerRow.objects.get(pk=change.rows[0][0])


def _origin(word: str) -> str:
    known = {each.value: each.name.lower() for each in RowOrigin}
    return known.get(word, RowOrigin.FOUND.name.lower())
