"""Something that somebody has to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from duizhao.process import NearDays
from duizhao.web.meetings.models import Dossier
from duizhao.web.person_role import PersonRole

SOON = timedelta(days=7)
SHOWN_NAMES = 6


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to be done, most of it for one meeting: until which day if it has one, where, why, and whom to ask."""

    words: str
    address: str
    dossier: Dossier | None
    day: date | None = None
    why: str = ""
    whom: tuple[str, ...] = ()
    is_late: bool = False

    @property
    def meeting(self) -> str:
        """The name of the meeting; empty for what concerns many."""
        return self.dossier.name if self.dossier else ""

    @property
    def unit(self) -> str:
        """The unit whose meeting it is."""
        return self.dossier.unit.name if self.dossier else ""

    @property
    def names(self) -> str:
        """Whom to ask, in words."""
        more = len(self.whom) - SHOWN_NAMES
        shown = "、".join(self.whom[:SHOWN_NAMES])
        return f"{shown}等 {len(self.whom)} 人" if more > 0 else shown


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Who asks what has to be done, on which day; and from how many days on a row of a ledger is near."""

    person: Any
    today: date
    near_days: NearDays

    def keeps(self, dossier: Dossier) -> bool:
        """Whether this person is a clerk of the unit."""
        return dossier.unit_id in self.person.units_by_role.get(PersonRole.CLERK, ())

    def reviews(self, dossier: Dossier) -> bool:
        """Whether this person reviews statements of the unit."""
        return dossier.unit_id in self.person.units_below(PersonRole.REVIEWER)

    def own_member(self, dossier: Dossier) -> str | None:
        """The key of this person on the roster, for a meeting that this person attends."""
        return next(
            (
                each.member.pk
                for each in dossier.attendees.all()
                if each.member and each.member.account_id == self.person.pk
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class TodoGroup:
    """Things to do that are equally pressing."""

    title: str
    todos: tuple[Todo, ...]


def has_several_units(todos: Iterable[Todo]) -> bool:
    """Whether the meetings are those of several units, so that each has to be named."""
    return len({each.dossier.unit_id for each in todos if each.dossier}) > 1


def grouped(todos: Iterable[Todo], today: date) -> Iterator[TodoGroup]:
    """What is late, what is due within a week, what comes later, what has no day; each by its day."""
    known = sorted(todos, key=lambda each: (each.day or date.max, each.meeting))
    late = [each for each in known if each.is_late]
    dated = [each for each in known if not each.is_late and each.day is not None]
    soon = [each for each in dated if each.day and each.day <= today + SOON]
    later = [each for each in dated if each not in soon]
    undated = [each for each in known if not each.is_late and each.day is None]
    titles = {"已经过期": late, "七天之内": soon, "再往后": later, "没有定日子的": undated}
    for title, found in titles.items():
        if found:
            yield TodoGroup(title, tuple(found))
