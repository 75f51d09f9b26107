"""Merges three versions of a ledger: as it was last written, as people filled it in, as the statements are now.

A cell that one side changed takes the change. If both sides changed it, people's text stays and the conflict is listed.
No row is removed: a row that no statement has any more is marked, and a row that people removed is not put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from duizhao.document.frame.signatory import SELF_WORDS
from duizhao.ledger.column import COLUMN_BY_KEY, COLUMNS, KIND_SEPARATOR, TRACE_COLUMNS, cells_of
from duizhao.ledger.identity import with_free_id, without_blanks
from duizhao.ledger.plan import (
    CellChange,
    Cells,
    ConflictChoice,
    FilledLedger,
    UpdateConflict,
    UpdateMark,
    UpdatePlan,
)
from duizhao.ledger.row import Ledger, Row
from duizhao.ledger.rows.adopt import adopted_rows
from duizhao.ledger.rows.match import match_rows
from duizhao.office.cell import fit

COMPARED = tuple(c.key for c in COLUMNS if c.is_read and c.key not in {"id", "change"})
PROSE_COLUMNS = ("owner", "leader", "department")
"""Columns that were read after labels alone before they were read in sentences too."""

WORD_ENDS = re.compile(r"；|\n?\d+\. ")
"""What parts the words of a deadline of one measure, and those of several."""
EDITED, CLASH = UpdateMark.EDITED.value, UpdateMark.CLASH.value
LOST_MARKS = tuple(
    mark.value for mark in (UpdateMark.GONE, UpdateMark.ANSWERS_NOW, UpdateMark.NO_FILE)
)
"""The marks of a row that no statement has any more."""


def merge(filled: FilledLedger, ledger: Ledger, *, is_whole: bool) -> UpdatePlan:
    """The plan that brings the filled ledger up to date. `is_whole` is True if the ledger has all files there are."""
    return _RowMerger(filled, ledger, is_whole).plan()


@dataclass(frozen=True, slots=True)
class _MergedRow:
    """One row after the merge: texts to write into its line, what to remember, conflicts, columns that changed."""

    changes: Mapping[str, str]
    written: Cells
    conflicts: tuple[UpdateConflict, ...] = ()
    edited: tuple[str, ...] = ()


class _RowMerger:
    def __init__(self, filled: FilledLedger, ledger: Ledger, is_whole: bool) -> None:
        self._has_memory = bool(filled.written)
        adopted = {} if filled.written else adopted_rows(filled.lines, ledger.rows)
        if not filled.written:
            memory = (*_assumed_memory(filled), *map(_identity, adopted.values()))
            filled = replace(filled, written=memory)
        self._filled = filled
        self._ledger = ledger
        self._is_whole = is_whole
        self._lines = _line_by_id(filled) | {row.id: at for at, row in adopted.items()}
        self._adopted = {row.id for row in adopted.values()}
        self._match = match_rows(filled.written, ledger.rows)
        self._next = {before: at for at, before in self._match.items()}
        self._measures = {
            file: "".join(
                without_blanks(COLUMN_BY_KEY["measures"].cell(row))
                for row in ledger.rows
                if row.file == file
            )
            for file in ledger.files
        }

    def plan(self) -> UpdatePlan:
        rows = [self._merge_row(at, cells) for at, cells in enumerate(self._filled.written)]
        added = tuple(self._added())
        # A row without a line was removed by people.
        lines = [(self._lines.get(row.written["id"]), row) for row in rows]
        there = [(at, row) for at, row in lines if at is not None]
        return UpdatePlan(
            changes=tuple(self._changes(there)),
            added=added,
            written=(*(row.written for row in rows), *added),
            conflicts=tuple(conflict for _, row in there for conflict in row.conflicts),
            edited=tuple(row.written["id"] for _, row in there if row.edited),
            gone=tuple(
                row.written["id"] for row in rows if row.written.get("change") in LOST_MARKS
            ),
            deleted=tuple(row.written["id"] for at, row in lines if at is None),
            absent=tuple(self._absent()),
        )

    def _changes(self, there: Iterable[tuple[int, _MergedRow]]) -> Iterator[CellChange]:
        for at, row in there:
            if self._filled.lines[at].get("id") != row.written["id"]:
                yield CellChange(at, "id", row.written["id"])
            for key, value in row.changes.items():
                if key in self._filled.columns:
                    yield CellChange(at, key, value)

    def _merge_row(self, at: int, written: Cells) -> _MergedRow:
        """Merge a row that was written before."""
        line = self._lines.get(written["id"])
        filled = self._filled.lines[line] if line is not None else {}
        if at in self._next:
            merged = self._compare(written, filled, self._ledger.rows[self._next[at]])
            return _mark_changes(merged, written, filled)
        return _mark_lost(written, filled, self._fate(written))

    def _compare(self, written: Cells, filled: Cells, row: Row) -> _MergedRow:
        """Compare the three versions of each cell of a row."""
        now = cell_texts(row)
        changes: dict[str, str] = {}
        remembered = dict(written) | {"claim": now["claim"]}
        conflicts, edited = [], []
        for key in COMPARED:
            before, after = written.get(key, ""), now[key]
            own = filled.get(key, before)
            # A column that is newer than the workbook has no cell there, and does not change the row.
            is_new = key not in written and key not in self._filled.columns
            if is_new or before == after or own == after:
                remembered[key] = after
                continue
            if key == "deadline" and before and _is_same_deadline(written, now):
                continue
            if self._is_by_program(key, written, now, own):
                remembered[key] = after
                if own == before:
                    changes[key] = after
                continue
            if key not in TRACE_COLUMNS:
                edited.append(key)
            choice = (self._filled.choices or {}).get((written["id"], COLUMN_BY_KEY[key].head))
            if own != before and choice is None:
                conflicts.append(
                    UpdateConflict(written["id"], COLUMN_BY_KEY[key].head, before, own, after)
                )
                continue
            remembered[key] = after
            if own == before or choice is ConflictChoice.TAKE:
                changes[key] = after
        clashing = {conflict.head for conflict in conflicts}
        edited = [key for key in edited if COLUMN_BY_KEY[key].head not in clashing]
        return _MergedRow(changes, remembered, tuple(conflicts), tuple(edited))

    def _is_by_program(self, key: str, written: Cells, now: Cells, own: str) -> bool:
        """Does a cell differ only because this version of the program reads more than the one that wrote the row?"""
        if key not in written:
            # Without a memory, a filled cell counts as people's answer to the statement.
            return self._has_memory or not own or written["id"] in self._adopted
        before, after = written[key], now[key]
        if before == "" and COLUMN_BY_KEY[key].is_later:
            return True
        if key == "owner":
            name = now["person"].partition("（")[0]
            if name and SELF_WORDS.sub(name, before) == after:
                return True
        is_same = _is_same_deadline(written, now)
        if key == "deadline":
            return is_same
        if key in PROSE_COLUMNS:
            return before == own == "" and is_same
        return key == "term" and before == "" and KIND_SEPARATOR in after and is_same

    def _fate(self, written: Cells) -> str:
        """The mark of a row that no statement has any more; empty if its file was not given this time."""
        file = written.get("file", "")
        if file not in self._ledger.files:
            is_missing = self._is_whole and file not in self._ledger.unread
            return UpdateMark.NO_FILE.value if is_missing else ""
        measures = without_blanks(written.get("measures", ""))
        if written["id"].startswith("M") and measures in self._measures[file]:
            return UpdateMark.ANSWERS_NOW.value
        return UpdateMark.GONE.value

    def _added(self) -> Iterator[Cells]:
        """The cells of each row that continues no old one."""
        taken = {cells["id"] for cells in self._filled.written} | set(self._lines)
        for at, row in enumerate(self._ledger.rows):
            if at not in self._match:
                row = with_free_id(row, taken)
                taken.add(row.id)
                yield cell_texts(row) | {"change": UpdateMark.ADDED.value}

    def _absent(self) -> Iterable[str]:
        known = {cells.get("file", ""): None for cells in self._filled.written}
        used = {self._filled.written[at].get("file", "") for at in self._next}
        return (file for file in known if file not in self._ledger.files and file not in used)


def _is_same_deadline(written: Cells, now: Cells) -> bool:
    """Whether measures and deadline are the same; whole clauses were written before, now their words of time are."""
    before, after = written.get("deadline", ""), now["deadline"]
    told = before or now["measures"]
    return written.get("measures") == now["measures"] and (
        before == after or (after != "" and all(word in told for word in WORD_ENDS.split(after)))
    )


def _assumed_memory(filled: FilledLedger) -> Iterator[Cells]:
    """Stand-in for a missing memory sheet: id, file and sentence only, so every other cell counts as people's."""
    seen: set[str] = set()
    for line in filled.lines:
        if (found := line.get("id", "")).startswith(("P-", "M-")) and found not in seen:
            seen.add(found)
            yield {"id": found, "file": line.get("file", ""), "sentence": line.get("sentence", "")}


def _identity(row: Row) -> Cells:
    return {
        "id": row.id,
        "file": row.file,
        "claim": row.claim,
        "sentence": fit(row.sentence).strip(),
    }


def _line_by_id(filled: FilledLedger) -> dict[str, int]:
    """The line of each row that was written before.

    Of several lines with one id, which people copied, the first. A line without an id is found by its sentence.
    """
    known = {cells["id"] for cells in filled.written}
    lines: dict[str, int] = {}
    nameless: dict[tuple[str, str], int] = {}
    for at, line in enumerate(filled.lines):
        if line.get("id", "") in known:
            lines.setdefault(line["id"], at)
        elif line.get("sentence"):
            nameless.setdefault((line.get("file", ""), line["sentence"]), at)
    for cells in filled.written:
        key = (cells.get("file", ""), cells.get("sentence", ""))
        if cells["id"] not in lines and key in nameless:
            lines[cells["id"]] = nameless.pop(key)
    return lines


def _mark_changes(merged: _MergedRow, written: Cells, filled: Cells) -> _MergedRow:
    """Mark the row with the columns that the statement changed, and with those of conflicts."""
    heads = [COLUMN_BY_KEY[key].head for key in merged.edited]
    clashes = [conflict.head for conflict in merged.conflicts]
    parts = [EDITED + "、".join(heads)] if heads else []
    parts += [CLASH + "、".join(clashes)] if clashes else []
    before = written.get("change", "")
    if not heads and clashes and before.endswith(parts[-1]):
        return merged
    if parts or before in LOST_MARKS or CLASH in before:
        return _with_mark(merged, "；".join(parts), before, filled)
    return merged


def _mark_lost(written: Cells, filled: Cells, fate: str) -> _MergedRow:
    before = written.get("change", "")
    kept = _MergedRow({}, written)
    if not fate or fate == before:
        return kept
    return _with_mark(kept, fate, before, filled)


def _with_mark(merged: _MergedRow, mark: str, before: str, filled: Cells) -> _MergedRow:
    """Put a new mark in place of our last one, before the text that people wrote there."""
    own = filled.get("change", before)
    notes = [own] if own and own != before else []
    value = "；".join([mark, *notes] if mark else notes)
    changes = dict(merged.changes)
    if value != own:
        changes["change"] = value
    return replace(merged, changes=changes, written=dict(merged.written) | {"change": mark})


def cell_texts(row: Row) -> dict[str, str]:
    """The cells of a row and its claim, as they would be read back from a workbook."""
    return {
        key: fit(value).strip() for key, value in (cells_of(row) | {"claim": row.claim}).items()
    }
