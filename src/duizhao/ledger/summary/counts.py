"""The counts of the summary: each as a formula, with its value on a day for programs that do not calculate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from duizhao.ledger.address import APPROACHING_NAME, NEAR_NAME, NEW_TABLE, TableAddress
from duizhao.ledger.column import CLOSED_WORD, HANDED_OVER_WORD, STATE_WORDS
from duizhao.ledger.deadline import as_day
from duizhao.ledger.options import ONE_STEP
from duizhao.ledger.plan import Cells
from duizhao.ledger.xlsx.grid import column_letters
from duizhao.process import NearDays, RowState, Urgency, urgency_at

CountLine = tuple[str, str, int]
"""Label, formula and value."""

OTHERS_LABEL = "其他或未填"
COUNTED_COLUMNS = {"aspect": "对照方面", "file": "材料"}
"""The columns with a grid that counts their names, and the head of the grid."""

LATE = ('">0"', '"<"&TODAY()')
"""What the day of a late deadline meets."""

GRID_HEADS = ("全部", "已销号", "逾期")


class LedgerCounts:
    """The counts of the rows of one ledger. A blank row counts for nothing."""

    def __init__(
        self,
        rows: Sequence[Cells],
        today: date,
        table: TableAddress = NEW_TABLE,
        steps: NearDays = ONE_STEP,
        states: Sequence[str] = STATE_WORDS,
        *,
        ends: Sequence[str] = (CLOSED_WORD, HANDED_OVER_WORD),
    ) -> None:
        self._rows = [row for row in rows if any(row.values())]
        self._named: dict[str, dict[str, list[Cells]]] = {}
        self._today = today
        self._table = table
        self._steps = steps
        self._states = states
        status = table.whole_column("status")
        self._ends = ends
        self._open = ",".join(f'{status},"<>{word}"' for word in ends)
        self._closed = f'COUNTIF({status},"{CLOSED_WORD}")'
        self._ended = "-".join(f'COUNTIF({status},"{word}")' for word in ends)
        self._all = f"COUNTA({table.whole_column('id')})-1"

    def former(self) -> LedgerCounts:
        """The counts with the formulas of workbooks that count a row that was handed over as open."""
        return LedgerCounts(
            self._rows, self._today, self._table, self._steps, self._states, ends=(CLOSED_WORD,)
        )

    def first(self) -> LedgerCounts:
        """The counts with the formulas of workbooks of the first version, which know of no postponement."""
        table = TableAddress(
            self._table.sheet, {k: at for k, at in self._table.places.items() if k != "postponed"}
        )
        states = [word for word in STATE_WORDS if word != RowState.POSTPONED.value]
        return LedgerCounts(
            self._rows, self._today, table, self._steps, states, ends=(CLOSED_WORD,)
        )

    def totals(self) -> list[CountLine]:
        measures = sum(row.get("id", "").startswith("M-") for row in self._rows)
        return [
            ("全部行", f"={self._all}", self._total()),
            (
                "其中：没有对应到问题的措施",
                f'=COUNTIF({self._table.whole_column("id")},"M-*")',
                measures,
            ),
            ("已销号", f"={self._closed}", self._count_closed(self._rows)),
        ]

    def statuses(self) -> list[CountLine]:
        counts = Counter(row.get("status", "") for row in self._rows)
        status = self._table.whole_column("status")
        lines = [(name, f'=COUNTIF({status},"{name}")', counts[name]) for name in self._states]
        named = "".join(f'-COUNTIF({status},"{name}")' for name in self._states)
        others = self._total() - sum(value for _, _, value in lines)
        return [*lines, (OTHERS_LABEL, f"={self._all}{named}", others)]

    def dues(self) -> list[CountLine]:
        days = self._open_days(self._rows)
        counts = Counter(urgency_at(None, day, self._today, self._steps) for day in days)
        closed = self._count_closed(self._rows)
        near, soon = f"TODAY()+{NEAR_NAME}", f"TODAY()+{APPROACHING_NAME}"
        has_two = self._steps.approaching > self._steps.near
        formulas = {
            Urgency.LATE: self._count_by_day(*LATE),
            Urgency.NEAR: self._count_by_day('">="&TODAY()', f'"<="&{near}'),
            Urgency.APPROACHING: self._count_by_day(f'">"&{near}', f'"<="&{soon}'),
            Urgency.ON_TIME: self._count_by_day(f'">"&{soon if has_two else near}'),
        }
        if not has_two:
            del formulas[Urgency.APPROACHING]
        dated = self._count_by_day('">0"', sign="-")
        return [
            *((each.value, f"={formula}", counts[each]) for each, formula in formulas.items()),
            (
                Urgency.UNDATED.value,
                f"={self._all}-{dated}-{self._ended}",
                self._total() - len(days) - sum(map(self._has_ended, self._rows)),
            ),
            (Urgency.CLOSED.value, f"={self._closed}", closed),
        ]

    def wanting(self) -> list[CountLine]:
        what = (
            ("没有对应的问题", "problem"), ("没有具体表现", "example"), ("没有原因", "causes"),
            ("没有措施", "measures"), ("没有可核验标志", "mark"), ("没有责任人", "owner"),
            ("没有验收人", "acceptor"),
        )  # fmt: skip
        ids, rows = self._table.whole_column("id"), [row for row in self._rows if row.get("id")]
        return [
            (
                label,
                f'=COUNTIFS({ids},"?*",{self._table.whole_column(key)},"")',
                sum(not row.get(key) for row in rows),
            )
            for label, key in what
        ]

    def named(self, key: str, name: str, cell: str) -> list[tuple[str, int]]:
        """Formula and value of the three counts of the rows with this name in a column; `cell` holds the name."""
        own = self._rows_by(key).get(name, [])
        # COUNTIFS reads * and ? as wildcards; ~ escapes them in a name.
        literal = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cell},"~","~~"),"*","~*"),"?","~?")'
        is_named = f"{self._table.whole_column(key)},{literal}"
        return [
            (f"=COUNTIFS({is_named})", len(own)),
            (
                f'=COUNTIFS({is_named},{self._table.whole_column("status")},"{CLOSED_WORD}")',
                self._count_closed(own),
            ),
            (f"={self._count_by_day(*LATE, within=is_named + ',')}", self._count_late(own)),
        ]

    def others(self, at: int, top: int, count: int, listed: Sequence[int]) -> list[tuple[str, int]]:
        """Formula and value of the three counts of the rows with none of the listed names.

        The counts of the `count` names begin in row `top` and column `at` (from 0); `listed` are their sums.
        """
        whole = (
            (self._all, self._total()),
            (self._closed, self._count_closed(self._rows)),
            (self._count_by_day(*LATE), self._count_late(self._rows)),
        )
        made = []
        for place, ((formula, value), sum_of_names) in enumerate(
            zip(whole, listed, strict=True), at
        ):
            column = column_letters(place)
            summed = f"SUM({column}{top}:{column}{top + count - 1})" if count else "0"
            made.append((f"={formula}-{summed}", value - sum_of_names))
        return made

    def _count_by_day(self, *criteria: str, within: str = "", sign: str = "+") -> str:
        """Counts the open rows with a deadline that meets the criteria; a postponement replaces the deadline."""
        due, postponed = self._table.whole_column("due"), self._table.whole_column("postponed")
        days = [(due, "")]
        if "postponed" in self._table.places:
            days = [(due, f'{postponed},"",'), (postponed, "")]
        return sign.join(
            f"COUNTIFS({within}{''.join(f'{day},{each},' for each in criteria)}{blank}{self._open})"
            for day, blank in days
        )

    def _rows_by(self, key: str) -> dict[str, list[Cells]]:
        """The rows by their text in a column."""
        if key not in self._named:
            self._named[key] = defaultdict(list)
            for row in self._rows:
                self._named[key][row.get(key, "")].append(row)
        return self._named[key]

    def _total(self) -> int:
        return sum(bool(row.get("id")) for row in self._rows)

    def _count_closed(self, rows: Sequence[Cells]) -> int:
        return sum(row.get("status") == CLOSED_WORD for row in rows)

    def _has_ended(self, row: Cells) -> bool:
        return row.get("status") in self._ends

    def _open_days(self, rows: Sequence[Cells]) -> list[date]:
        is_open = (row for row in rows if not self._has_ended(row))
        days = [as_day(row.get("postponed") or row.get("due", "")) for row in is_open]
        return [day for day in days if day]

    def _count_late(self, rows: Sequence[Cells]) -> int:
        return sum(day < self._today for day in self._open_days(rows))
