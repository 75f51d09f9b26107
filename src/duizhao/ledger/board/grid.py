"""How many rows stand how, by group and period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from duizhao.ledger.board.period import BoardPeriod, is_in_period, periods_of
from duizhao.process import NearDays, RowState, Urgency, urgency_at

SHOWN_ORDER = (
    Urgency.LATE,
    Urgency.NEAR,
    Urgency.APPROACHING,
    Urgency.ON_TIME,
    Urgency.UNDATED,
    Urgency.CLOSED,
    Urgency.HANDED_OVER,
)
UNNAMED = "没有写明"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """What is counted of a row: the groups that it belongs to, such as departments, its deadline and its state."""

    groups: tuple[str, ...]
    day: date | None
    state: RowState | None


@dataclass(frozen=True, slots=True)
class BoardGrid:
    """The counts of rows by group, period and how their deadlines stand on a day."""

    groups: tuple[str, ...]
    periods: tuple[BoardPeriod, ...]
    counts: Mapping[tuple[str, str], Mapping[Urgency, int]]
    shared: int = 0
    """The rows of several groups, which count in each."""

    @classmethod
    def from_rows(cls, rows: Iterable[BoardRow], today: date, days: NearDays) -> BoardGrid:
        known = list(rows)
        periods = periods_of(each.day for each in known)
        keys = {
            day: next(each.key for each in periods if is_in_period(day, each.key))
            for day in {each.day for each in known}
        }
        counts: dict[tuple[str, str], Counter[Urgency]] = {}
        for each in known:
            stands = urgency_at(each.state, each.day, today, days)
            for group in each.groups or (UNNAMED,):
                counts.setdefault((group, keys[each.day]), Counter())[stands] += 1
        # Whoever has no department comes last.
        groups = sorted({group for group, _ in counts}, key=lambda name: (name == UNNAMED, name))
        shared = sum(len(each.groups) > 1 for each in known)
        return cls(tuple(groups), periods, counts, shared)

    def at(self, group: str, period: str) -> list[tuple[Urgency, int]]:
        """The counts at one place, the most pressing first."""
        found = self.counts.get((group, period), {})
        return [(each, found[each]) for each in SHOWN_ORDER if each in found]

    def of_group(self, group: str) -> list[tuple[Urgency, int]]:
        """The counts of a group over all periods."""
        found: Counter[Urgency] = Counter()
        for period in self.periods:
            found.update(self.counts.get((group, period.key), {}))
        return [(each, found[each]) for each in SHOWN_ORDER if found[each]]

    @property
    def standings(self) -> list[Urgency]:
        """How deadlines stand that occur at all."""
        found = {each for counts in self.counts.values() for each in counts}
        return [each for each in SHOWN_ORDER if each in found]

    @property
    def largest(self) -> int:
        """The rows of the place that has most."""
        return max(sum(counts.values()) for counts in self.counts.values())


def counted_words(counts: Iterable[tuple[Urgency, int]]) -> str:
    """逾期 1，按期 3."""
    return "，".join(f"{each.value} {count}" for each, count in counts)
