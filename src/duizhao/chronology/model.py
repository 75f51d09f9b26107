"""The values of the table: events with their first and last day, rules with their editions."""

from __future__ import annotations

from datetime import date
from enum import Enum

from duizhao.status import Status
from duizhao.text import value


class EventKind(Enum):
    """What an event is. The value is what people call it."""

    CONGRESS = "党的全国代表大会"
    PLENUM = "中央全会"
    DISCIPLINE_PLENUM = "中央纪委全会"
    CAMPAIGN = "集中教育"
    WORK = "文件和著作"


@value
class Event:
    """A meeting, a campaign, or a document's publication. `closed` is None for one day, or where no end is known.

    `name` is the usual short form; `names` has it first and then every other form in use.
    """

    name: str
    names: tuple[str, ...]
    kind: EventKind
    opened: date
    closed: date | None
    source: str
    status: Status


@value
class Edition:
    """One text of a rule: issued, in force from, replaced by the next edition or by another rule on a day."""

    issued: date
    in_force: date
    replaced: date | None
    source: str
    status: Status


@value
class PartyRule:
    """A rule with its editions, oldest first. `replaced_by` is the rule of another name that took its place."""

    name: str
    names: tuple[str, ...]
    editions: tuple[Edition, ...]
    replaced_by: str = ""

    @property
    def issued(self) -> date:
        """The day of its first edition here. Before the oldest one that the table has, nothing is known."""
        return self.editions[0].issued

    @property
    def repealed(self) -> date | None:
        """The day from which no edition is in force; None for a rule in force."""
        return self.editions[-1].replaced

    def called(self, year: int) -> Edition | None:
        """The edition that people name by this year: that of its issue, or of its coming into force."""
        for each in reversed(self.editions):
            if each.issued.year == year:
                return each
        return next((each for each in self.editions if each.in_force.year == year), None)

    def at(self, day: date) -> Edition | None:
        """The edition in force on a day; None before the first and after the last."""
        for each in self.editions:
            if each.in_force <= day and (each.replaced is None or day < each.replaced):
                return each
        return None
