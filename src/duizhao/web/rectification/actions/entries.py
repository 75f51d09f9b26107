"""What was done about a row is reported day by day; a standing measure is reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from duizhao.ledger.moved_cells import mended_cells, reported_cells, reviewed_cells
from duizhao.ledger.standing import state_of
from duizhao.process import ENDED_STATES, RowState, chinese_day
from duizhao.web.audit.actions import record
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.actions.cells import row_of_now, write_cells
from duizhao.web.rectification.actions.files import keep_file
from duizhao.web.rectification.models import EntryKind, ProgressEntry
from duizhao.web.rectification.refusals import ProgressOvertaken, refuse_still
from duizhao.web.refused_act import RefusedAct

WITH_FILES_ALONE = "放入佐证材料"


@transaction.atomic
def report_progress(
    *,
    row: LedgerRow,
    by: Any,
    happened_on: date,
    text: str,
    files: Sequence[tuple[str, bytes]] = (),
    next_review: date | None = None,
    by_name: str = "",
) -> ProgressEntry:
    """Report what was done on a day, with files as evidence; with `next_review` it is a review of a standing measure.

    What others changed in the row meanwhile stays. Raises RefusedAct.
    """
    refuse_still(row)
    now = row_of_now(row)
    state = state_of(now.cells)
    if state in ENDED_STATES:
        raise RefusedAct(f"这一行{_ended(state)}，要报进展先重新打开")
    if next_review is not None and state is not RowState.STANDING:
        raise RefusedAct("只有长期坚持的行才定期检查")
    who = by_name.strip() or by.signed_name
    entry = ProgressEntry.objects.create(
        row=now,
        kind=EntryKind.REVIEW if next_review else EntryKind.PROGRESS,
        happened_on=happened_on,
        text=text.strip() or WITH_FILES_ALONE,
        next_review=next_review,
        by=by,
        by_name=who,
    )
    kept = [
        keep_file(row=now, by_name=who, name=name, data=data, entry=entry) for name, data in files
    ]
    cells = reported_cells(now.cells, _line(entry), [file.name for file in kept])
    if next_review:
        cells = reviewed_cells(cells, next_review)
    write_cells(row=now, by=by, done=f"已报 {now.id_in_ledger} 的进展", cells=cells)
    act = "rectification.review" if next_review else "rectification.report"
    record(actor=by, act=act, kind="ledger-row", key=row.pk)
    return entry


@transaction.atomic
def mend_progress(
    *, entry: ProgressEntry, version: int, by: Any, happened_on: date, text: str
) -> None:
    """Write an entry anew, and its line in the cell. Raises ProgressOvertaken and RefusedAct."""
    refuse_still(entry.row)
    same = ProgressEntry.objects.filter(pk=entry.pk, version=version)
    if not same.update(version=version + 1, happened_on=happened_on, text=text.strip()):
        raise ProgressOvertaken(ProgressEntry.objects.get(pk=entry.pk))
    now = row_of_now(entry.row)
    mended = ProgressEntry.objects.get(pk=entry.pk)
    cells = mended_cells(now.cells, _line(entry), _line(mended))
    write_cells(row=now, by=by, done=f"已改 {now.id_in_ledger} 的一条进展", cells=cells)
    record(actor=by, act="rectification.mend", kind="ledger-row", key=now.pk)


def _line(entry: ProgressEntry) -> str:
    """What the cell of the progress shows of an entry."""
    return f"{chinese_day(entry.happened_on)}：{entry.text}"


def _ended(state: RowState | None) -> str:
    return "已经销号" if state is RowState.CLOSED else "已经移交"
