"""The meeting itself: whether it is recorded who came."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from duizhao.web.meetings.models import Attendance, Attendee, Dossier, MeetingPart
from duizhao.web.overview.todo import Onlooker, Todo

PAGE = "minutes:meeting"


def state(dossier: Dossier, onlooker: Onlooker) -> str:
    expected = _expected(dossier)
    present = sum(each.attendance == Attendance.PRESENT for each in expected)
    return f"应到 {len(expected)} 人，登记到会 {present} 人"


def todos(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    if dossier.held_on is None or dossier.held_on > onlooker.today or not onlooker.keeps(dossier):
        return
    unknown = tuple(
        each.name for each in _expected(dossier) if each.attendance == Attendance.UNKNOWN
    )
    if unknown:
        page = reverse(PAGE, kwargs={"dossier": dossier.key})
        words = f"{len(unknown)} 人到会没有，还没有登记"
        is_late = dossier.held_on < onlooker.today
        yield Todo(words, page, dossier, dossier.held_on, whom=unknown, is_late=is_late)


def _expected(dossier: Dossier) -> list[Attendee]:
    return [each for each in dossier.attendees.all() if each.part == MeetingPart.EXPECTED]
