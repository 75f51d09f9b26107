"""The deadlines of rows as a file for the calendars of phones and offices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Alarm, Calendar, Event

from duizhao.ledger.standing import state_of
from duizhao.process import ENDED_STATES, NearDays, RowState
from duizhao.version import __version__
from duizhao.web.desk.models import LedgerRow

SUMMARY_CHARACTERS = 40
WORDS = {RowState.WAITING: "验收", RowState.STANDING: "检查"}


def row_calendar(rows: Iterable[LedgerRow], days: NearDays, *, shows_problem: bool = True) -> bytes:
    """An .ics file: a day for each row that is not ended, with an alarm at both steps before it.

    The same rows give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//duizhao {__version__}//ZH")
    calendar.add("version", "2.0")
    for row in rows:
        if row.day and state_of(row.cells) not in ENDED_STATES:
            calendar.add_component(_event(row, days, shows_problem=shows_problem))
    return bytes(calendar.to_ical())


def _event(row: LedgerRow, days: NearDays, *, shows_problem: bool) -> Event:
    event = Event()
    state = state_of(row.cells)
    what = WORDS.get(state, "整改") if state else "整改"
    problem = row.cells.get("problem") or row.cells.get("measures", "")
    words = problem[:SUMMARY_CHARACTERS].replace("\n", " ") if shows_problem else row.id_in_ledger
    event.add("uid", f"{row.pk}@duizhao")
    event.add("dtstamp", row.batch.made_at)
    event.add("sequence", row.version)
    event.add("dtstart", row.day)
    event.add("dtend", row.day + timedelta(days=1))
    event.add("summary", f"{what}到期：{words}")
    event.add("description", f"{row.id_in_ledger}　{row.owners}　{row.state}")
    for before in sorted({days.approaching, days.near}, reverse=True):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -timedelta(days=before))
        alarm.add("description", f"还有 {before} 天：{words}")
        event.add_component(alarm)
    return event
