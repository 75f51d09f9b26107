"""The days of the demonstration: its meeting is always three weeks away, last year's was a year before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

AHEAD, YEAR = timedelta(days=21), timedelta(days=364)
LAST_MONTH_OF_LAST_YEAR = 7
"""A meeting in the first half of a year is that of the year before."""


@dataclass(frozen=True, slots=True)
class DemoDays:
    """When the meetings of the demonstration are, and of which years."""

    today: date

    @property
    def meeting(self) -> date:
        return self.today + AHEAD

    @property
    def last_meeting(self) -> date:
        return self.meeting - YEAR

    @property
    def year(self) -> int:
        return self.meeting.year - (self.meeting.month <= LAST_MONTH_OF_LAST_YEAR)
