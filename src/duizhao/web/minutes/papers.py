"""The papers of a meeting from what was entered: minutes, attendance, register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any

from duizhao import api
from duizhao.process import SpeechKind, chinese_day
from duizhao.web.desk import checking
from duizhao.web.meetings.models import Attendance, Attendee, Dossier, FilePurpose, MeetingPart
from duizhao.web.minutes.course import MeetingCourse, course_of
from duizhao.web.minutes.models import MinutesEntry

FORMS = ("docx", "pdf")
REPORTED = "report-after"
"""The step of the calendar by which a meeting is reported."""
DECISION = SpeechKind.DECISION.name.lower()
ATTACHED = (FilePurpose.ABSENT, FilePurpose.MINUTES)


PAPERS: Mapping[str, tuple[str, Callable[[api.MeetingRecord], api.WrittenPaper]]] = {
    "minutes": ("会议记录", api.minutes_paper),
    "attendance": ("签到表", api.attendance_paper),
    "register": ("登记表", api.register_paper),
}
"""The papers by what an address calls them: their words, and what makes them."""


_SETTING = Lock()


def paper_of(dossier: Dossier, person: Any, which: str, form: str) -> tuple[str, bytes]:
    """The name and the bytes of a paper, with the words that `person` may read. Raises DuizhaoError."""
    words, make = PAPERS[which]
    paper = make(record_of(course_of(dossier, person)))
    # One at a time: the typesetter for PDF serves one caller.
    with _SETTING:
        return f"{dossier.name} {words}.{form}", _setter(form, checking.stamp()).set(paper)


def record_of(course: MeetingCourse) -> api.MeetingRecord:
    """A meeting as its papers record it."""
    dossier, minutes = course.dossier, course.minutes
    entries = [entry for item in course.agenda for entry in item.entries]
    reported = dossier.steps_done.get(REPORTED, "")
    others = [each for each in course.people if each.part != MeetingPart.EXPECTED]
    return api.MeetingRecord(
        unit=dossier.unit.name,
        name=dossier.name,
        held=held_words(dossier, minutes.began, minutes.ended),
        place=dossier.place,
        chair=dossier.chair.name if dossier.chair else "",
        recorder=minutes.recorder,
        reported=chinese_day(date.fromisoformat(reported)) if reported else "",
        summary=minutes.summary,
        expected=tuple(map(_person, course.expected)),
        present=tuple(map(_person, course.present)),
        absent=tuple(map(_person, course.absent)),
        others=tuple(
            _person(each)
            for each in others
            if each.attendance != Attendance.ABSENT and each.part != MeetingPart.RECORDER
        ),
        parts=tuple(
            api.AgendaPart(item.title, tuple(map(_speech, _without_decisions(item.entries))))
            for item in course.agenda
        ),
        decisions=tuple(each.words.text for each in entries if each.kind == DECISION),
        attachments=tuple(
            dossier.files.filter(purpose__in=ATTACHED).values_list("name", flat=True)
        ),
    )


def held_words(dossier: Dossier, began: str, ended: str) -> str:
    """When a meeting is held, as a paper says it."""
    day = chinese_day(dossier.held_on) if dossier.held_on else ""
    return f"{day}{began or dossier.held_at}{f'至{ended}' if ended else ''}"


def _without_decisions(entries: tuple[MinutesEntry, ...]) -> list[MinutesEntry]:
    return [each for each in entries if each.kind != DECISION]


def _person(attendee: Attendee) -> api.MeetingPerson:
    is_known = attendee.attendance != Attendance.UNKNOWN
    return api.MeetingPerson(
        attendee.name,
        attendee.duty,
        attendee.get_part_display(),
        attendee.get_attendance_display() if is_known else "",
        attendee.reason,
    )


def _speech(entry: MinutesEntry) -> api.RecordedSpeech:
    return api.RecordedSpeech(
        entry.speaker_name, entry.get_kind_display(), entry.words.text, entry.about_name
    )


@lru_cache(maxsize=len(FORMS))
def _setter(form: str, stamp: str) -> api.PaperSetter:
    """Kept between papers, until the settings change: the one for PDF is dear to make."""
    config = checking.checker().config
    return api.PaperSetter(form, config.layout, config.fonts)
