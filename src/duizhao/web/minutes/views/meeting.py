"""The page of a meeting: who came, what was said, who criticised whom, its end and its papers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.process import Objection
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.minutes import actions, queries
from duizhao.web.minutes.access import TABLE
from duizhao.web.minutes.course import course_of
from duizhao.web.minutes.forms import AgendaForm, MinutesForm
from duizhao.web.minutes.page import page
from duizhao.web.minutes.papers import FORMS, PAPERS, paper_of
from duizhao.web.refused_act import RefusedAct

UNPROCESSABLE, CONFLICT, DIGITS = 422, 409, 9


@require_safe
@guarded(TABLE, "meeting")
def meeting(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "meeting"), key=dossier)
    return page(request, found)


@require_POST
@guarded(TABLE, "details")
def details(request: HttpRequest, dossier: str) -> HttpResponse:
    """Times, recorder, summary."""
    found = get_object_or_404(queries.dossiers(request.user, "details"), key=dossier)
    form = MinutesForm(request.POST)
    if not form.is_valid():
        return page(request, found, UNPROCESSABLE, details=form)
    given = form.cleaned_data
    try:
        actions.change_minutes(dossier=found, version=_version(request), by=request.user, **given)
    except actions.MinutesOvertaken as fault:
        return page(request, found, CONFLICT, details=form, theirs=fault.minutes)
    except RefusedAct as fault:
        return page(request, found, CONFLICT, details=form, why=str(fault))
    return redirect("minutes:meeting", dossier=found.key)


@require_POST
@guarded(TABLE, "agenda")
def agenda(request: HttpRequest, dossier: str) -> HttpResponse:
    """The items of the agenda in their order."""
    found = get_object_or_404(queries.dossiers(request.user, "agenda"), key=dossier)
    form = AgendaForm(request.POST)
    if not form.is_valid():
        return page(request, found, UNPROCESSABLE, agenda=form)
    before = queries.agenda_of(found, queries.minutes_of(found))
    try:
        actions.change_agenda(
            dossier=found,
            version=_version(request),
            by=request.user,
            before=before,
            items=form.cleaned_data["items"],
        )
    except actions.MinutesOvertaken as fault:
        return page(request, found, CONFLICT, agenda=form, their_agenda=fault.minutes.agenda)
    except RefusedAct as fault:
        return page(request, found, CONFLICT, agenda=form, why=str(fault))
    return redirect("minutes:meeting", dossier=found.key)


@require_POST
@guarded(TABLE, "end")
def end(request: HttpRequest, dossier: str) -> HttpResponse:
    """The formal close of a meeting: only what is verified stands in its way."""
    found = get_object_or_404(queries.dossiers(request.user, "end"), key=dossier)
    blocking: list[Objection] = course_of(found, request.user).blocking
    try:
        actions.end_meeting(dossier=found, by=request.user, blocking=blocking)
    except RefusedAct as fault:
        return page(request, found, CONFLICT, why=str(fault))
    return redirect("minutes:meeting", dossier=found.key)


@require_POST
@guarded(TABLE, "reopen")
def reopen(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "reopen"), key=dossier)
    try:
        actions.reopen_meeting(dossier=found, by=request.user)
    except RefusedAct as fault:
        return page(request, found, CONFLICT, why=str(fault))
    return redirect("minutes:meeting", dossier=found.key)


@require_safe
@guarded(TABLE, "paper")
def paper(request: HttpRequest, dossier: str) -> HttpResponse:
    """Minutes, attendance or register as a Word file or a PDF."""
    found = get_object_or_404(queries.dossiers(request.user, "paper"), key=dossier)
    which, form = request.GET.get("which", "minutes"), request.GET.get("form", "docx")
    if which not in PAPERS or form not in FORMS:
        raise Http404
    try:
        name, data = paper_of(found, request.user, which, form)
    except api.DuizhaoError as fault:
        return page(request, found, UNPROCESSABLE, why=str(fault))
    if which == "minutes":
        actions.note_look(dossier=found, by=request.user)
    return attachment(data, name)


@require_safe
@guarded(TABLE, "counts")
def counts(request: HttpRequest, dossier: str) -> HttpResponse:
    """Who criticised whom how often, as a workbook."""
    found = get_object_or_404(queries.dossiers(request.user, "counts"), key=dossier)
    course = course_of(found, request.user)
    heads = ("批评人＼被批评人", *(each.name for each in course.expected), "提出")
    rows: list[tuple[Any, ...]] = [
        (row.critic.name, *("" if count is None else count for count in row.counts), row.total)
        for row in course.criticisms
    ]
    rows.append(("受到", *course.received, ""))
    data = api.render_list("批评意见", heads, rows)
    return attachment(data, f"批评意见条数-{found.name}.xlsx")


def _version(request: HttpRequest) -> int:
    """The version that the page had."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) <= DIGITS else 0
