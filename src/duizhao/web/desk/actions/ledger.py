"""The rows of a ledger: made, changed and taken back, some at once in one change that can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction
from django.db.models import Max

from duizhao.ledger.identity import new_id
from duizhao.ledger.plan import Cells
from duizhao.ledger.standing import deadline_of, owners_of
from duizhao.web.audit.actions import record
from duizhao.web.desk.actions.archived import refuse_archived
from duizhao.web.desk.ledger_undo import CONTENT, undo_of
from duizhao.web.desk.models import (
    Batch,
    BatchLedger,
    DeskFile,
    EarlierRow,
    LedgerChange,
    LedgerCopy,
    LedgerReturn,
    LedgerRow,
)
from duizhao.web.desk.models.ledger_row import DONE_CHARACTERS, STATE_CHARACTERS
from duizhao.web.stored_files import remove, store

LAST_POSITION = 1_000_000_000
"""Rows that people add stand after those of all statements."""
KEPT_RETURNS = 5


class RowOvertaken(Exception):
    """Somebody else has changed the row since its version was read. `row` is as it is now."""

    def __init__(self, row: LedgerRow) -> None:
        super().__init__(row.key)
        self.row = row


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What becomes of a row that had this version. None leaves a part of it as it is."""

    row: LedgerRow
    version: int
    cells: Cells | None = None
    written: Cells | None = None
    conflicts: Sequence[Mapping[str, str]] | None = None
    is_removed: bool | None = None
    file: DeskFile | None = None
    position: int | None = None

    @property
    def content(self) -> dict[str, Any]:
        given = {name: getattr(self, name) for name in CONTENT}
        return {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to be added."""

    cells: Cells
    written: Cells = field(default_factory=dict)
    file: DeskFile | None = None
    position: int = LAST_POSITION


@transaction.atomic
def change_rows(
    *,
    batch: Batch,
    by: Any,
    done: str,
    edits: Sequence[RowEdit] = (),
    added: Sequence[NewRow] = (),
) -> LedgerChange:
    """Change some rows of a ledger and add others. Raises RowOvertaken and RefusedAct, and then changes none."""
    refuse_archived(batch)
    BatchLedger.objects.get_or_create(batch=batch)
    touched = [(edit.row.pk, edit.version, _write(edit)) for edit in edits]
    made = [_row_of(batch, each) for each in _placed(batch, added)]
    LedgerRow.objects.bulk_create(made)
    touched += [(row.pk, 0, 1) for row in made]
    change = LedgerChange.objects.create(
        batch=batch, by=by, done=done[:DONE_CHARACTERS], rows=touched
    )
    record(actor=by, act="desk.change_rows", kind="ledger", key=batch.pk)
    return change


@transaction.atomic
def add_by_hand(*, batch: Batch, by: Any, cells: Cells) -> LedgerChange:
    """Add a row that no statement has."""
    taken = frozenset(batch.ledger_rows.values_list("id_in_ledger", flat=True))
    made = {**cells, "id": new_id(taken)}
    return change_rows(batch=batch, by=by, done="已加一行", added=[NewRow(made)])


@transaction.atomic
def undo_change(*, change: LedgerChange, by: Any) -> tuple[LedgerChange | None, int]:
    """Bring rows back as they were before a change. Returns what undoes this, and of how many rows something stays.

    None is returned where all was changed again, and nothing is brought back.

    A cell that was changed again since then stays, and so does a row that was added and filled in since.
    """
    found = undo_of(change)
    edits = [RowEdit(each.row, each.row.version, **each.content) for each in found if each.content]
    kept = sum(not each.is_whole for each in found)
    if not edits:
        return None, kept
    undone = change_rows(batch=change.batch, by=by, done=f"撤销：{change.done}", edits=edits)
    undone.undoes = change
    undone.save(update_fields=["undoes"])
    return undone, kept


def keep_surroundings(
    *, batch: Batch, aspects: Sequence[str], files: Sequence[str], loose: Sequence[Any]
) -> None:
    """Keep what belongs to a ledger and to no row."""
    BatchLedger.objects.update_or_create(
        batch=batch,
        defaults={"aspects": list(aspects), "files": list(files), "loose": list(loose)},
    )


def give_out(*, batch: Batch, rows: Sequence[LedgerRow]) -> LedgerCopy:
    """Note what a workbook holds that is given out."""
    versions = {row.id_in_ledger: row.version for row in rows}
    return LedgerCopy.objects.create(batch=batch, versions=versions)


def take_in(
    *, batch: Batch, name: str, data: bytes, mapping: Mapping[str, Any] | None = None
) -> LedgerReturn:
    """Keep a workbook that came back until somebody has looked at what it changes."""
    made = LedgerReturn.objects.create(
        batch=batch, name=name[-200:], content=store(data), mapping=mapping or {}
    )
    for old in batch.ledger_returns.order_by("-made_at")[KEPT_RETURNS:]:
        drop_return(returned=old)
    return made


def drop_return(*, returned: LedgerReturn) -> None:
    """Remove a workbook that came back."""
    content = returned.content
    returned.delete()
    remove(content)


def _write(edit: RowEdit) -> int:
    """Write one row, and keep what it was. Returns its version."""
    row = LedgerRow.objects.get(pk=edit.row.pk)
    if row.version != edit.version:
        raise RowOvertaken(row)
    before = {name: getattr(row, name) for name in CONTENT}
    for name, value in edit.content.items():
        setattr(row, name, value)
    row.file = edit.file or row.file
    row.position = row.position if edit.position is None else edit.position
    _repeat(row)
    now = {name: getattr(row, name) for name in (*CONTENT, *REPEATED, "file", "position")}
    same = LedgerRow.objects.filter(pk=row.pk, version=edit.version)
    if not same.update(version=edit.version + 1, **now):
        raise RowOvertaken(LedgerRow.objects.get(pk=row.pk))
    EarlierRow.objects.create(row=row, version=edit.version, **before)
    return edit.version + 1


def _placed(batch: Batch, added: Sequence[NewRow]) -> Iterator[NewRow]:
    """The rows that people add, each below the last one."""
    taken = batch.ledger_rows.aggregate(last=Max("position"))["last"] or 0
    last = max(taken, LAST_POSITION)
    for each in added:
        if each.position == LAST_POSITION:
            last += 1
            yield replace(each, position=last)
        else:
            yield each


def _row_of(batch: Batch, new: NewRow) -> LedgerRow:
    row = LedgerRow(
        batch=batch, file=new.file, position=new.position, cells=new.cells, written=new.written
    )
    _repeat(row)
    return row


REPEATED = ("id_in_ledger", "state", "owners", "day")


def _repeat(row: LedgerRow) -> None:
    """Put what rows are looked for by into columns of their own."""
    row.id_in_ledger = row.cells.get("id", "")
    row.state = row.cells.get("status", "").strip()[:STATE_CHARACTERS]
    row.owners = "\n".join(owners_of(row.cells))
    row.day = deadline_of(row.cells)
