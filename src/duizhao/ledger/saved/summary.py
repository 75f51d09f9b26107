"""The summary sheet that came back: aspects and files that are new get their lines, and what stood below moves down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duizhao.ledger.saved.applied import Applied
from duizhao.ledger.saved.find import Found
from duizhao.ledger.saved.grid import Grid
from duizhao.ledger.saved.moved import move_down
from duizhao.ledger.saved.references import Shift
from duizhao.ledger.workbook.address import letters
from duizhao.ledger.workbook.counts import GRID_HEADS, NAMED, OTHERS, Counts
from duizhao.office.cell import fit

WIDTH = 1 + len(GRID_HEADS)
MOST_NAMES = 5000
"""Lines of a grid; a longer one is none of ours."""

MOST_BESIDE = 20
"""Columns of notes beside the counts that move along with them."""


@dataclass(frozen=True, slots=True)
class Names:
    """The lines of one grid: which column of the ledger it counts, where its head stands, its names in order.

    `others` is the row of what has no name, 0 where people took it out.
    """

    key: str
    head: int
    at: int
    names: tuple[str, ...]
    others: int

    @property
    def end(self) -> int:
        """The row below the last name."""
        return self.head + len(self.names) + 1


def find_names(found: Found) -> tuple[str, tuple[Names, ...]]:
    """The summary sheet and its grids; nothing where people took it out."""
    for name in found.book.sheets:
        if name not in (found.table.sheet, found.baseline, found.conflicts, found.loose):
            grids = names_on(found, name)
            if grids:
                return name, grids
    return "", ()


def names_on(found: Found, sheet: str) -> tuple[Names, ...]:
    """The grids of one sheet; of several that count the same the first."""
    grid = found.book.grid(sheet)
    read = (_read(grid, key, row, at) for key, (row, at) in _heads(grid).items())
    return tuple(names for names in read if len(names.names) < MOST_NAMES)


def missing(names: Names, wanted: Sequence[str]) -> list[str]:
    """The wanted names that have no line yet."""
    known = set(names.names)
    return [name for name in dict.fromkeys(map(_shown, wanted)) if name and name not in known]


def add_names(
    done: Applied, sheet: str, wanted: Mapping[str, Sequence[str]], counts: Counts
) -> None:
    """Give each wanted name its line in its grid of the summary sheet."""
    grids = names_on(done.found, sheet)
    # From below upwards: what moves down is never what is still to be filled.
    for names in sorted(grids, key=lambda each: each.head, reverse=True):
        if new := missing(names, wanted[names.key]):
            _add(done, sheet, names, new, counts)


def _add(done: Applied, sheet: str, names: Names, new: Sequence[str], counts: Counts) -> None:
    grid = done.found.book.grid(sheet)
    right = _right(grid, names)
    move_down(done, Shift(sheet, names.at, right, names.end, len(new)))
    model = names.end - 1 if names.names else names.others + len(new) if names.others else 0
    for row, name in enumerate(new, names.end):
        done.put(sheet, row, names.at, name, grid.style(model, names.at))
        lines = counts.named(names.key, name, f"${letters(names.at)}{row}")
        for at, (formula, value) in enumerate(lines, names.at + 1):
            grid.put_formula(row, at, formula, value, grid.style(model, at))
    if names.others:
        _count_others(grid, names, len(new), counts)


def _count_others(grid: Grid, names: Names, by: int, counts: Counts) -> None:
    """The line of what has no name leaves out the new names as well, where its formula is the one we write."""
    row, before, after = names.others + by, len(names.names), len(names.names) + by
    olds = counts.others(names.at + 1, names.head + 1, before, (0, 0, 0))
    news = counts.others(names.at + 1, names.head + 1, after, (0, 0, 0))
    for at, ((old, _), (new, _)) in enumerate(zip(olds, news, strict=True), names.at + 1):
        if alike(grid.formula(row, at)) == alike(old):
            grid.put_formula(row, at, new, 0, grid.style(row, at))


def alike(formula: str) -> str:
    """A formula without what programs write one way or the other."""
    return "".join(formula.split()).replace("'", "").removeprefix("=")


def _heads(grid: Grid) -> dict[str, tuple[int, int]]:
    """Where the head of each grid stands."""
    keys = {head: key for key, head in NAMED.items()}
    found: dict[str, tuple[int, int]] = {}
    for row in grid.numbers:
        if len(found) == len(keys):
            break
        for at in sorted(grid.places(row)):
            key = keys.get(grid.text(row, at))
            if not key or key in found:
                continue
            if tuple(grid.text(row, at + 1 + each) for each in range(WIDTH - 1)) == GRID_HEADS:
                found[key] = row, at
    return found


def _read(grid: Grid, key: str, head: int, at: int) -> Names:
    names: list[str] = []
    row = head + 1
    while (name := grid.text(row, at)) and name != OTHERS and len(names) < MOST_NAMES:
        names.append(name)
        row += 1
    return Names(key, head, at, tuple(names), row if name else 0)


def _right(grid: Grid, names: Names) -> int:
    """The last column that moves along: people may have noted something beside the counts."""
    right = names.at + WIDTH - 1
    filled = {
        at
        for row in grid.numbers
        if row >= names.head
        for at in grid.places(row)
        if at > right and grid.text(row, at)
    }
    while right + 1 in filled and right < names.at + WIDTH + MOST_BESIDE:
        right += 1
    return right


def _shown(name: str) -> str:
    return fit(name).strip()
