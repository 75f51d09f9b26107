"""A workbook that was given out and comes back: what people changed in it, against what has changed here since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duizhao.ledger.column import COLUMN_BY_KEY, COLUMNS, TRACE_COLUMNS, CellForm
from duizhao.ledger.deadline import as_day, last_day
from duizhao.ledger.locate import LocatedSheets
from duizhao.ledger.memory import copy_of
from duizhao.ledger.plan import Cells
from duizhao.ledger.xlsx.saved_workbook import SavedWorkbook
from duizhao.office.cell import fit

FILLED_KEYS = tuple(
    column.key for column in COLUMNS if column.key not in {"number", "id", *TRACE_COLUMNS}
)
"""The columns that people change, in their order."""
CONTENT_COLUMNS = ("problem", "example", "causes", "measures")
"""A line without an id is a row if it has one of these: else it is a note of people's."""


@dataclass(frozen=True, slots=True)
class ReturnedLedger:
    """A workbook that came back: its lines, the columns that are still there, and which copy it is."""

    lines: tuple[Cells, ...]
    columns: frozenset[str]
    copy: str = ""

    @classmethod
    def from_bytes(cls, data: bytes, name: str) -> ReturnedLedger:
        """Raises UnreadableDocument for a file that is no ledger."""
        sheets = LocatedSheets.from_workbook(SavedWorkbook.from_bytes(data, name))
        book = sheets.table.workbook
        return cls(
            lines=tuple(sheets.table.lines()),
            columns=frozenset(sheets.table.places),
            copy=copy_of(book.grid(sheets.memory)) if sheets.memory else "",
        )


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell that people changed in the workbook. `head` names its column."""

    id: str
    key: str
    before: str
    after: str

    @property
    def head(self) -> str:
        return COLUMN_BY_KEY[self.key].head


@dataclass(frozen=True, slots=True)
class EditConflict:
    """A cell that was changed in the workbook and here: as it was given out, as it is here, as it came back."""

    id: str
    key: str
    given_out: str
    here: str
    returned: str

    @property
    def head(self) -> str:
        return COLUMN_BY_KEY[self.key].head


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """What a workbook changes: cells, rows that people added, ids of rows that they deleted.

    `kept` are the ids of rows that they deleted while somebody changed them here; `missing` those of rows that they
    changed while they were removed here.
    """

    edits: tuple[CellEdit, ...] = ()
    conflicts: tuple[EditConflict, ...] = ()
    added: tuple[Cells, ...] = ()
    deleted: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.edits or self.conflicts or self.added or self.deleted)


def plan_return(
    returned: ReturnedLedger, given_out: Mapping[str, Cells], here: Mapping[str, Cells]
) -> ReturnPlan:
    """What the workbook changes in the rows that are here, by id; `given_out` are those of its copy.

    Without `given_out` every difference is a change, and no row counts as deleted.
    """
    edits: list[CellEdit] = []
    conflicts: list[EditConflict] = []
    added, missing = [], []
    seen: set[str] = set()
    keys = [key for key in FILLED_KEYS if key in returned.columns]
    for line in returned.lines:
        id = line.get("id", "").strip()
        if id in here and id not in seen:
            for found in _changed(id, keys, given_out.get(id, here[id]), here[id], line):
                if isinstance(found, CellEdit):
                    edits.append(found)
                else:
                    conflicts.append(found)
        elif id in given_out and id not in seen:
            if any(_plain(line.get(key, "")) != _plain(given_out[id].get(key, "")) for key in keys):
                missing.append(id)
        elif any(line.get(key, "").strip() for key in CONTENT_COLUMNS):
            added.append({key: _typed(key, line.get(key, "")) for key in keys})
        seen.add(id)
    gone = [id for id in given_out if id in here and id not in seen]
    touched = {id for id in gone if _is_other(given_out[id], here[id])}
    return ReturnPlan(
        tuple(edits),
        tuple(conflicts),
        tuple(added),
        tuple(id for id in gone if id not in touched),
        tuple(id for id in gone if id in touched),
        tuple(missing),
    )


def _changed(
    id: str, keys: list[str], before: Cells, here: Cells, line: Cells
) -> Iterator[CellEdit | EditConflict]:
    for key in keys:
        old, now = _plain(before.get(key, "")), _plain(here.get(key, ""))
        new = _typed(key, line.get(key, ""))
        if new in (old, now):
            continue
        if now == old:
            yield CellEdit(id, key, here.get(key, ""), new)
        else:
            yield EditConflict(id, key, before.get(key, ""), here.get(key, ""), new)


def _is_other(one: Cells, other: Cells) -> bool:
    return any(_plain(one.get(key, "")) != _plain(other.get(key, "")) for key in FILLED_KEYS)


def _plain(text: str) -> str:
    """A text as it comes back from a cell."""
    return fit(text).strip()


def _typed(key: str, text: str) -> str:
    """A text from a workbook; a day is kept as the program writes it, whatever people typed: 2026年3月1日, 2026/3/1."""
    plain = _plain(text)
    if COLUMN_BY_KEY[key].form is not CellForm.DATE or as_day(plain):
        return plain
    day = last_day(plain.replace("/", "-").replace(".", "-"))
    return (
        day.isoformat()
        if day and plain[:4].isdecimal() and any(c in plain for c in "日号/-.")
        else plain
    )
