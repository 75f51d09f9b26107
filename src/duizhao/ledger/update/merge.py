"""Three versions of a ledger made one: as it was written, as people filled it in, as the statements are now.

A cell that only one side changed takes the change; where both did, people's word stands and the conflict is listed.
Nothing is ever taken away: a row whose words are gone is marked, a row that people took out is not put back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from duizhao.ledger.column import BY_KEY, COLUMNS, TRACES, cells_of
from duizhao.ledger.identity import another, plain
from duizhao.ledger.row import Ledger, Row
from duizhao.ledger.update.match import matched
from duizhao.ledger.update.values import (
    KEEP,
    TAKE,
    CellChange,
    Cells,
    FilledLedger,
    UpdateConflict,
    UpdatePlan,
)
from duizhao.office.cell import fit

COMPARED = tuple(c.key for c in COLUMNS if c.is_read and c.key not in {"id", "change"})
ADDED, EDITED, CLASH = "新增", "原文已改：", "与填写冲突："
GONE, JOINED, NO_FILE = "原文已无", "措施已对应到问题", "材料未找到"
LOST = (GONE, JOINED, NO_FILE)


def merged(back: FilledLedger, ledger: Ledger, *, is_whole: bool) -> UpdatePlan:
    """What brings the returned ledger up to date. `is_whole` says that the files given are all there are."""
    return _Merge(back, ledger, is_whole).plan()


@dataclass(frozen=True, slots=True)
class _Merged:
    """One row brought up to date: what to write into the line, what to remember, what clashed, what was edited."""

    changes: Mapping[str, str]
    written: Cells
    conflicts: tuple[UpdateConflict, ...] = ()
    edited: tuple[str, ...] = ()


class _Merge:
    def __init__(self, back: FilledLedger, ledger: Ledger, is_whole: bool) -> None:
        back = back if back.written else replace(back, written=tuple(_assumed(back)))
        self._back = back
        self._ledger = ledger
        self._is_whole = is_whole
        self._lines = _first_lines(back)
        self._match = matched(back.written, ledger.rows)
        self._next = {before: at for at, before in self._match.items()}
        self._measures = {
            file: "".join(
                plain(BY_KEY["measures"].cell(row)) for row in ledger.rows if row.file == file
            )
            for file in ledger.files
        }

    def plan(self) -> UpdatePlan:
        merged = [self._known(at, cells) for at, cells in enumerate(self._back.written)]
        added = list(self._added())
        of_line = [(self._lines.get(each.written["id"]), each) for each in merged]
        return UpdatePlan(
            tuple(self._changes(of_line)),
            tuple(added),
            (*(each.written for each in merged), *added),
            tuple(c for at, each in of_line if at is not None for c in each.conflicts),
            tuple(each.written["id"] for at, each in of_line if at is not None and each.edited),
            tuple(each.written["id"] for each in merged if each.written.get("change") in LOST),
            tuple(each.written["id"] for at, each in of_line if at is None),
            tuple(self._absent()),
        )

    def _changes(self, of_line: Iterable[tuple[int | None, _Merged]]) -> Iterator[CellChange]:
        for at, each in of_line:
            if at is not None:
                if self._back.lines[at].get("id") != each.written["id"]:
                    yield CellChange(at, "id", each.written["id"])
                for key, value in each.changes.items():
                    if key in self._back.columns:
                        yield CellChange(at, key, value)

    def _known(self, at: int, written: Cells) -> _Merged:
        """A row that was written before."""
        line = self._lines.get(written["id"])
        filled = self._back.lines[line] if line is not None else {}
        if at in self._next:
            row = self._ledger.rows[self._next[at]]
            now = {key: _clean(value) for key, value in cells_of(row).items()}
            return _marked(self._compared(written, filled, now, row), written, filled)
        return _lost(written, filled, self._fate(written))

    def _compared(self, written: Cells, filled: Cells, now: Cells, row: Row) -> _Merged:
        changes: dict[str, str] = {}
        remembered = dict(written) | {"claim": _clean(row.claim)}
        conflicts, edited = [], []
        for key in COMPARED:
            before, after = written.get(key, ""), now.get(key, "")
            if key not in written and key not in self._back.columns:
                # The column is newer than the workbook: it has no cell there, and the row did not change.
                remembered[key] = after
                continue
            own = filled.get(key, before)
            if before == after or own == after:
                remembered[key] = after
                continue
            if key not in TRACES:
                edited.append(key)
            choice = (self._back.settled or {}).get((written["id"], BY_KEY[key].head))
            if own != before and choice not in (KEEP, TAKE):
                conflicts.append(
                    UpdateConflict(written["id"], BY_KEY[key].head, before, own, after)
                )
                continue
            remembered[key] = after
            if own == before or choice == TAKE:
                changes[key] = after
        clashing = {conflict.head for conflict in conflicts}
        edited = [key for key in edited if BY_KEY[key].head not in clashing]
        return _Merged(changes, remembered, tuple(conflicts), tuple(edited))

    def _fate(self, written: Cells) -> str:
        """What became of a row that no statement has any more; nothing where its file was simply not given."""
        file = written.get("file", "")
        if file not in self._ledger.files:
            is_missing = self._is_whole and file not in self._ledger.unread
            return NO_FILE if is_missing else ""
        if (
            written["id"].startswith("M")
            and plain(written.get("measures", "")) in self._measures[file]
        ):
            return JOINED
        return GONE

    def _added(self) -> Iterator[Cells]:
        taken = {cells["id"] for cells in self._back.written} | set(self._lines)
        for at, row in enumerate(self._ledger.rows):
            if at not in self._match:
                row = another(row, taken)
                taken.add(row.id)
                cells = {key: _clean(value) for key, value in cells_of(row).items()}
                yield cells | {"claim": _clean(row.claim), "change": ADDED}

    def _absent(self) -> Iterable[str]:
        known = {cells.get("file", ""): None for cells in self._back.written}
        used = {self._back.written[at].get("file", "") for at in self._next}
        return (file for file in known if file not in self._ledger.files and file not in used)


def _assumed(back: FilledLedger) -> Iterator[Cells]:
    """What is thought written where nobody remembers: what finds the row again, and nothing that people could miss."""
    seen: set[str] = set()
    for line in back.lines:
        if (found := line.get("id", "")).startswith(("P-", "M-")) and found not in seen:
            seen.add(found)
            yield {"id": found, "file": line.get("file", ""), "sentence": line.get("sentence", "")}


def _first_lines(back: FilledLedger) -> dict[str, int]:
    """The line of each row that we know: of one that was copied the first; one without its id by its sentence."""
    known = {cells["id"] for cells in back.written}
    lines: dict[str, int] = {}
    nameless: dict[tuple[str, str], int] = {}
    for at, line in enumerate(back.lines):
        if line.get("id", "") in known:
            lines.setdefault(line["id"], at)
        elif line.get("sentence"):
            nameless.setdefault((line.get("file", ""), line["sentence"]), at)
    for cells in back.written:
        at = nameless.get((cells.get("file", ""), cells.get("sentence", "")), -1)
        if cells["id"] not in lines and at >= 0:
            lines[cells["id"]] = at
            nameless.pop((cells.get("file", ""), cells.get("sentence", "")))
    return lines


def _marked(merged: _Merged, written: Cells, filled: Cells) -> _Merged:
    """The row with its mark: which columns the statement changed, and which of them people had changed too."""
    heads = [BY_KEY[key].head for key in merged.edited]
    clashes = [conflict.head for conflict in merged.conflicts]
    parts = [EDITED + "、".join(heads)] if heads else []
    parts += [CLASH + "、".join(clashes)] if clashes else []
    before = written.get("change", "")
    if not heads and clashes and before.endswith(parts[-1]):
        return merged
    if parts or before in LOST or CLASH in before:
        return _with_mark(merged, "；".join(parts), before, filled)
    return merged


def _lost(written: Cells, filled: Cells, fate: str) -> _Merged:
    before = written.get("change", "")
    kept = _Merged({}, written)
    if not fate or fate == before:
        return kept
    return _with_mark(kept, fate, before, filled)


def _with_mark(merged: _Merged, mark: str, before: str, filled: Cells) -> _Merged:
    """A new mark stands in place of our last one; what people wrote there stays behind it."""
    own = filled.get("change", before)
    notes = [own] if own and own != before else []
    value = "；".join([mark, *notes] if mark else notes)
    changes = dict(merged.changes)
    if value != own:
        changes["change"] = value
    return replace(merged, changes=changes, written=dict(merged.written) | {"change": mark})


def _clean(value: str) -> str:
    """A value as it comes back from a cell."""
    return fit(value).strip()
