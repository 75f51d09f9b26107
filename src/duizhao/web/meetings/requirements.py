"""What is asked of one meeting: its kind under the notice of the superior, its calendar, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from duizhao.process import (
    CalendarStep,
    DateWindow,
    MeetingKind,
    Notice,
    Objection,
    Override,
    count_objection,
    meeting_calendar,
    meeting_kinds,
    season_objection,
    under_notice,
)
from duizhao.web.meetings.models import Dossier, MeetingPart

STUDY = "study"


@dataclass(frozen=True, slots=True)
class MissingPiece:
    """Something that a meeting does not have yet: why it is asked for, and the address of the page where it goes.

    One that is not blocking only reminds.
    """

    words: str
    basis: str
    page: str
    is_blocking: bool = False


def kind_of(dossier: Dossier) -> MeetingKind | None:
    """The kind of a meeting as it is under its notice; None for a kind that this version does not know."""
    kind = meeting_kinds().get(dossier.kind)
    return under_notice(kind, notice_of(dossier, kind)) if kind else None


def notice_of(dossier: Dossier, kind: MeetingKind) -> Notice | None:
    """The notice of a meeting with its changes of what this kind has; None where there is none."""
    title = dossier.notice.get("title", "")
    if not title:
        return None
    known = {each.id for each in kind.requirements}
    given = [each for each in dossier.notice.get("overrides", ()) if each["requirement"] in known]
    return Notice(title, dossier.notice.get("number", ""), tuple(map(_override, given)))


def calendar_of(dossier: Dossier, today: date) -> tuple[CalendarStep, ...]:
    """The dated steps of a meeting; none before its day is set."""
    kind = kind_of(dossier)
    if kind is None or dossier.held_on is None:
        return ()
    return meeting_calendar(kind.requirements, dossier.held_on, today, done_of(dossier))


def done_of(dossier: Dossier) -> dict[str, date]:
    """The day on which each step was done: as noted, or as what the dossier holds shows it."""
    noted = {id: date.fromisoformat(day) for id, day in dossier.steps_done.items()}
    studied = [each.held_on for each in dossier.studies.all()]
    if studied and STUDY not in noted:
        noted[STUDY] = min(studied)
    return noted


def missing_of(dossier: Dossier) -> list[MissingPiece]:
    """What the plan of a meeting does not have yet, in the order of the pages."""
    return [*_blanks(dossier), *_objected(dossier)]


def _blanks(dossier: Dossier) -> Iterator[MissingPiece]:
    expected = [each for each in dossier.attendees.all() if each.part == MeetingPart.EXPECTED]
    if dossier.held_on is None:
        yield MissingPiece("开会日期还没定", "日程要从开会日期算", "edit_plan")
    if not expected:
        yield MissingPiece("还没有列出应到会的人", "谈心谈话、材料、签到都按人来", "people")
    if not dossier.profile:
        yield MissingPiece("还没选对照检查的方面", "材料按方面检查", "edit_plan")
    if not dossier.chair_id:
        yield MissingPiece("还没定主持人", "会议方案和记录里要写", "edit_plan")


def _objected(dossier: Dossier) -> Iterator[MissingPiece]:
    kind = kind_of(dossier)
    if kind is None:
        return
    if dossier.held_on and (late := season_objection(kind, dossier.held_on, dossier.has_consent)):
        yield _piece(late, "edit_plan")
    asked = kind.get(STUDY)
    if asked and (few := count_objection(asked, dossier.studies.count())):
        yield _piece(few, "study")


def _piece(objection: Objection, page: str) -> MissingPiece:
    return MissingPiece(objection.reason, objection.requirement.basis, page, objection.is_blocking)


def _override(given: Mapping[str, Any]) -> Override:
    window = given.get("window")
    return Override(
        requirement=given["requirement"],
        is_waived=given.get("is_waived", False),
        text=given.get("text") or None,
        window=DateWindow(*window) if window else None,
        count=given.get("count"),
        least_share=Fraction(given["least"]) if given.get("least") else None,
        most_share=Fraction(given["most"]) if given.get("most") else None,
    )
