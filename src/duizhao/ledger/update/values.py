"""What an update works on: a ledger as it came back, and what is to be done to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KEEP, TAKE = "保留台账", "采用材料"

Cells = Mapping[str, str]
"""The value of each column, by the column's key."""


@dataclass(frozen=True, slots=True)
class FilledLedger:
    """A ledger as people gave it back.

    `lines` are the rows of its table in the order of the sheet, each by the columns that are still there; `columns`
    are the keys of these. `written` is what stood there when it was last written, a row each, `claim` among its cells;
    `settled` says, for a row's id and a column's head, what a person chose for a conflict.
    """

    lines: tuple[Cells, ...]
    columns: frozenset[str]
    written: tuple[Cells, ...] = ()
    settled: Mapping[tuple[str, str], str] | None = None


@dataclass(frozen=True, slots=True)
class UpdateConflict:
    """A cell that both people and the statement have changed since it was last written; people's word stands."""

    id: str
    head: str
    before: str
    filled: str
    now: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """A new value for the column `key` of the line `at` (from 0)."""

    at: int
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What an update does: cells to be changed, rows to be added below, and what to remember for the next one.

    `gone` are the ids of rows whose words the statement no longer has; `deleted` those whose rows people took out, and
    which are not put back; `absent` are the files that were not given this time.
    """

    changes: tuple[CellChange, ...]
    added: tuple[Cells, ...]
    written: tuple[Cells, ...]
    conflicts: tuple[UpdateConflict, ...]
    edited: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdatedLedger:
    """A ledger brought up to date. `data` is the workbook, `is_changed` says whether it is another than before."""

    data: bytes
    is_changed: bool
    plan: UpdatePlan
