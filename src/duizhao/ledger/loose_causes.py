"""The sheet 未对应的原因: causes that answer no problem, written anew, and brought up to date in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from duizhao.ledger.plan import Cells, UpdateMark
from duizhao.ledger.row import Ledger
from duizhao.ledger.xlsx.grid import CellGrid
from duizhao.ledger.xlsx.workbook_edit import WorkbookEdit
from duizhao.office.cell import fit, lines_in, row_height
from duizhao.office.workbook import CellFormats, put_heads, set_pages

LOOSE_SHEET = "未对应的原因"
LOOSE_WIDTHS = {"材料": 24, "位置": 16, "原因": 90, "变动": 20}
LOOSE_HEADS = tuple(LOOSE_WIDTHS)
FILE_AT, PLACE_AT, TEXT_AT, MARK_AT = range(len(LOOSE_HEADS))
ADDED, SETTLED, NO_FILE = (
    mark.value for mark in (UpdateMark.ADDED, UpdateMark.SETTLED, UpdateMark.NO_FILE)
)


@dataclass(frozen=True, slots=True)
class LooseLine:
    """A line of the sheet: the file of the cause, its place and text, and the mark of the last update."""

    file: str
    place: str
    text: str
    mark: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.file, self.text


@dataclass(frozen=True, slots=True)
class LoosePlan:
    """What an update does to the sheet: its lines as they are to be, lines to add below, what to remember."""

    lines: tuple[LooseLine, ...]
    added: tuple[LooseLine, ...]
    written: tuple[Cells, ...]


def write_loose_causes(sheet: Any, ledger: Ledger, formats: CellFormats) -> None:
    """Write a line for each cause; a sheet without a line is hidden."""
    put_heads(sheet, LOOSE_WIDTHS.items(), formats)
    sheet.freeze_panes(1, 0)
    set_pages(sheet)
    for row, (label, cause) in enumerate(ledger.loose, 1):
        sheet.set_row(row, _height(cause.text))
        for at, value in enumerate((label, cause.place.label, cause.text)):
            sheet.write_string(row, at, fit(value), formats.text.quoted)
        sheet.write_blank(row, MARK_AT, None, formats.text.quoted)
    if not ledger.loose:
        sheet.hide()


def is_loose_sheet(grid: CellGrid) -> bool:
    # Workbooks of an earlier version have no column of marks.
    return grid.row_of_texts(1, MARK_AT) == LOOSE_HEADS[:MARK_AT]


def read_loose_lines(grid: CellGrid) -> dict[int, LooseLine]:
    """The lines of the sheet by the number of their row."""
    mark = _mark_column(grid)
    return {
        row: LooseLine(*(grid.text(row, at) for at in (FILE_AT, PLACE_AT, TEXT_AT, mark)))
        for row in grid.rows[1:]
        if grid.text(row, FILE_AT) or grid.text(row, TEXT_AT)
    }


def plan_loose_causes(
    listed: Sequence[LooseLine], remembered: Sequence[Cells], ledger: Ledger, *, is_whole: bool
) -> LoosePlan:
    """Compare the listed causes with those of the ledger. Nothing is removed; removed lines are not put back.

    `remembered` are the causes that were written before; the memory of an earlier version holds none.
    `is_whole` is True if the ledger has all files there are.
    """
    known = dict.fromkeys((cells.get("file", ""), cells.get("claim", "")) for cells in remembered)
    ours = known or dict.fromkeys(line.key for line in listed)
    now = {
        (file, text): LooseLine(file, cause.place.label, text, ADDED)
        for file, cause in ledger.loose
        if (text := fit(cause.text).strip())
    }
    there = {line.key for line in listed}
    return LoosePlan(
        lines=tuple(_marked_line(line, ours, now, ledger, is_whole) for line in listed),
        added=tuple(line for key, line in now.items() if key not in there and key not in known),
        written=tuple({"file": file, "claim": text} for file, text in {**ours, **now}),
    )


def _marked_line(
    line: LooseLine,
    ours: Mapping[tuple[str, str], None],
    now: Mapping[tuple[str, str], LooseLine],
    ledger: Ledger,
    is_whole: bool,
) -> LooseLine:
    if line.key in now:
        is_back = line.mark.startswith((SETTLED, NO_FILE))
        mark = _with_mark("", line.mark) if is_back else line.mark
        return replace(line, place=now[line.key].place, mark=mark)
    if line.key not in ours:
        return line
    if line.file in ledger.files:
        return replace(line, mark=_with_mark(SETTLED, line.mark))
    if is_whole and line.file not in ledger.unread:
        return replace(line, mark=_with_mark(NO_FILE, line.mark))
    return line


def _with_mark(mark: str, before: str) -> str:
    """A new mark in place of our last one, followed by what people wrote."""
    own = before
    for each in (ADDED, SETTLED, NO_FILE):
        own = own.removeprefix(each).removeprefix("；")
    return "；".join(each for each in (mark, own) if each)


def patch_loose_causes(
    edit: WorkbookEdit,
    sheet: str | None,
    plan: LoosePlan,
    before: Mapping[int, LooseLine],
    style: str | None,
) -> None:
    """Carry the plan out. `before` are the lines by their rows; `style` is for a sheet that has no line yet."""
    if tuple(before.values()) == plan.lines and not plan.added:
        return
    name = sheet or _new_sheet(edit, style)
    grid = edit.workbook.grid(name)
    mark = _mark_column(grid)
    if not grid.text(1, mark):
        grid.put(1, mark, LOOSE_HEADS[MARK_AT], grid.style(1, TEXT_AT))
    for (row, old), new in zip(before.items(), plan.lines, strict=True):
        for at, was, value in ((PLACE_AT, old.place, new.place), (mark, old.mark, new.mark)):
            if was != value:
                edit.put(name, row, at, value, grid.style(row, at) or grid.style(row, TEXT_AT))
    model = max(before, default=0)
    for row, line in enumerate(plan.added, max(grid.rows, default=1) + 1):
        cells = {FILE_AT: line.file, PLACE_AT: line.place, TEXT_AT: line.text, mark: line.mark}
        for at, value in cells.items():
            edit.put(name, row, at, value, grid.style(model, min(at, TEXT_AT)) if model else style)
        grid.raise_to(row, _height(line.text))
    if plan.added:
        edit.show_sheet(name)
    edit.keep_sheet(name)


def _new_sheet(edit: WorkbookEdit, style: str | None) -> str:
    name = edit.add_sheet(LOOSE_SHEET)
    for at, head in enumerate(LOOSE_HEADS):
        edit.put(name, 1, at, head, style)
    return name


def _mark_column(grid: CellGrid) -> int:
    """The column of the marks, wherever people moved it; the first free column if it is gone."""
    heads = {grid.text(1, at): at for at in grid.columns(1)}
    if LOOSE_HEADS[MARK_AT] in heads:
        return heads[LOOSE_HEADS[MARK_AT]]
    taken = [at for row in grid.rows for at in grid.columns(row) if grid.text(row, at)]
    return max(taken, default=TEXT_AT) + 1


def _height(text: str) -> float:
    return row_height(lines_in(text, LOOSE_WIDTHS["原因"]))
