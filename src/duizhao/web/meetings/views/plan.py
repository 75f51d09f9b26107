"""The plan of a meeting: when, where, on what, who comes, by when each step is due, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duizhao import api
from duizhao.process import CalendarStep
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import SHARED_FILES, TABLE
from duizhao.web.meetings.answers import (
    OVERTAKEN,
)
from duizhao.web.meetings.calendar_file import calendar_file
from duizhao.web.meetings.forms import PlanForm
from duizhao.web.meetings.models import Dossier, FilePurpose, MeetingPart
from duizhao.web.meetings.page import dossier_page
from duizhao.web.meetings.requirements import calendar_of, kind_of, missing_of
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

HEADS = ("要求", "从哪天起", "到哪天止", "状态", "为什么")


@require_safe
@guarded(TABLE, "plan")
def plan(request: HttpRequest, dossier: str) -> HttpResponse:
    return plan_page(
        request, get_object_or_404(queries.dossiers(request.user, "plan"), key=dossier)
    )


def plan_page(
    request: HttpRequest, dossier: Dossier, fault: str = "", status: int = 200
) -> HttpResponse:
    """The page of a plan, with a `fault` where something was refused."""
    kind = kind_of(dossier)
    is_kept = bool(TABLE.scopes("edit_plan", request.user))
    shown: dict[str, Any] = {
        "attendees": _grouped(dossier),
        "steps": _steps(dossier),
        "undated": [each for each in kind.requirements if not each.window] if kind else (),
        "missing": missing_of(dossier) if is_kept and not dossier.is_closed else (),
        "profile": _profile(dossier),
        "files": _files(request, dossier, is_kept),
        "purposes": FilePurpose.choices,
        "kind": kind,
        "is_kept": is_kept,
        "is_changed": is_kept and not dossier.is_closed,
        "today": timezone.localdate(),
        "has_next": dossier.following.exists(),
        "fault": fault,
    }
    return dossier_page(request, dossier, "meetings/plan.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "edit_plan")
def edit_plan(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "edit_plan"), key=dossier)
    if request.method != "POST":
        return _form(request, found, PlanForm(found))
    form = PlanForm(found, request.POST)
    if not form.is_valid():
        return _form(request, found, form, status=UNPROCESSABLE)
    version, values = form.cleaned_data["version"], form.values
    values["chair_id"] = values.pop("chair")
    try:
        actions.change_dossier(
            dossier=found, version=version, by=request.user, act="meetings.edit_plan", **values
        )
    except RefusedAct as fault:
        return _form(request, found, form, str(fault), status=CONFLICT)
    except actions.DossierOvertaken as fault:
        again = PlanForm(fault.dossier, {**request.POST.dict(), "version": fault.dossier.version})
        again.is_valid()
        return _form(request, fault.dossier, again, OVERTAKEN, status=CONFLICT)
    return redirect("meetings:plan", dossier=found.key)


@require_POST
@guarded(TABLE, "step")
def step(request: HttpRequest, dossier: str) -> HttpResponse:
    """The day on which a step was done, or that it was not."""
    found = get_object_or_404(queries.dossiers(request.user, "step"), key=dossier)
    kind, id = kind_of(found), request.POST.get("requirement", "")
    if kind is None or kind.get(id) is None:
        return plan_page(request, found, "没有这一步，请刷新这一页再试", UNPROCESSABLE)
    on = None if "undo" in request.POST else _day(request.POST.get("on", ""))
    return _done(
        request,
        found,
        lambda: actions.mark_step(dossier=found, requirement=id, on=on, by=request.user),
    )


@require_safe
@guarded(TABLE, "calendar_file")
def calendar(request: HttpRequest, dossier: str) -> HttpResponse:
    """The steps as a file for other calendars."""
    found = get_object_or_404(queries.dossiers(request.user, "calendar_file"), key=dossier)
    data = calendar_file(found, calendar_of(found, timezone.localdate()))
    return attachment(data, f"{found.name}日程.ics")


@require_safe
@guarded(TABLE, "calendar_workbook")
def workbook(request: HttpRequest, dossier: str) -> HttpResponse:
    """The steps as a workbook."""
    found = get_object_or_404(queries.dossiers(request.user, "calendar_workbook"), key=dossier)
    rows = [
        (each.requirement.text, each.opens or "", each.closes, each.state.value, each.reason)
        for each in calendar_of(found, timezone.localdate())
    ]
    return attachment(api.render_list("日程", HEADS, rows), f"{found.name}日程.xlsx")


@require_POST
@guarded(TABLE, "close")
def close(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "close"), key=dossier)
    return _done(request, found, lambda: actions.close_dossier(dossier=found, by=request.user))


@require_POST
@guarded(TABLE, "reopen")
def reopen(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "reopen"), key=dossier)
    return _done(request, found, lambda: actions.reopen_dossier(dossier=found, by=request.user))


def _done(request: HttpRequest, dossier: Dossier, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except RefusedAct as fault:
        return plan_page(request, dossier, str(fault), CONFLICT)
    return redirect("meetings:plan", dossier=dossier.key)


def _form(
    request: HttpRequest, dossier: Dossier, form: PlanForm, fault: str = "", status: int = 200
) -> HttpResponse:
    is_overtaken = fault == OVERTAKEN and form.is_valid()
    shown = {
        "form": form,
        "fault": fault,
        "differences": form.differences(dossier) if is_overtaken else (),
    }
    return dossier_page(request, dossier, "meetings/edit_plan.html", shown, status=status)


def _grouped(dossier: Dossier) -> list[tuple[str, list[Any]]]:
    """The people by the part that they have, in the order of the parts."""
    people = list(dossier.attendees.select_related("member"))
    parts = [
        (str(label), [each for each in people if each.part == part])
        for part, label in MeetingPart.choices
    ]
    return [(label, found) for label, found in parts if found]


def _steps(dossier: Dossier) -> list[tuple[CalendarStep, str, str]]:
    """The steps with the class of their state, and the day noted by hand."""
    steps = calendar_of(dossier, timezone.localdate())
    return [
        (each, each.state.name.lower(), dossier.steps_done.get(each.requirement.id, ""))
        for each in steps
    ]


def _profile(dossier: Dossier) -> api.Profile | None:
    try:
        return api.load_profiles(settings.DATA_FOLDER.profiles).by_id.get(dossier.profile)
    except api.DuizhaoError:
        return api.load_profiles().by_id.get(dossier.profile)


def _files(request: HttpRequest, dossier: Dossier, is_kept: bool) -> Any:
    files = dossier.files.all()
    return files if is_kept else files.filter(purpose__in=SHARED_FILES)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
