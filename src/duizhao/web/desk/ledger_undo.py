"""What an undo of a change brings back, and what it leaves because somebody has changed it since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from duizhao.ledger.column import COLUMN_BY_KEY, COLUMNS
from duizhao.ledger.plan import Cells
from duizhao.ledger.standing import closing_objections
from duizhao.web.desk.models import EarlierRow, LedgerChange, LedgerRow

CONTENT = ("cells", "written", "conflicts", "is_removed")
KEYS = tuple(column.key for column in COLUMNS if column.key not in ("number", "id"))


@dataclass(frozen=True, slots=True)
class CellUndo:
    """A cell that a change has changed. `now` is what stands there, `is_kept` that it was changed again since."""

    key: str
    before: str
    after: str
    now: str

    @property
    def head(self) -> str:
        return COLUMN_BY_KEY[self.key].head

    @property
    def is_kept(self) -> bool:
        return self.now not in (self.before, self.after)


@dataclass(frozen=True, slots=True)
class RowUndo:
    """A row that a change has changed: what becomes of it (empty: nothing), and its cells.

    `what` is what the change did to the row as a whole, `left` why the row stays as a whole.
    """

    row: LedgerRow
    what: str
    cells: tuple[CellUndo, ...]
    content: dict[str, Any] = field(default_factory=dict)
    left: str = ""

    @property
    def kept(self) -> list[CellUndo]:
        return [each for each in self.cells if each.is_kept]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it has to stay."""
        return not self.left and not self.kept


def undo_of(change: LedgerChange) -> list[RowUndo]:
    """What an undo of a change would do now, row by row."""
    keys = [key for key, *_ in change.rows]
    rows = {row.pk: row for row in change.batch.ledger_rows.filter(pk__in=keys)}
    earlier = {
        (each.row_id, each.version): each for each in EarlierRow.objects.filter(row__in=list(rows))
    }
    return list(_undone(change, rows, earlier))


def _undone(
    change: LedgerChange,
    rows: dict[str, LedgerRow],
    earlier: dict[tuple[str, int], EarlierRow],
) -> Iterator[RowUndo]:
    for key, before, after in change.rows:
        row = rows.get(key)
        if row is None:
            continue
        made: Any = row if row.version == after else earlier.get((key, after), row)
        old = earlier.get((key, before))
        yield _changed(row, old, made) if old else _added(row, made)


def _added(row: LedgerRow, made: Any) -> RowUndo:
    cells = tuple(_cells({}, made.cells, row.cells))
    if row.is_removed:
        return RowUndo(row, "加的行", (), left="后来已经删掉")
    heads = [each.head for each in cells if each.now != each.after]
    heads += [
        COLUMN_BY_KEY[key].head for key in KEYS if row.cells.get(key) and not made.cells.get(key)
    ]
    if heads:
        return RowUndo(row, "加的行", (), left=f"加进来以后又填过{'、'.join(heads)}，这一行留着")
    # A row that was added is as if it had never been: the statements may give it again.
    return RowUndo(row, "加的行", (), {"is_removed": True, "written": {}})


def _changed(row: LedgerRow, old: EarlierRow, made: Any) -> RowUndo:
    cells = tuple(_cells(old.cells, made.cells, row.cells))
    content: dict[str, Any] = {}
    back = {each.key: each.before for each in cells if each.now == each.after}
    if back:
        content["cells"] = {**row.cells, **back}
        for each in cells:
            if each.now == each.after and each.key not in old.cells:
                content["cells"].pop(each.key)
    for name in CONTENT[1:]:
        was, became, now = (getattr(each, name) for each in (old, made, row))
        if was != became and now == became:
            content[name] = was
    what = "删掉的行" if made.is_removed and not old.is_removed else ""
    if said := _lost(row.cells, content.get("cells", row.cells)):
        return RowUndo(row, what or "改的行", cells, left=f"{'；'.join(said)}，这一行不撤")
    return RowUndo(row, what, cells, content)


def _lost(now: Cells, then: Cells) -> list[str]:
    """What a row that was closed since would lack for that."""
    today = timezone.localdate()
    known = closing_objections(now, today)
    return [said for said in closing_objections(then, today) if said not in known]


def _cells(before: Any, after: Any, now: Any) -> Iterator[CellUndo]:
    for key in KEYS:
        old, new = before.get(key, ""), after.get(key, "")
        if old != new:
            yield CellUndo(key, old, new, now.get(key, ""))
