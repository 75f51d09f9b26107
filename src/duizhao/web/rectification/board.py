"""The rows of ledgers as a board shows them: which are wanted, how they stand, by what they are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.fields.json import KT

from duizhao.ledger.board.grid import UNNAMED, BoardRow
from duizhao.ledger.board.period import is_in_period
from duizhao.ledger.standing import state_of
from duizhao.process import NearDays, RowState, Urgency, urgency_at
from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.departments import DepartmentsOfRows

EVERY_MEETING = "all"
MOST_MEETINGS = 20
"""Whose rows a board shows together where nobody asks for one or for all: the latest that are not closed."""
MAX_OFFERED = 100
"""Meetings that a filter offers by name."""
NAMES = ("pk", "name", "dossier__name", "dossier__unit__name")
GROUPS = {
    "department": "部门",
    "aspect": "对照方面",
    "origin": "来源",
    "meeting": "会议",
}
"""By what rows can be counted: never by people."""


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Which rows a board shows, and by what it counts them. Empty words want all, of meetings the latest."""

    by: str = "department"
    meeting: str = ""
    department: str = ""
    aspect: str = ""
    origin: str = ""
    state: str = ""
    due: str = ""
    month: str = ""

    @classmethod
    def from_fields(cls, given: Mapping[str, str]) -> BoardFilter:
        found = cls(**{name: given[name].strip() for name in cls.__slots__ if name in given})
        return found if found.by in GROUPS else replace(found, by="department")

    @property
    def is_empty(self) -> bool:
        return replace(self, by="department") == BoardFilter()

    def query(self, **others: str) -> str:
        """The query of the address that wants the same, except for others."""
        asked = {**asdict(self), **others}
        usual = asdict(BoardFilter())
        return urlencode({name: word for name, word in asked.items() if word != usual[name]})

    def narrowed(self, reached: QuerySet[LedgerRow], running: Sequence[str]) -> QuerySet[LedgerRow]:
        """Those of these rows that are in the wanted meeting, else in the first of those that are `running`."""
        if self.meeting == EVERY_MEETING:
            return reached
        return reached.filter(batch__in=[self.meeting] if self.meeting else running[:MOST_MEETINGS])

    def wants(self, fact: RowFact) -> bool:
        return (
            _is_of(self.department, fact.departments)
            and _is_of(self.aspect, (fact.aspect,))
            and _is_of(self.origin, (fact.origin,))
            and self.state in ("", fact.word)
            and self.due in ("", fact.urgency.value)
            and (not self.month or is_in_period(fact.day, self.month))
        )


def _is_of(wanted: str, names: Sequence[str]) -> bool:
    """Whether a row with these names is wanted; `UNNAMED` wants those without any."""
    return not wanted or wanted in names or (wanted == UNNAMED and not any(names))


@dataclass(frozen=True, slots=True)
class RowFact:
    """What is asked of a row before it is shown: few fields, for the cells of thousands of rows take long to read."""

    key: str
    batch: str
    day: date | None
    word: str
    state: RowState | None
    urgency: Urgency
    departments: tuple[str, ...]
    aspect: str
    origin: str

    def groups(self, by: str, names: Mapping[str, str]) -> tuple[str, ...]:
        """What the row is counted under; `names` has those of meetings by their batch."""
        if by == "department":
            return self.departments
        word = {"aspect": self.aspect, "origin": self.origin, "meeting": names.get(self.batch, "")}
        return (word[by],) if word[by] else ()


def rows(person: Any, act: str) -> QuerySet[LedgerRow]:
    """The rows on which `person` has an act."""
    return TABLE.limit(act, person, LedgerRow.objects.filter(is_removed=False))


FIELDS = ("pk", "batch", "day", "state", KT("cells__aspect"), KT("cells__origin"))


def facts(reached: QuerySet[LedgerRow], today: date, days: NearDays) -> Iterator[RowFact]:
    """What is known of these rows, in the order of their ledgers."""
    departments = DepartmentsOfRows.of(reached)
    known = reached.order_by("batch", "position", "id_in_ledger").values_list(*FIELDS)
    for key, batch, day, word, aspect, origin in known:
        state = state_of({"status": word})
        yield RowFact(
            key,
            batch,
            day,
            word,
            state,
            urgency_at(state, day, today, days),
            departments.get(key),
            (aspect or "").strip(),
            (origin or "").strip(),
        )


def counted(known: Iterable[RowFact], by: str, names: Mapping[str, str]) -> list[BoardRow]:
    """The rows as the picture counts them."""
    return [BoardRow(each.groups(by, names), each.day, each.state) for each in known]


@dataclass(frozen=True, slots=True)
class BoardMeetings:
    """The meetings or batches that rows belong to, the latest first, by their keys, and which are not closed.

    Names are read of those alone that a page names.
    """

    keys: tuple[str, ...]
    running: tuple[str, ...]
    has_several_units: bool

    @classmethod
    def of(cls, reached: QuerySet[LedgerRow]) -> BoardMeetings:
        rows_of_one = reached.filter(batch=OuterRef("pk"))
        found = Batch.objects.filter(Exists(rows_of_one)).order_by("-made_at", "pk")
        known = list(found.values_list("pk", "dossier__unit", "dossier__closed_at"))
        units = {unit for _, unit, _ in known if unit}
        running = tuple(key for key, _, closed_at in known if closed_at is None)
        return cls(tuple(key for key, *_ in known), running, len(units) > 1)

    def offered(self, chosen: str) -> list[str]:
        """The keys that a filter offers: the latest, and the one that is chosen."""
        latest = self.keys[:MAX_OFFERED]
        return [*latest, *(key for key in (chosen,) if key in self.keys and key not in latest)]

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """The names of some of them by their keys, in their order."""
        wanted = dict.fromkeys(keys)
        known = Batch.objects.filter(pk__in=list(wanted)).values_list(*NAMES)
        found = {
            key: f"{unit if self.has_several_units else ''}{meeting}" if meeting else batch
            for key, batch, meeting, unit in known
        }
        return {key: found[key] for key in wanted if key in found}

    @property
    def left_out(self) -> int:
        """Of those that are not closed, how many a board does not show together with the others."""
        return max(0, len(self.running) - MOST_MEETINGS)


def pressing(known: Iterable[RowFact]) -> list[RowFact]:
    """The rows with the most pressing first."""
    return sorted(known, key=lambda each: (PRESSING[each.urgency], each.day or date.max))


PRESSING = {each: at for at, each in enumerate(Urgency)}


def in_full(known: Sequence[RowFact]) -> list[LedgerRow]:
    """The rows with all that they hold, each with its `urgency`, in this order."""
    found = (
        LedgerRow.objects.filter(pk__in=[each.key for each in known])
        .select_related("batch__dossier__unit", "file")
        .prefetch_related("people__member")
    )
    by_key = {row.pk: row for row in found}
    shown = []
    for each in known:
        if row := by_key.get(each.key):
            row.urgency = each.urgency
            shown.append(row)
    return shown


def choices(known: Iterable[RowFact]) -> dict[str, list[str]]:
    """The words that a filter offers, by its name."""
    listed = list(known)
    states = {each.word for each in listed}
    usual = [state.value for state in RowState]
    return {
        "department": sorted({name for each in listed for name in each.departments}),
        "aspect": list(dict.fromkeys(each.aspect for each in listed if each.aspect)),
        "origin": sorted({each.origin for each in listed if each.origin}),
        "state": [*(each for each in usual if each in states), *sorted(states - {*usual, ""})],
    }
