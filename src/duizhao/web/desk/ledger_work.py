"""The ledger of a batch: taken from its statements, given out as a workbook, taken in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from duizhao import api
from duizhao.ledger import Ledger
from duizhao.ledger.column import COLUMN_BY_HEAD
from duizhao.ledger.plan import Cells, ConflictChoice, FilledLedger, UpdatePlan
from duizhao.ledger.rows.merge import cell_texts, merge
from duizhao.web.desk import checking, reading
from duizhao.web.desk.actions.ledger import (
    NewRow,
    RowEdit,
    change_rows,
    give_out,
    keep_surroundings,
)
from duizhao.web.desk.filled_ledger import EVERY_COLUMN, filled_ledger
from duizhao.web.desk.models import (
    Batch,
    DeskFile,
    LedgerChange,
    LedgerRow,
    ReadStatus,
)

ROWS_OF_FILE = 100_000
"""More paragraphs than a statement has: rows stand in the order of the files, then of the text."""


def take(*, batch: Batch, by: Any) -> LedgerChange | None:
    """Take the rows from the statements as they are now. What people have filled in stays.

    Returns None where nothing changes. Raises DuizhaoError.
    """
    files = list(batch.files.filter(status=ReadStatus.READ))
    extracts = [_extract(file) for file in files]
    ledger = api.assemble_ledger(extracts)
    pairs = list(zip(files, extracts, strict=True))
    # As its labels are: files that could not be read come last.
    pairs.sort(key=lambda pair: isinstance(pair[1], api.Failure))
    labels = zip((*ledger.files, *ledger.unread), (file for file, _ in pairs), strict=True)
    by_label: dict[str, DeskFile] = {}
    for label, file in labels:
        by_label.setdefault(label, file)
    rows = list(batch.ledger_rows.all())
    if any(row.written for row in rows):
        plan = _plan(rows, ledger)
        done = "已按材料更新台账：" + _plan_in_words(plan)
        edits, cells = list(_edits(rows, plan, by_label)), plan.added
    else:
        cells = tuple(cell_texts(row) for row in ledger.rows)
        done, edits = f"已由材料生成 {len(cells)} 行", []
    # An undone row is taken up again under its id.
    undone = {row.id_in_ledger: row for row in rows if row.is_removed and not row.written}
    made = [_new_row(each, by_label) for each in cells]
    added = [new for new in made if new.cells["id"] not in undone]
    edits += [_again(undone[new.cells["id"]], new) for new in made if new.cells["id"] in undone]
    loose = [
        (label, (cause.place.paragraph, cause.place.character), cause.text)
        for label, cause in ledger.loose
    ]
    keep_surroundings(batch=batch, aspects=ledger.aspects, files=ledger.files, loose=loose)
    if not edits and not added:
        return None
    return change_rows(batch=batch, by=by, done=done, edits=edits, added=added)


def settle(*, row: LedgerRow, version: int, by: Any, choices: Mapping[str, str]) -> LedgerChange:
    """Settle the cells that people and the statement have both changed, by their heads; the mark of the row goes."""
    cells, written = dict(row.cells), dict(row.written)
    open_ = []
    for conflict in row.conflicts:
        choice = choices.get(conflict["head"])
        if choice not in {each.value for each in ConflictChoice}:
            open_.append(conflict)
            continue
        key = COLUMN_BY_HEAD[conflict["head"]].key
        written[key] = conflict["now"]
        if choice == ConflictChoice.TAKE.value:
            cells[key] = conflict["now"]
    cells["change"] = written["change"] = ""
    edit = RowEdit(row, version, cells=cells, written=written, conflicts=open_)
    return change_rows(batch=row.batch, by=by, done="已看过原文的变动", edits=[edit])


def workbook(*, batch: Batch, rows: Iterable[LedgerRow]) -> bytes:
    """These rows as a workbook, which is known when it comes back. Raises MissingTool."""
    shown = [row for row in rows if not row.is_removed]
    copy = give_out(batch=batch, rows=shown)
    filled, around = filled_ledger(batch, shown)
    look = checking.checker().config.ledger
    return api.render_filled_ledger(filled, around, settings=look, copy=copy.key)


def _extract(file: DeskFile) -> api.FileExtract | api.Failure:
    try:
        source = reading.source_of(file, file.versions.last())
        return api.extract_rows(source, checking.checker())
    except api.DuizhaoError as fault:
        return api.Failure(file.name, str(fault))


def _plan(rows: list[LedgerRow], ledger: Ledger) -> UpdatePlan:
    # Rows that people added have ids that no statement gave, and are not looked for in them.
    lines = tuple(
        row.cells if row.written else {**row.cells, "id": ""} for row in rows if not row.is_removed
    )
    written = tuple(row.written for row in rows if row.written)
    return merge(FilledLedger(lines, EVERY_COLUMN, written, {}), ledger, is_whole=True)


def _edits(
    rows: list[LedgerRow], plan: UpdatePlan, by_label: Mapping[str, DeskFile]
) -> Iterable[RowEdit]:
    """What a plan changes in rows that are here."""
    lines = [row for row in rows if not row.is_removed]
    cells: dict[str, dict[str, str]] = {}
    for change in plan.changes:
        row = lines[change.at]
        cells.setdefault(row.pk, dict(row.cells))[change.key] = change.value
    conflicts: dict[str, list[dict[str, str]]] = {}
    for each in plan.conflicts:
        conflicts.setdefault(each.id, []).append(
            {"head": each.head, "before": each.before, "filled": each.filled, "now": each.now}
        )
    remembered = {each["id"]: dict(each) for each in plan.written}
    for row in rows:
        written = remembered.get(row.written.get("id", ""), row.written)
        open_ = conflicts.get(row.id_in_ledger, [])
        if row.pk in cells or written != row.written or open_ != row.conflicts:
            now = cells.get(row.pk, row.cells)
            file = by_label.get(now.get("file", ""))
            yield RowEdit(
                row,
                row.version,
                cells.get(row.pk),
                written,
                open_,
                None,
                file,
                _position(now, file),
            )


def _new_row(cells: Cells, by_label: Mapping[str, DeskFile]) -> NewRow:
    file = by_label.get(cells.get("file", ""))
    shown = {key: value for key, value in cells.items() if key != "claim"}
    position = _position(cells, file)
    return NewRow(shown, dict(cells), file, *(() if position is None else (position,)))


def _again(row: LedgerRow, new: NewRow) -> RowEdit:
    """A row that was taken before, and undone."""
    return RowEdit(
        row,
        row.version,
        cells=new.cells,
        written=new.written,
        is_removed=False,
        file=new.file,
        position=new.position,
    )


def _position(cells: Cells, file: DeskFile | None) -> int | None:
    if file is None or not cells.get("paragraph", "").isdecimal():
        return None
    return file.position * ROWS_OF_FILE + int(cells["paragraph"])


def _plan_in_words(plan: UpdatePlan) -> str:
    """What an update did, in words."""
    counts = {
        "新增": len(plan.added),
        "原文已改": len(plan.edited),
        "原文已无": len(plan.gone),
        "与填写冲突": len({each.id for each in plan.conflicts}),
    }
    said = "，".join(f"{word} {count} 行" for word, count in counts.items() if count)
    return said or "没有变动"
