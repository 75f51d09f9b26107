"""A ledger that comes back as a workbook: what it would change here, and the change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from duizhao.ledger.hand_in import (
    FILLED_KEYS,
    CellEdit,
    EditConflict,
    ReturnedLedger,
    ReturnPlan,
    plan_return,
)
from duizhao.ledger.identity import new_id
from duizhao.ledger.plan import Cells
from duizhao.ledger.typed_state import HeldBack, held_back
from duizhao.process import RowState
from duizhao.web.desk.actions.ledger import NewRow, RowEdit, change_rows
from duizhao.web.desk.actions.own_ledgers import keep_intake
from duizhao.web.desk.models import EarlierRow, LedgerChange, LedgerCopy, LedgerReturn, LedgerRow
from duizhao.web.desk.own_ledgers import OwnLedger, own_ledger
from duizhao.web.desk.return_pages import ADDED, CLASH, EDIT, GONE, ReturnedChange
from duizhao.web.stored_files import load

AnyEdit = TypeVar("AnyEdit", CellEdit, EditConflict)


@dataclass(frozen=True, slots=True)
class ReturnChoices:
    """What somebody has chosen of a workbook: all that it changes, except what is named here.

    Cells are named by id and key, added rows by their place. Of conflicts only those in `taken` are taken in, of rows
    that an own ledger lacks only those in `dropped` are removed.
    """

    taken: frozenset[tuple[str, str]] = frozenset()
    left: frozenset[tuple[str, str]] = frozenset()
    not_added: frozenset[int] = frozenset()
    kept: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()

    @classmethod
    def from_post(cls, plan: ReturnPlan, post: Mapping[str, str]) -> ReturnChoices:
        """As the form of the preview gives them."""
        return cls(
            frozenset(
                (each.id, each.key)
                for each in plan.conflicts
                if "all-returned" in post or post.get(f"{each.id}-{each.key}") == "returned"
            ),
            frozenset(
                (each.id, each.key) for each in plan.edits if f"not-{each.id}-{each.key}" in post
            ),
            frozenset(at for at in range(len(plan.added)) if f"not-added-{at}" in post),
            frozenset(id for id in plan.deleted if f"keep-{id}" in post),
            frozenset(id for id in (*plan.deleted, *plan.kept) if f"drop-{id}" in post),
        )


NOTHING_CHOSEN = ReturnChoices()


@dataclass(frozen=True, slots=True)
class SeenReturn:
    """What a workbook that came back would change, with the rows that it is about.

    `own` is the ledger of an office's own, if it is one.
    """

    plan: ReturnPlan
    rows: Mapping[str, LedgerRow]
    is_known: bool
    held: Mapping[str, HeldBack]
    own: OwnLedger | None = None
    ids_ever: frozenset[str] = frozenset()

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

    @property
    def changes(self) -> Iterator[ReturnedChange]:
        """All that the workbook would change, in the order of the preview."""
        for row, conflicts in self.clashes:
            for conflict in conflicts:
                yield ReturnedChange(CLASH, f"{conflict.id}-{conflict.key}", row, conflict)
        for row, edits in self.edited:
            for edit in edits:
                yield ReturnedChange(EDIT, f"not-{edit.id}-{edit.key}", row, edit)
        for at, cells, said in self.added:
            yield ReturnedChange(ADDED, f"not-added-{at}", cells=cells, said=said)
        other = "drop" if self.own else "keep"
        for row in self.deleted:
            yield ReturnedChange(GONE, f"{other}-{row.id_in_ledger}", row)

    def _by_row(self, found: Iterable[AnyEdit]) -> list[tuple[LedgerRow, list[AnyEdit]]]:
        grouped: dict[str, list[AnyEdit]] = {}
        for each in found:
            grouped.setdefault(each.id, []).append(each)
        return [(self.rows[id], edits) for id, edits in grouped.items()]

    @property
    def added(self) -> list[tuple[int, dict[str, str], str]]:
        """The rows to be added, with their places, as they would be, and the state that they may not have."""
        found = []
        for at, cells in enumerate(self.plan.added):
            made, said = begun(cells, date.today()), cells.get("status", "").strip()
            shown = {**dict.fromkeys(FILLED_KEYS, ""), **made}
            found.append((at, shown, said if said and said != made["status"] else ""))
        return found

    @property
    def deleted(self) -> list[LedgerRow]:
        """Rows that people deleted in the workbook; of an own ledger also those that were changed here."""
        gone = self.plan.deleted + (self.plan.kept if self.own else ())
        return [self.rows[id] for id in gone]

    @property
    def kept(self) -> list[LedgerRow]:
        """Rows that people deleted in the workbook while they were changed here, which stay."""
        return [] if self.own else [self.rows[id] for id in self.plan.kept]

    @property
    def refusals(self) -> list[tuple[LedgerRow, str]]:
        """Rows of which some cells stay as they are, and why."""
        return [(self.rows[id], "；".join(held.reasons)) for id, held in self.held.items()]

    @classmethod
    def from_return(cls, returned: LedgerReturn, today: date) -> SeenReturn:
        """Raises UnreadableDocument for a file that is no ledger."""
        batch = returned.batch
        rows = {row.id_in_ledger: row for row in batch.ledger_rows.filter(is_removed=False)}
        here = {id: row.cells for id, row in rows.items()}
        own = own_ledger(returned, here) if returned.mapping else None
        if own:
            plan, copy = plan_return(own.found, own.given_out, here), None
        else:
            found = ReturnedLedger.from_bytes(load(returned.content), returned.name)
            copy = LedgerCopy.objects.filter(pk=found.copy, batch=batch).first()
            plan = plan_return(found, _given_out(copy) if copy else {}, here)
        held = {
            id: kept
            for id, cells in _changed_cells(plan, here).items()
            if (kept := held_back(here[id], cells, today)).reasons
        }
        ids = frozenset(batch.ledger_rows.values_list("id_in_ledger", flat=True))
        return cls(plan, rows, copy is not None, held, own, ids)


@transaction.atomic
def apply_return(
    *, returned: LedgerReturn, seen: SeenReturn, by: Any, choices: ReturnChoices
) -> LedgerChange:
    """Take in what a workbook changes, as somebody has chosen."""
    plan, batch = seen.plan, returned.batch
    here = {id: row.cells for id, row in seen.rows.items()}
    held = {
        id: held_back(here[id], made, date.today())
        for id, made in _changed_cells(plan, here, choices).items()
    }
    changed = {id: found.cells for id, found in held.items()}
    stayed = sum(1 for found in held.values() if found.reasons)
    edits = [
        RowEdit(seen.rows[id], seen.rows[id].version, cells=made)
        for id, made in changed.items()
        if made != here[id]
    ]
    gone = choices.dropped if seen.own else frozenset(plan.deleted) - choices.kept
    edits += [RowEdit(seen.rows[id], seen.rows[id].version, is_removed=True) for id in sorted(gone)]
    added = _new_rows(seen, choices)
    done = f"已收回“{returned.name}”：改 {len(edits) - len(gone)} 行"
    done += f"，加 {len(added)} 行" if added else ""
    done += f"，删 {len(gone)} 行" if gone else ""
    done += f"，{stayed} 行的状态或延期没有收" if stayed else ""
    change = change_rows(batch=batch, by=by, done=done, edits=edits, added=list(added.values()))
    if seen.own:
        lines = seen.own.lines.rows
        new = {row.cells["id"]: lines[seen.own.added_places[at]] for at, row in added.items()}
        keep_intake(change=change, digest=seen.own.table.digest, lines={**seen.own.said, **new})
    return change


def _new_rows(seen: SeenReturn, choices: ReturnChoices) -> dict[int, NewRow]:
    """The rows that a workbook adds, by their place in the plan."""
    ids = set(seen.ids_ever)
    found = {}
    for at, cells in enumerate(seen.plan.added):
        if at not in choices.not_added:
            id = new_id(ids)
            ids.add(id)
            found[at] = NewRow({**begun(cells, date.today()), "id": id})
    return found


def begun(cells: Cells, today: date) -> dict[str, str]:
    """A row that is added, in a state in which it may be: what it was called stays among its remarks."""
    said = cells.get("status", "").strip()
    made = {**cells, "status": said or RowState.NOT_STARTED.value}
    if not held_back({"status": RowState.NOT_STARTED.value}, made, today).reasons:
        return made
    remark = "\n".join(filter(None, (cells.get("remark", "").strip(), f"收进来时写的状态：{said}")))
    state = RowState.WAITING if said == RowState.CLOSED.value else RowState.RUNNING
    return {**made, "status": state.value, "remark": remark}


def _changed_cells(
    plan: ReturnPlan, here: Mapping[str, Cells], choices: ReturnChoices = NOTHING_CHOSEN
) -> dict[str, dict[str, str]]:
    """The cells of each row that a workbook changes, as they would be."""
    changed: dict[str, dict[str, str]] = {}
    for edit in plan.edits:
        if (edit.id, edit.key) not in choices.left:
            changed.setdefault(edit.id, dict(here[edit.id]))[edit.key] = edit.after
    for conflict in plan.conflicts:
        if (conflict.id, conflict.key) in choices.taken:
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
