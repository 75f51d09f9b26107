"""Makes the demonstration in a unit, by the same actions as the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from duizhao.process import Standing
from duizhao.web.accounts.models import Unit
from duizhao.web.demonstration.data import data, statement
from duizhao.web.demonstration.days import DemoDays
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.desk.models import DeskFile
from duizhao.web.meetings.actions import add_study, begin_with_people, change_dossier, close_dossier
from duizhao.web.meetings.models import Attendance, Dossier
from duizhao.web.opinions.actions import (
    TypedOpinion,
    begin_round,
    draw_codes,
    enter_opinions,
)
from duizhao.web.opinions.models import OpinionOrigin
from duizhao.web.roster.actions import give_account, take_in
from duizhao.web.roster.models import StaffMember
from duizhao.web.roster.staff_entry import StaffEntry
from duizhao.web.submissions import actions as submissions
from duizhao.web.submissions.models import ReviewOutcome, Submission
from duizhao.web.talks.actions import mark_held

UNIT = "云溪县水务局（演示）"
KIND, PROFILE = "democratic-life", "2025"
NAME = "{}年度民主生活会"
GIVEN_TO_REVISE, GIVEN_TO_ANSWER = timedelta(days=6), timedelta(days=9)


@dataclass(frozen=True, slots=True)
class DeskWays:
    """How the desk takes a file, and the rows of a ledger: given by whoever asks for the demonstration."""

    put_in: Callable[..., DeskFile]
    take_rows: Callable[..., object]


def make_meetings(
    *,
    unit: Unit,
    by: Any,
    today: date,
    ways: DeskWays,
    accounts: Mapping[str, Any] | None = None,
) -> Dossier:
    """Fill a unit with people, last year's finished meeting and this year's running one. Returns the latter.

    `accounts` are those of people by their names.
    """
    days = DemoDays(today)
    with transaction.atomic():
        staff = _people(unit, by, today)
        for name, account in (accounts or {}).items():
            give_account(member=staff[name], account=account, by=by)
        last = _last_year(unit, by, days)
        dossier = _this_year(unit, by, days, last)
    _statements(dossier, by, days, ways)
    return dossier


def _people(unit: Unit, by: Any, today: date) -> dict[str, StaffMember]:
    overseen: dict[str, list[str]] = {}
    for each in data()["departments"]:
        overseen.setdefault(each["overseer"], []).append(each["name"])
    entries = [
        StaffEntry(
            name=each["name"],
            duty=each["duty"],
            standing=each["standing"],
            branch=each["branch"],
            oversees=tuple(overseen.get(each["name"], ())),
        )
        for each in data()["leaders"]
    ]
    head = Standing.DEPARTMENT_HEAD.name.lower()
    entries += [StaffEntry(standing=head, **each) for each in data()["heads"]]
    departments = [each["name"] for each in data()["departments"]]
    entries += [
        StaffEntry(name=name, duty="科员", department=departments[at % len(departments)])
        for at, name in enumerate(data()["staff"])
    ]
    made = take_in(unit=unit, by=by, entries=entries, today=today)
    return {each.name: each for each in made}


def _last_year(unit: Unit, by: Any, days: DemoDays) -> Dossier:
    dossier = _begun(unit, by, days.year - 1, days.last_meeting, None)
    for row in data()["last_year"]:
        add_by_hand(batch=dossier.batch, by=by, cells=row)
    dossier.attendees.update(attendance=Attendance.PRESENT)
    close_dossier(dossier=dossier, by=by)
    return dossier


def _this_year(unit: Unit, by: Any, days: DemoDays, last: Dossier) -> Dossier:
    dossier = _begun(unit, by, days.year, days.meeting, last)
    present = list(dossier.attendees.all())
    for each in data()["studies"]:
        held_on = days.today - timedelta(days=each["days"])
        add_study(
            dossier=dossier,
            by=by,
            held_on=held_on,
            place=dossier.place,
            theme=each["theme"],
            present=present,
        )
    people = {each.name: each for each in present}
    typed = [TypedOpinion(words) for words in data()["team_opinions"]]
    enter_opinions(
        dossier=dossier, by=by, origin=OpinionOrigin.FORM, scope="供水用户代表", typed=typed
    )
    typed = [
        TypedOpinion(each["words"], people[each["about"]]) for each in data()["personal_opinions"]
    ]
    enter_opinions(
        dossier=dossier, by=by, origin=OpinionOrigin.DISCUSSION, scope="本单位职工", typed=typed
    )
    asked = begin_round(
        dossier=dossier,
        by=by,
        name=data()["round"]["name"],
        questions=data()["round"]["questions"],
        scopes=data()["round"]["scopes"],
        ends_on=days.today + GIVEN_TO_ANSWER,
    )
    draw_codes(asked=asked, by=by, counts=data()["round"]["codes"])
    staff = {each.name: each for each in StaffMember.objects.filter(unit=unit)}
    for one, other in data()["talked"]:
        mark_held(dossier=dossier, by=by, one=staff[one], other=staff[other], is_held=True)
    return dossier


def _begun(unit: Unit, by: Any, year: int, held_on: date, previous: Dossier | None) -> Dossier:
    """A meeting with its people, its theme and its place."""
    dossier = begin_with_people(
        unit=unit,
        by=by,
        kind=KIND,
        name=NAME.format(year),
        year=year,
        profile=PROFILE,
        held_on=held_on,
        previous=previous,
    )
    chair = StaffMember.objects.get(unit=unit, name=data()["leaders"][0]["name"])
    fields = {
        "theme": data()["theme"],
        "place": data()["place"],
        "held_at": "上午9时",
        "chair": chair,
    }
    change_dossier(
        dossier=dossier, version=dossier.version, by=by, act="meetings.edit_plan", **fields
    )
    dossier.refresh_from_db()
    return dossier


def _statements(dossier: Dossier, by: Any, days: DemoDays, ways: DeskWays) -> None:
    """Statements of different quality: one accepted, one returned, some waiting, one not there yet."""
    people = {each.name: each for each in dossier.attendees.all()}
    for each in data()["leaders"]:
        if id := each.get("statement"):
            name = f"{each['name']}对照检查材料.txt"
            file = ways.put_in(
                batch=dossier.batch, name=name, data=statement(id, days.today, days.year)
            )
            bound = submissions.bind(
                dossier=dossier, file=file, attendee=people[each["name"]], by=by
            )
            _reviewed(bound, each, by, days)
    ways.take_rows(batch=dossier.batch, by=by)


def _reviewed(submission: Submission, person: Mapping[str, Any], by: Any, days: DemoDays) -> None:
    """How far a statement is, as the table of people says."""
    if "review" not in person:
        return
    submissions.hand_in(submission=submission, number=1, seen=submission.version, by=by)
    submission.refresh_from_db()
    given = {"submission": submission, "number": 1, "seen": submission.version, "by": by}
    if person["review"] == "accepted":
        submissions.accept(**given)
    elif person["review"] == "returned":
        submissions.return_statement(
            **given,
            outcome=str(ReviewOutcome.REVISE),
            due_on=days.today + GIVEN_TO_REVISE,
            reasons=[tuple(each) for each in person["reasons"]],
        )
