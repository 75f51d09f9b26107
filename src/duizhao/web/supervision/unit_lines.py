"""A line for each unit: how far it is, what is due, what was returned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models.fields.json import KT

from duizhao.process import NearDays, RowState, Urgency, meeting_kinds, urgency_at
from duizhao.web.submissions.models import SubmissionState
from duizhao.web.supervision import queries
from duizhao.web.supervision.summary import DossierSummary
from duizhao.web.supervision.summing import summaries

HANDED = (SubmissionState.HANDED_IN, SubmissionState.RETURNED, SubmissionState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """The meeting of a unit. `received` is the key of the summary that was sent; empty for one that is here.

    `batch` is the key of its ledger; empty where it has none here.
    """

    summary: DossierSummary
    received: str
    late: int
    near: int
    batch: str = ""

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

    def names(self, entry: LineEntry) -> bool:
        """Whether a meeting is of the wanted year and kind."""
        return self.year in ("", str(entry.year)) and self.kind in ("", entry.kind)

    def wants(self, line: UnitLine) -> bool:
        """Whether a line that is named is wanted, now that it is counted."""
        return not self.only or ONLY[self.only][1](line)


ONLY: Mapping[str, tuple[str, Callable[[UnitLine], bool]]] = {
    "late": ("有逾期的", lambda line: line.late > 0),
    "near": ("有临近的", lambda line: line.near > 0),
    "returned": ("有退回的", lambda line: line.returned_now > 0),
    "missing": ("材料没有交齐的", lambda line: line.handed < line.summary.expected),
}
"""What the table can be narrowed to, with its words."""


@dataclass(frozen=True, slots=True)
class LineEntry:
    """What is known of a line before anything is counted. One of the keys is empty: it is here, or it was sent."""

    year: int
    unit: str
    kind: str
    dossier: str
    received: str


def entries(person: Any, act: str) -> list[LineEntry]:
    """All meetings that somebody sees, the latest year first, by their units: those here, and those that were sent."""
    here = queries.dossiers(person, act).order_by("unit__name", "-year")
    found = [
        LineEntry(year, unit, kind, key, "")
        for key, unit, year, kind in here.values_list("pk", "unit__name", "year", "kind")
    ]
    known = {each.dossier for each in found}
    sent = queries.received(person).values_list(
        "key", "dossier_key", "unit_name", "year", KT("content__kind")
    )
    for key, dossier, unit, year, kind in sent:
        if dossier not in known:
            found.append(LineEntry(year, unit, kind, "", key))
    return sorted(found, key=lambda each: (-each.year, each.unit))


def lines_of(known: Sequence[LineEntry], today: date, days: NearDays) -> list[UnitLine]:
    """The lines of these meetings, in their order."""
    # Many rows are due on the same day.
    stands = cache(lambda day: urgency_at(RowState.RUNNING, date.fromisoformat(day), today, days))
    dossiers = queries.with_units(each.dossier for each in known if each.dossier)
    sent = queries.contents(each.received for each in known if each.received)
    lines = {
        dossier.pk: _line(each, "", stands, dossier.batch_id or "")
        for dossier, each in zip(dossiers, summaries(dossiers), strict=True)
    }
    lines |= {
        key: _line(DossierSummary.from_json(content), key, stands) for key, content in sent.items()
    }
    return [lines[key] for each in known if (key := each.dossier or each.received) in lines]


def years(known: Iterable[LineEntry]) -> list[str]:
    """The years that a filter offers, the latest first."""
    return sorted({str(each.year) for each in known}, reverse=True)


def by_unit(lines: Iterable[UnitLine]) -> list[Counter[str]]:
    """The problems of each unit by their themes, whatever the number of its meetings."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in lines:
        found[each.summary.unit].update(each.summary.themes)
    return list(found.values())


def _line(
    summary: DossierSummary, received: str, stands: Callable[[str], Urgency], batch: str = ""
) -> UnitLine:
    found = Counter(map(stands, summary.due))
    near = found[Urgency.NEAR] + found[Urgency.APPROACHING]
    return UnitLine(summary, received, found[Urgency.LATE], near, batch)
