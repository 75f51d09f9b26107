"""What the summary counts: each count as a formula, with the value that it has on a day.

The values are for programs that do not calculate; a blank row counts for nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from duizhao.ledger.column import CLOSED, STATUSES
from duizhao.ledger.deadline import as_day
from duizhao.ledger.workbook.address import NEAR, OWN, Address, letters
from duizhao.process import NearDays, Urgency, urgency_at

NEAR_DAYS = 15
ORIGIN = date(1899, 12, 30)  # day 0 of a workbook
Cells = Mapping[str, str]
Line = tuple[str, str, int]
OTHERS = "其他或未填"
NAMED = {"aspect": "对照方面", "file": "材料"}
"""The columns whose names have a grid of their own, and its head."""
GRID_HEADS = ("全部", "已销号", "逾期")


class Counts:
    """The counts of the rows of one ledger."""

    def __init__(
        self, rows: Sequence[Cells], today: date, table: Address = OWN, near: int = NEAR_DAYS
    ) -> None:
        self._rows = [row for row in rows if any(row.values())]
        self._named: dict[str, dict[str, list[Cells]]] = {}
        self._today = today
        self._table = table
        self._near = near
        status, self._due = table.whole("status"), table.whole("due")
        self._open = f'{status},"<>{CLOSED}"'
        self._late = f'{self._due},">0",{self._due},"<"&TODAY(),{self._open}'
        self._closed = f'COUNTIF({status},"{CLOSED}")'
        self._all = f"COUNTA({table.whole('id')})-1"

    def whole(self) -> list[Line]:
        measures = sum(row.get("id", "").startswith("M-") for row in self._rows)
        return [
            ("全部行", f"={self._all}", self._total()),
            ("其中：没有对应到问题的措施", f'=COUNTIF({self._table.whole("id")},"M-*")', measures),
            ("已销号", f"={self._closed}", self._count_closed(self._rows)),
        ]

    def statuses(self) -> list[Line]:
        counts = Counter(row.get("status", "") for row in self._rows)
        status = self._table.whole("status")
        lines = [(name, f'=COUNTIF({status},"{name}")', counts[name]) for name in STATUSES]
        named = "".join(f'-COUNTIF({status},"{name}")' for name in STATUSES)
        others = self._total() - sum(value for _, _, value in lines)
        return [*lines, (OTHERS, f"={self._all}{named}", others)]

    def dues(self) -> list[Line]:
        steps, days = NearDays(self._near, self._near), self._open_days(self._rows)
        counts = Counter(urgency_at(None, day, self._today, steps) for day in days)
        late, near = counts[Urgency.LATE], counts[Urgency.NEAR]
        closed = self._count_closed(self._rows)
        due, is_open = self._due, self._open
        dated = f'COUNTIFS({due},">0",{is_open})'
        return [
            (Urgency.LATE.value, f"=COUNTIFS({self._late})", late),
            (Urgency.NEAR.value, f'=COUNTIFS({due},">="&TODAY(),{due},"<="&TODAY()+{NEAR},{is_open})', near),
            (Urgency.ON_TIME.value, f'=COUNTIFS({due},">"&TODAY()+{NEAR},{is_open})', len(days) - late - near),
            (Urgency.UNDATED.value, f"={self._all}-{dated}-{self._closed}", self._total() - len(days) - closed),
            (Urgency.CLOSED.value, f"={self._closed}", closed),
        ]  # fmt: skip

    def wanting(self) -> list[Line]:
        what = (
            ("没有对应的问题", "problem"), ("没有具体表现", "example"), ("没有原因", "causes"),
            ("没有措施", "measures"), ("没有可核验标志", "mark"), ("没有责任人", "owner"),
            ("没有验收人", "acceptor"),
        )  # fmt: skip
        ids, rows = self._table.whole("id"), [row for row in self._rows if row.get("id")]
        return [
            (
                label,
                f'=COUNTIFS({ids},"?*",{self._table.whole(key)},"")',
                sum(not row.get(key) for row in rows),
            )
            for label, key in what
        ]

    def named(self, key: str, name: str, cell: str) -> list[tuple[str, int]]:
        """The three counts of the rows that have this name in a column; it stands in `cell`."""
        own = self._having(key).get(name, [])
        # The name stands in the cell beside: a wildcard in it is nobody's pattern.
        literal = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cell},"~","~~"),"*","~*"),"?","~?")'
        is_named = f"{self._table.whole(key)},{literal}"
        return [
            (f"=COUNTIFS({is_named})", len(own)),
            (
                f'=COUNTIFS({is_named},{self._table.whole("status")},"{CLOSED}")',
                self._count_closed(own),
            ),
            (f"=COUNTIFS({is_named},{self._late})", self._count_late(own)),
        ]

    def others(self, at: int, top: int, count: int, listed: Sequence[int]) -> list[tuple[str, int]]:
        """The three counts of what has no name of the `count` that stand from row `top` on.

        The counts begin in column `at` (from 0); `listed` are the sums of what is named.
        """
        whole = (
            (self._all, self._total()),
            (self._closed, self._count_closed(self._rows)),
            (f"COUNTIFS({self._late})", self._count_late(self._rows)),
        )
        made = []
        for place, ((formula, value), named) in enumerate(zip(whole, listed, strict=True), at):
            column = letters(place)
            summed = f"SUM({column}{top}:{column}{top + count - 1})" if count else "0"
            made.append((f"={formula}-{summed}", value - named))
        return made

    def _having(self, key: str) -> dict[str, list[Cells]]:
        """The rows by what they have in a column."""
        if key not in self._named:
            self._named[key] = defaultdict(list)
            for row in self._rows:
                self._named[key][row.get(key, "")].append(row)
        return self._named[key]

    def _total(self) -> int:
        return sum(bool(row.get("id")) for row in self._rows)

    def _count_closed(self, rows: Sequence[Cells]) -> int:
        return sum(row.get("status") == CLOSED for row in rows)

    def _open_days(self, rows: Sequence[Cells]) -> list[date]:
        days = [as_day(row.get("due", "")) for row in rows if row.get("status") != CLOSED]
        return [day for day in days if day]

    def _count_late(self, rows: Sequence[Cells]) -> int:
        return sum(day < self._today for day in self._open_days(rows))
