"""A ledger that comes back as a workbook: what it would change here, and the change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from duizhao.ledger.hand_in import CellEdit, EditConflict, ReturnedLedger, ReturnPlan, plan_return
from duizhao.ledger.identity import new_id
from duizhao.ledger.plan import Cells
from duizhao.ledger.typed_state import HeldBack, held_back
from duizhao.process import RowState
from duizhao.web.desk.actions.ledger import NewRow, RowEdit, change_rows
from duizhao.web.desk.models import EarlierRow, LedgerChange, LedgerCopy, LedgerReturn, LedgerRow
from duizhao.web.stored_files import load

AnyEdit = TypeVar("AnyEdit", CellEdit, EditConflict)


@dataclass(frozen=True, slots=True)
class SeenReturn:
    """What a workbook that came back would change, with the rows that it is about."""

    plan: ReturnPlan
    rows: Mapping[str, LedgerRow]
    is_known: bool
    held: Mapping[str, HeldBack]

    @property
    def digest(self) -> str:
        """The same as long as the same would be changed."""
        versions = sorted((id, row.version) for id, row in self.rows.items())
        return hashlib.sha256(repr((self.plan, versions)).encode("utf-8", "replace")).hexdigest()

    @property
    def edited(self) -> list[tuple[LedgerRow, list[CellEdit]]]:
        """The cells that change, by row."""
        return self._by_row(
            each
            for each in self.plan.edits
            if each.id not in self.held or self.held[each.id].cells[each.key] == each.after
        )

    @property
    def clashes(self) -> list[tuple[LedgerRow, list[EditConflict]]]:
        """The cells that have changed here as well, by row."""
        return self._by_row(self.plan.conflicts)

    def _by_row(self, found: Iterable[AnyEdit]) -> list[tuple[LedgerRow, list[AnyEdit]]]:
        grouped: dict[str, list[AnyEdit]] = {}
        for each in found:
            grouped.setdefault(each.id, []).append(each)
        return [(self.rows[id], edits) for id, edits in grouped.items()]

    @property
    def deleted(self) -> list[LedgerRow]:
        return [self.rows[id] for id in self.plan.deleted]

    @property
    def kept(self) -> list[LedgerRow]:
        """Rows that people deleted in the workbook while they were changed here."""
        return [self.rows[id] for id in self.plan.kept]

    @property
    def refusals(self) -> list[tuple[LedgerRow, str]]:
        """Rows of which some cells stay as they are, and why."""
        return [(self.rows[id], "；".join(held.reasons)) for id, held in self.held.items()]

    @classmethod
    def from_return(cls, returned: LedgerReturn, today: date) -> SeenReturn:
        """Raises UnreadableDocument for a file that is no ledger."""
        batch = returned.batch
        found = ReturnedLedger.from_bytes(load(returned.content), returned.name)
        copy = LedgerCopy.objects.filter(pk=found.copy, batch=batch).first()
        rows = {row.id_in_ledger: row for row in batch.ledger_rows.filter(is_removed=False)}
        here = {id: row.cells for id, row in rows.items()}
        plan = plan_return(found, _given_out(copy) if copy else {}, here)
        held = {
            id: kept
            for id, cells in _changed_cells(plan, here).items()
            if (kept := held_back(here[id], cells, today)).reasons
        }
        return cls(plan, rows, copy is not None, held)


def apply_return(
    *, returned: LedgerReturn, seen: SeenReturn, by: Any, taken: Iterable[tuple[str, str]]
) -> LedgerChange:
    """Take in what a workbook changes; of conflicts, named by id and key, only those in `taken`."""
    plan, batch = seen.plan, returned.batch
    here = {id: row.cells for id, row in seen.rows.items()}
    held = {
        id: held_back(here[id], made, date.today())
        for id, made in _changed_cells(plan, here, frozenset(taken)).items()
    }
    changed = {id: found.cells for id, found in held.items()}
    stayed = sum(1 for found in held.values() if found.reasons)
    edits = [
        RowEdit(seen.rows[id], seen.rows[id].version, cells=made)
        for id, made in changed.items()
        if made != here[id]
    ]
    edits += [RowEdit(seen.rows[id], seen.rows[id].version, is_removed=True) for id in plan.deleted]
    ids = set(batch.ledger_rows.values_list("id_in_ledger", flat=True))
    added = []
    for cells in plan.added:
        id = new_id(ids)
        ids.add(id)
        added.append(NewRow({"status": RowState.NOT_STARTED.value, **cells, "id": id}))
    done = f"已收回“{returned.name}”：改 {len(edits) - len(plan.deleted)} 行"
    done += f"，加 {len(added)} 行" if added else ""
    done += f"，删 {len(plan.deleted)} 行" if plan.deleted else ""
    done += f"，{stayed} 行的状态或延期没有收" if stayed else ""
    return change_rows(batch=batch, by=by, done=done, edits=edits, added=added)


def _changed_cells(
    plan: ReturnPlan, here: Mapping[str, Cells], taken: frozenset[tuple[str, str]] = frozenset()
) -> dict[str, dict[str, str]]:
    """The cells of each row that a workbook changes, as they would be."""
    changed: dict[str, dict[str, str]] = {}
    for edit in plan.edits:
        changed.setdefault(edit.id, dict(here[edit.id]))[edit.key] = edit.after
    for conflict in plan.conflicts:
        if (conflict.id, conflict.key) in taken:
            changed.setdefault(conflict.id, dict(here[conflict.id]))[conflict.key] = (
                conflict.returned
            )
    return changed


def _given_out(copy: LedgerCopy) -> dict[str, Cells]:
    """The rows of a workbook as they were when it was given out, by id."""
    rows = {row.id_in_ledger: row for row in copy.batch.ledger_rows.all()}
    earlier = {
        (each.row_id, each.version): each.cells
        for each in EarlierRow.objects.filter(row__batch=copy.batch)
    }
    found = {}
    for id, version in copy.versions.items():
        row = rows.get(id)
        if row is not None:
            now: Cells = row.cells
            found[id] = now if row.version == version else earlier.get((row.pk, version), now)
    return found
