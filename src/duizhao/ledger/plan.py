"""The values of an update: a ledger as people gave it back, and what is to be done to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Cells = Mapping[str, str]
"""The text of each cell of a row, by the column's key."""


class UpdateMark(Enum):
    """The marks that an update writes into the column 变动 of rows and of causes. EDITED and CLASH name columns."""

    ADDED = "新增"
    EDITED = "原文已改："
    CLASH = "与填写冲突："
    GONE = "原文已无"
    ANSWERS_NOW = "措施已对应到问题"
    SETTLED = "原文已无，或已对应到问题"
    NO_FILE = "材料未找到"


class ConflictChoice(Enum):
    """What a person chooses for a conflict. The values are the words of the drop-down."""

    KEEP = "保留台账"
    TAKE = "采用材料"


@dataclass(frozen=True, slots=True)
class FilledLedger:
    """A ledger as people gave it back.

    `lines` are the rows of its table in the order of the sheet, each with the columns that are still there; `columns`
    are the keys of these, and of those that the update adds. `written` are the rows as they were last written, with
    `claim` among their cells. `choices` holds what people chose for a conflict, by the row's id and the column's head.
    """

    lines: tuple[Cells, ...]
    columns: frozenset[str]
    written: tuple[Cells, ...] = ()
    choices: Mapping[tuple[str, str], ConflictChoice] | None = None


@dataclass(frozen=True, slots=True)
class UpdateConflict:
    """A cell that both people and the statement have changed since it was last written. It keeps people's text."""

    id: str
    head: str
    before: str
    filled: str
    now: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """A new text for the column `key` of the line `at` (from 0)."""

    at: int
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What an update does: cells to change, rows to add below, and what to remember for the next update.

    `edited` are the ids of rows that the statement changed; `gone` those of rows that no statement has any more;
    `deleted` those of rows that people removed, which are not put back. `absent` are files that were not given.
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
    """The workbook after an update. `is_changed` is False if its bytes are the same as before."""

    data: bytes
    is_changed: bool
    plan: UpdatePlan
