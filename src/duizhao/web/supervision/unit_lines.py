"""A line for each unit: how far it is, what is due, what was returned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from duizhao.process import NearDays, RowState, Urgency, meeting_kinds, urgency_at
from duizhao.web.submissions.models import SubmissionState
from duizhao.web.supervision import queries
from duizhao.web.supervision.summary import DossierSummary
from duizhao.web.supervision.summing import summaries

HANDED = (SubmissionState.HANDED_IN, SubmissionState.RETURNED, SubmissionState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """The meeting of a unit. `received` is the key of the summary that was sent; empty for one that is here."""

    summary: DossierSummary
    received: str
    late: int
    near: int

    @property
    def kind_name(self) -> str:
        kind = meeting_kinds().get(self.summary.kind)
        return kind.name if kind else self.summary.kind

    @property
    def handed(self) -> int:
        """Statements that were handed in, whatever became of them."""
        return sum(self.summary.statements.get(str(state), 0) for state in HANDED)

    @property
    def accepted(self) -> int:
        return self.summary.statements.get(str(SubmissionState.ACCEPTED), 0)

    @property
    def returned_now(self) -> int:
        """Statements that are returned and not handed in again."""
        return self.summary.statements.get(str(SubmissionState.RETURNED), 0)

    @property
    def closed(self) -> int:
        return self.summary.rows.get(RowState.CLOSED.value, 0)

    @property
    def held_on(self) -> date | None:
        return date.fromisoformat(self.summary.held_on) if self.summary.held_on else None

    @property
    def made_on(self) -> date:
        return date.fromisoformat(self.summary.made_on)


@dataclass(frozen=True, slots=True)
class SummaryFilter:
    """Which meetings are wanted: of a year, of a kind, those with something late or returned. Empty wants all."""

    year: str = ""
    kind: str = ""
    only: str = ""

    @classmethod
    def from_fields(cls, given: Mapping[str, str]) -> SummaryFilter:
        only = given.get("only", "")
        return cls(given.get("year", ""), given.get("kind", ""), only if only in ONLY else "")

    def wants(self, line: UnitLine) -> bool:
        summary = line.summary
        return (
            self.year in ("", str(summary.year))
            and self.kind in ("", summary.kind)
            and (not self.only or ONLY[self.only][1](line))
        )


ONLY: Mapping[str, tuple[str, Callable[[UnitLine], bool]]] = {
    "late": ("有逾期的", lambda line: line.late > 0),
    "near": ("有临近的", lambda line: line.near > 0),
    "returned": ("有退回的", lambda line: line.returned_now > 0),
    "missing": ("材料没有交齐的", lambda line: line.handed < line.summary.expected),
}
"""What the table can be narrowed to, with its words."""


def unit_lines(person: Any, act: str, today: date, days: NearDays) -> list[UnitLine]:
    """All meetings that somebody sees, by their units: those that are here, and those that were sent."""
    here = summaries(list(queries.dossiers(person, act).order_by("unit__name", "-year")))
    known = {each.dossier for each in here}
    sent = [
        (DossierSummary.from_json(each.content), each.key)
        for each in queries.received(person)
        if each.dossier_key not in known
    ]
    lines = [_line(each, "", today, days) for each in here]
    lines += [_line(each, key, today, days) for each, key in sent]
    return sorted(lines, key=lambda each: (-each.summary.year, each.summary.unit))


def years(lines: Iterable[UnitLine]) -> list[str]:
    """The years that a filter offers, the latest first."""
    return sorted({str(each.summary.year) for each in lines}, reverse=True)


def by_unit(lines: Iterable[UnitLine]) -> list[Counter[str]]:
    """The problems of each unit by their themes, whatever the number of its meetings."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in lines:
        found[each.summary.unit].update(each.summary.themes)
    return list(found.values())


def _line(summary: DossierSummary, received: str, today: date, days: NearDays) -> UnitLine:
    stands = [
        urgency_at(RowState.RUNNING, date.fromisoformat(day), today, days) for day in summary.due
    ]
    near = stands.count(Urgency.NEAR) + stands.count(Urgency.APPROACHING)
    return UnitLine(summary, received, stands.count(Urgency.LATE), near)
