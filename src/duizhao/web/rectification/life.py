"""What happened to a row, in its order: moves, progress, postponements that were asked for, cells that were typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from duizhao.ledger.column import COLUMN_BY_KEY
from duizhao.ledger.hand_in import FILLED_KEYS
from duizhao.process import Move, chinese_day
from duizhao.web.desk.models import EarlierRow, LedgerChange, LedgerRow
from duizhao.web.rectification.models import (
    AskedPostponement,
    EntryKind,
    PostponementAnswer,
    ProgressEntry,
    RowFile,
    RowMove,
)

LIFE_KEYS = ("status", "due", "postponed", "owner", "acceptor")
"""Cells whose changes belong to the life of a row, however they were made."""


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A cell before and after a change."""

    key: str
    before: str
    after: str

    @property
    def head(self) -> str:
        return COLUMN_BY_KEY[self.key].head


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happened to a row: on which day, who did it, what it was, and more of it, each with a label."""

    at: datetime
    on: date
    who: str
    what: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    changes: tuple[ChangedCell, ...] = ()
    files: tuple[RowFile, ...] = ()
    entry: ProgressEntry | None = None
    asked: AskedPostponement | None = None


@dataclass(frozen=True, slots=True)
class RowStep:
    """A change of the cells of a row: which one of the ledger it was, and the version that it led to."""

    change: LedgerChange
    version: int
    cells: tuple[ChangedCell, ...]
    is_first: bool

    @property
    def who(self) -> str:
        return self.change.by.name if self.change.by else ""


def life_of(row: LedgerRow, steps: list[RowStep]) -> list[LifeEvent]:
    """All that happened to a row, the first thing first. `steps` are the changes of its cells."""
    moves = list(row.moves.all())
    found = [*map(_of_move, moves), *_of_entries(row), *_of_asked(row)]
    found += _of_steps(steps, {move.version for move in moves})
    return sorted(found, key=lambda event: event.at)


def steps_of(row: LedgerRow) -> list[RowStep]:
    """The changes of the cells of a row, the first one first."""
    known = LedgerChange.objects.filter(batch=row.batch_id).annotate(keys=Cast("rows", TextField()))
    cells: dict[int, Mapping[str, str]] = dict(
        EarlierRow.objects.filter(row=row).values_list("version", "cells")
    )
    cells[row.version] = row.cells
    found = []
    for change in known.filter(keys__contains=row.pk).select_related("by").order_by("made_at"):
        versions = next(((b, a) for key, b, a in change.rows if key == row.pk), None)
        if versions and versions[1] in cells:
            before, after = versions
            changed = differences(cells.get(before, {}), cells[after]) if before else ()
            found.append(RowStep(change, after, changed, not before))
    return found


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[ChangedCell, ...]:
    """The cells that differ, in the order of the columns."""
    pairs = ((key, before.get(key, ""), after.get(key, "")) for key in FILLED_KEYS)
    return tuple(ChangedCell(key, old, new) for key, old, new in pairs if old != new)


def _of_move(move: RowMove) -> LifeEvent:
    facts = [("验收人", move.acceptor), ("谁同意", move.consent), ("移交给", move.receiver)]
    if move.due_after != move.due_before and move.due_after:
        was = f"（原来{chinese_day(move.due_before)}）" if move.due_before else ""
        word = "下次检查" if move.move == Move.KEEP_UP.name.lower() else "新的截止日期"
        facts.append((word, f"{chinese_day(move.due_after)}{was}"))
    return LifeEvent(
        move.made_at,
        move.on,
        move.by_name,
        f"{move.get_move_display()}：{move.state_before or '未启动'} → {move.state_after}",
        move.reason,
        tuple((label, said) for label, said in facts if said),
    )


def _of_entries(row: LedgerRow) -> Iterator[LifeEvent]:
    entries = list(row.entries.prefetch_related("files"))
    for entry in entries:
        facts = (("下次检查", chinese_day(entry.next_review)),) if entry.next_review else ()
        yield LifeEvent(
            entry.made_at,
            entry.happened_on,
            entry.by_name,
            EntryKind(entry.kind).label,
            entry.text,
            facts,
            files=tuple(entry.files.all()),
            entry=entry,
        )


def _of_asked(row: LedgerRow) -> Iterator[LifeEvent]:
    for asked in row.asked_postponements.all():
        on = timezone.localtime(asked.made_at).date()
        until = (("想延到", chinese_day(asked.due)),)
        open_ = asked if asked.answer == PostponementAnswer.OPEN else None
        yield LifeEvent(
            asked.made_at, on, asked.by_name, "申请延期", asked.reason, until, asked=open_
        )
        if asked.answered_at and (asked.words or asked.answer == PostponementAnswer.DECLINED):
            on = timezone.localtime(asked.answered_at).date()
            what = f"答复延期申请：{PostponementAnswer(asked.answer).label}"
            yield LifeEvent(asked.answered_at, on, asked.answered_by, what, asked.words)


def _of_steps(steps: list[RowStep], moved: set[int]) -> Iterator[LifeEvent]:
    """Rows that came into the ledger, and cells that were changed in it otherwise than by a move."""
    for step in steps:
        on = timezone.localtime(step.change.made_at).date()
        if step.is_first:
            yield LifeEvent(step.change.made_at, on, step.who, "列入台账")
            continue
        shown = tuple(cell for cell in step.cells if cell.key in LIFE_KEYS)
        if shown and step.version not in moved:
            yield LifeEvent(step.change.made_at, on, step.who, step.change.done, changes=shown)
