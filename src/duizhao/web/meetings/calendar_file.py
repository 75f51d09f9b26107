"""The calendar of a meeting as a file for the calendars of phones and offices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from icalendar import Calendar, Event

from duizhao.process import CalendarStep
from duizhao.version import __version__
from duizhao.web.meetings.models import Dossier


def calendar_file(dossier: Dossier, steps: Iterable[CalendarStep]) -> bytes:
    """An .ics file: the meeting, and the last day of each step. The same steps give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", f"-//duizhao {__version__}//ZH")
    calendar.add("version", "2.0")
    if dossier.held_on:
        place = dossier.place
        calendar.add_component(
            _event(dossier, "meeting", dossier.name, dossier.held_on, place=place)
        )
    for step in steps:
        words = f"{dossier.name}：{step.requirement.text}"
        calendar.add_component(
            _event(dossier, step.requirement.id, words, step.closes, step.reason)
        )
    return bytes(calendar.to_ical())


def _event(
    dossier: Dossier, id: str, words: str, day: date, why: str = "", place: str = ""
) -> Event:
    event = Event()
    event.add("uid", f"{id}-{dossier.key}@duizhao")
    event.add("dtstamp", dossier.made_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", words)
    for name, text in (("description", why), ("location", place)):
        if text:
            event.add(name, text)
    return event
