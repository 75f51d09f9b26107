"""The sheet of causes that answer no problem, as it came back, and as it is to be."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.ledger.saved.applied import Applied
from duizhao.ledger.saved.find import Found
from duizhao.ledger.saved.frame import add_sheet, show
from duizhao.ledger.saved.grid import Grid
from duizhao.ledger.update.loose import LooseLine, LoosePlan
from duizhao.ledger.workbook.address import LOOSE
from duizhao.ledger.workbook.lists import LOOSE_HEADS, LOOSE_WIDTHS
from duizhao.office.cell import lines_in, row_height

FILE, PLACE, TEXT, MARK = range(len(LOOSE_HEADS))


def listed(found: Found) -> tuple[list[int], list[LooseLine]]:
    """The rows of the sheet in which something stands, and what stands there."""
    if not found.loose:
        return [], []
    grid = found.book.grid(found.loose)
    mark = _mark_place(grid)
    rows = [row for row in grid.numbers[1:] if grid.text(row, FILE) or grid.text(row, TEXT)]
    made = [LooseLine(*_texts(grid, row, (FILE, PLACE, TEXT, mark))) for row in rows]
    return rows, made


def _texts(grid: Grid, row: int, places: tuple[int, int, int, int]) -> tuple[str, str, str, str]:
    file, place, text, mark = (grid.text(row, at) for at in places)
    return file, place, text, mark


def list_loose(
    done: Applied,
    plan: LoosePlan,
    rows: Sequence[int],
    before: Sequence[LooseLine],
    style: str | None,
) -> None:
    """Carry the plan out; `rows` and `before` are what `listed` gave, `style` is for a sheet that has no line yet."""
    if tuple(before) == plan.lines and not plan.added:
        return
    name = done.found.loose or _made(done, style)
    grid = done.found.book.grid(name)
    mark = _mark_place(grid)
    if not grid.text(1, mark):
        grid.put(1, mark, LOOSE_HEADS[MARK], grid.style(1, TEXT))
    for row, old, new in zip(rows, before, plan.lines, strict=True):
        for at, was, value in ((PLACE, old.place, new.place), (mark, old.mark, new.mark)):
            if was != value:
                own = grid.style(row, at) or grid.style(row, TEXT)
                done.put(name, row, at, value, own)
    model = rows[-1] if rows else 0
    for row, line in enumerate(plan.added, max(grid.numbers, default=1) + 1):
        for at, value in (
            (FILE, line.file), (PLACE, line.place), (TEXT, line.text), (mark, line.mark),
        ):  # fmt: skip
            done.put(name, row, at, value, grid.style(model, min(at, TEXT)) if model else style)
        grid.raise_to(row, row_height(lines_in(line.text, LOOSE_WIDTHS[TEXT])))
    if plan.added:
        show(done.found.book, name)
    done.keep(name)


def _made(done: Applied, style: str | None) -> str:
    name = add_sheet(done.edit, done.found.book, LOOSE)
    for at, head in enumerate(LOOSE_HEADS):
        done.put(name, 1, at, head, style)
    return name


def _mark_place(grid: Grid) -> int:
    """The column of the marks, wherever it stands; the first free one where there is none yet."""
    heads = {grid.text(1, at): at for at in grid.places(1)}
    if LOOSE_HEADS[MARK] in heads:
        return heads[LOOSE_HEADS[MARK]]
    taken = [at for row in grid.numbers for at in grid.places(row) if grid.text(row, at)]
    return max(taken, default=TEXT) + 1
