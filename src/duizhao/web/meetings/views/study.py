"""Group studies before a meeting: when, on what, who came, with which material."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duizhao import api
from duizhao.process import count_objection
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.answers import OVERTAKEN
from duizhao.web.meetings.forms import StudyForm
from duizhao.web.meetings.models import Attendee, Dossier, StudySession
from duizhao.web.meetings.page import dossier_page
from duizhao.web.meetings.requirements import STUDY, kind_of
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@require_safe
@guarded(TABLE, "study")
def study(request: HttpRequest, dossier: str) -> HttpResponse:
    return _page(request, get_object_or_404(queries.dossiers(request.user, "study"), key=dossier))


@require_POST
@guarded(TABLE, "add_study")
def add(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "add_study"), key=dossier)
    form = StudyForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=UNPROCESSABLE)
    try:
        actions.add_study(dossier=found, by=request.user, **_given(request, found, form))
    except RefusedAct as fault:
        return _page(request, found, form, str(fault), CONFLICT)
    return redirect("meetings:study", dossier=found.key)


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "edit_study")
def edit(request: HttpRequest, study: str) -> HttpResponse:
    found = get_object_or_404(queries.studies(request.user, "edit_study"), key=study)
    dossier = found.dossier
    if request.method != "POST":
        now = {name: getattr(found, name) for name in ("held_on", "place", "theme", "version")}
        return _form(request, found, StudyForm(initial=now))
    form = StudyForm(request.POST)
    if not form.is_valid():
        return _form(request, found, form, status=UNPROCESSABLE)
    try:
        version = form.cleaned_data["version"] or 0
        given = _given(request, dossier, form)
        actions.change_study(study=found, version=version, by=request.user, **given)
    except RefusedAct as fault:
        return _form(request, found, form, str(fault), CONFLICT)
    except actions.StudyOvertaken as fault:
        again = StudyForm({**request.POST.dict(), "version": fault.study.version})
        return _form(request, fault.study, again, OVERTAKEN, CONFLICT)
    return redirect("meetings:study", dossier=dossier.key)


@require_POST
@guarded(TABLE, "remove_study")
def remove(request: HttpRequest, study: str) -> HttpResponse:
    found = get_object_or_404(queries.studies(request.user, "remove_study"), key=study)
    try:
        actions.remove_study(study=found, by=request.user)
    except RefusedAct as fault:
        return _page(request, found.dossier, None, str(fault), CONFLICT)
    return redirect("meetings:study", dossier=found.dossier.key)


@require_safe
@guarded(TABLE, "study_workbook")
def workbook(request: HttpRequest, dossier: str) -> HttpResponse:
    """Who came to which study: a row for each person, a column for each session."""
    found = get_object_or_404(queries.dossiers(request.user, "study_workbook"), key=dossier)
    sessions = list(found.studies.prefetch_related("present"))
    came = [{each.key for each in session.present.all()} for session in sessions]
    heads = ("姓名", "职务", *(session.held_on.isoformat() for session in sessions))
    people = found.attendees.all()
    rows = [(p.name, p.duty, *("到" if p.key in each else "" for each in came)) for p in people]
    listed = [
        (each.held_on, each.place, each.theme, len(present))
        for each, present in zip(sessions, came, strict=True)
    ]
    data = api.render_lists(
        "集中学习",
        [("集中学习", ("日期", "地点", "学习内容", "到会人数"), listed), ("到会情况", heads, rows)],
    )
    return attachment(data, f"{found.name}集中学习.xlsx")


def _given(request: HttpRequest, dossier: Dossier, form: StudyForm) -> dict[str, Any]:
    keys = request.POST.getlist("present")
    return {
        **{name: form.cleaned_data[name] for name in ("held_on", "place", "theme")},
        "present": list(dossier.attendees.filter(key__in=keys)),
        "material": [(each.name or "文件", each.read()) for each in request.FILES.getlist("file")],
    }


def _page(
    request: HttpRequest,
    dossier: Dossier,
    form: StudyForm | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    kind, sessions = kind_of(dossier), dossier.studies.prefetch_related("present", "material")
    asked = kind.get(STUDY) if kind else None
    shown = {
        "sessions": sessions,
        "form": form or StudyForm(),
        "people": _people(dossier, request, None),
        "objection": count_objection(asked, len(sessions)) if asked else None,
        "is_kept": bool(TABLE.scopes("add_study", request.user)) and not dossier.is_closed,
        "fault": fault,
    }
    return dossier_page(request, dossier, "meetings/study.html", shown, status=status)


def _form(
    request: HttpRequest, study: StudySession, form: StudyForm, fault: str = "", status: int = 200
) -> HttpResponse:
    shown = {
        "study": study,
        "form": form,
        "people": _people(study.dossier, request, study),
        "material": study.material.all(),
        "theirs": study if fault == OVERTAKEN else None,
        "fault": fault,
    }
    return dossier_page(request, study.dossier, "meetings/edit_study.html", shown, status=status)


def _people(
    dossier: Dossier, request: HttpRequest, study: StudySession | None
) -> Sequence[tuple[Attendee, bool]]:
    """The people of the meeting, each with whether they are ticked."""
    if request.method == "POST":
        ticked = set(request.POST.getlist("present"))
    else:
        ticked = set(study.present.values_list("key", flat=True)) if study else set()
    return [(each, each.key in ticked) for each in dossier.attendees.all()]
