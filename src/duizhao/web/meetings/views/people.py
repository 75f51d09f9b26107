"""Who comes to a meeting: from the roster, and from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.attachment import attachment
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.actions import AttendeeEdit, Guest
from duizhao.web.meetings.actions.people import SUPERVISION
from duizhao.web.meetings.answers import OVERTAKEN, whole_number
from duizhao.web.meetings.attendee_cells import ATTENDEE_HEADS, attendee_cells
from duizhao.web.meetings.models import Attendee, Dossier, MeetingPart
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import STANDINGS
from duizhao.web.status_codes import CONFLICT

GUESTS = 3
"""Lines for people from outside."""


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """Somebody on the list, as the form shows them."""

    attendee: Attendee
    duty: str
    standing: str
    part: str
    is_answerable: bool
    position: int
    is_out: bool
    now: str


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "people")
def people(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "people"), key=dossier)
    if request.method != "POST":
        return _page(request, found)
    rows = _rows(found, request.POST)
    wanted = found.unit.staff.filter(left_on=None, key__in=request.POST.getlist("member"))
    try:
        actions.change_people(
            dossier=found,
            version=whole_number(request.POST.get("version", "")) or 0,
            by=request.user,
            edits=[_edit(row) for row in rows],
            members=list(wanted.exclude(attends__dossier=found)),
            guests=list(_guests(request.POST)),
        )
    except RefusedAct as fault:
        return _page(request, found, str(fault), CONFLICT)
    except actions.DossierOvertaken as fault:
        return _page(request, fault.dossier, OVERTAKEN, CONFLICT)
    return redirect("meetings:plan", dossier=found.key)


@require_safe
@guarded(TABLE, "people_workbook")
def workbook(request: HttpRequest, dossier: str) -> HttpResponse:
    """The list of a meeting as a workbook."""
    found = get_object_or_404(queries.dossiers(request.user, "people_workbook"), key=dossier)
    rows = [attendee_cells(each) for each in found.attendees.all()]
    return attachment(
        api.render_list("参加人员", ATTENDEE_HEADS, rows), f"{found.name}参加人员.xlsx"
    )


def _page(
    request: HttpRequest, dossier: Dossier, fault: str = "", status: int = 200
) -> HttpResponse:
    given = request.POST if request.method == "POST" else {}
    staff = dossier.unit.staff.filter(left_on=None).exclude(attends__dossier=dossier)
    shown: dict[str, Any] = {
        "rows": _rows(dossier, given),
        "others": staff.select_related("department"),
        "chosen": request.POST.getlist("member"),
        "standings": STANDINGS,
        "meeting_parts": MeetingPart.choices,
        "guests": [_guest(given, at) for at in range(GUESTS)],
        "guest_parts": [each for each in MeetingPart.choices if each[0] != MeetingPart.EXPECTED],
        "fault": fault,
    }
    return dossier_page(request, dossier, "meetings/people.html", shown, status=status)


def _rows(dossier: Dossier, given: Mapping[str, str]) -> list[PeopleRow]:
    """The list as it is, with what a form has changed of it."""
    return [_row(each, given) for each in dossier.attendees.select_related("member")]


def _row(attendee: Attendee, given: Mapping[str, str]) -> PeopleRow:
    key = attendee.key
    is_given = f"part-{key}" in given
    member, position = attendee.member, whole_number(given.get(f"position-{key}", ""))
    has_other = member is not None and member.duty not in ("", attendee.duty)
    return PeopleRow(
        attendee,
        duty=" ".join(given.get(f"duty-{key}", attendee.duty).split())[:NAME_CHARACTERS],
        standing=_known(given.get(f"standing-{key}", ""), STANDINGS, attendee.standing),
        part=_known(given.get(f"part-{key}", ""), MeetingPart.choices, attendee.part),
        is_answerable=f"answers-{key}" in given if is_given else attendee.is_answerable,
        position=attendee.position if position is None else position,
        is_out=f"out-{key}" in given,
        now=member.duty if member and has_other else "",
    )


def _known(value: str, choices: Any, otherwise: str) -> str:
    return value if value in dict(choices) else otherwise


def _edit(row: PeopleRow) -> AttendeeEdit:
    return AttendeeEdit(
        row.attendee, row.duty, row.standing, row.part, row.is_answerable, row.position, row.is_out
    )


def _guest(given: Mapping[str, str], at: int) -> dict[str, str]:
    named = {name: given.get(f"guest-{name}-{at}", "") for name in ("name", "duty", "part")}
    return {"at": str(at), **named, "part": named["part"] or SUPERVISION}


def _guests(given: Mapping[str, str]) -> Any:
    for at in range(GUESTS):
        guest = _guest(given, at)
        if name := " ".join(guest["name"].split())[:NAME_CHARACTERS]:
            part = _known(guest["part"], MeetingPart.choices, SUPERVISION)
            yield Guest(name, guest["duty"].strip()[:NAME_CHARACTERS], part)
