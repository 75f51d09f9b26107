"""Who is expected at the meeting, who came, who did not and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from duizhao import api
from duizhao.web.meetings.models import Attendance, Attendee, Dossier, MeetingPart
from duizhao.web.papers.facts.made import number, words

PLAN = "meetings:plan"
NAMES = {
    "应到人员": MeetingPart.EXPECTED,
    "列席人员": MeetingPart.IN_ATTENDANCE,
    "督导人员": MeetingPart.SUPERVISION,
    "记录人": MeetingPart.RECORDER,
}


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    everybody = list(dossier.attendees.all())
    by_part = {
        part: [each for each in everybody if each.part == part] for part, _ in MeetingPart.choices
    }
    expected = by_part[MeetingPart.EXPECTED]
    found = {
        name: words(dossier, map(_with_duty, by_part[part]), "参加会议的人员", PLAN)
        for name, part in NAMES.items()
    }
    if expected:
        found["应到人数"] = number(dossier, len(expected), "人员：应到", PLAN)
    return {**found, **_presence(dossier, expected)}


def _presence(dossier: Dossier, expected: Iterable[Attendee]) -> Mapping[str, api.PaperFact]:
    """Nothing while nobody's attendance is known."""
    known = [each for each in expected if each.attendance != Attendance.UNKNOWN]
    if not known:
        return {}
    absent = [each for each in known if each.attendance == Attendance.ABSENT]
    why = [f"{each.name}（{each.reason or '事由没有登记'}）" for each in absent] or ["无"]
    count = len(known) - len(absent)
    return {
        "到会人数": number(dossier, count, "人员：登记为到会", PLAN),
        "缺席人员": words(dossier, why, "人员：登记为缺席", PLAN),
    }


def _with_duty(attendee: Attendee) -> str:
    return f"{attendee.name}（{attendee.duty}）" if attendee.duty else attendee.name
