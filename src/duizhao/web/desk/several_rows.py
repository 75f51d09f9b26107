"""Several rows of a ledger changed at once: the same texts in the same columns, seen before they are written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from duizhao.ledger.column import COLUMN_BY_KEY
from duizhao.ledger.hand_in import CellEdit
from duizhao.ledger.typed_state import held_back
from duizhao.web.desk.actions.ledger import RowEdit, change_rows
from duizhao.web.desk.models import Batch, LedgerChange, LedgerRow

SEVERAL_KEYS = (
    "owner", "leader", "department", "partner", "acceptor", "deadline", "due", "category", "aspect", "origin", "scope",
)  # fmt: skip
"""The columns that several rows may have alike. A state is not among them: each move has its own reasons."""


@dataclass(frozen=True, slots=True)
class SeveralChange:
    """New texts for some columns, by their keys; an empty text clears them."""

    texts: Mapping[str, str]

    @classmethod
    def from_post(cls, post: Mapping[str, str]) -> SeveralChange:
        """An empty field changes nothing unless “clear” is chosen for it."""
        given = {key: post.get(key, "").strip() for key in SEVERAL_KEYS}
        return cls({key: text for key, text in given.items() if text or f"clear-{key}" in post})

    @property
    def heads(self) -> str:
        return "、".join(COLUMN_BY_KEY[key].head for key in self.texts)


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row with the cells that change in it, and why it cannot."""

    row: LedgerRow
    edits: tuple[CellEdit, ...]
    refused: str = ""


def see(rows: Sequence[LedgerRow], change: SeveralChange, today: date) -> list[SeenRow]:
    """What the change does to each row."""
    found = []
    for row in rows:
        edits = tuple(
            CellEdit(row.id_in_ledger, key, row.cells.get(key, ""), text)
            for key, text in change.texts.items()
            if row.cells.get(key, "") != text
        )
        held = held_back(row.cells, {**row.cells, **change.texts}, today)
        found.append(SeenRow(row, edits, "；".join(held.reasons)))
    return found


def digest(seen: Sequence[SeenRow]) -> str:
    """The same as long as the same would be changed in the same rows."""
    said = [(each.row.pk, each.row.version, each.edits, each.refused) for each in seen]
    return hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()


def apply(*, batch: Batch, seen: Sequence[SeenRow], change: SeveralChange, by: Any) -> LedgerChange:
    """Write what was seen, as one change. Raises RowOvertaken."""
    wanted = [each for each in seen if each.edits and not each.refused]
    edits = [
        RowEdit(each.row, each.row.version, cells={**each.row.cells, **change.texts})
        for each in wanted
    ]
    done = f"已一起改 {len(edits)} 行的{change.heads}"
    return change_rows(batch=batch, by=by, done=done, edits=edits)
