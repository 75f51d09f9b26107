"""All meetings, a new one, and that of the next year."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.process import meeting_kinds
from duizhao.web.access import guarded
from duizhao.web.accounts.models import Unit
from duizhao.web.attachment import attachment
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.choosing import branches_of
from duizhao.web.meetings.forms import NewMeetingForm
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.new_aspects import keep_aspects
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

HEADS = ("名称", "单位", "会议种类", "年度", "开会日期", "地点", "主持人", "归档日期")

MEETINGS_OF_A_PAGE = 30


@require_safe
@guarded(TABLE, "meetings")
def meetings(request: HttpRequest) -> HttpResponse:
    units = queries.units(request.user, "begin")
    return _page(request, NewMeetingForm(branches=_branches(units)))


@require_POST
@guarded(TABLE, "begin")
def begin(request: HttpRequest) -> HttpResponse:
    units = queries.units(request.user, "begin")
    wanted = request.POST.get("unit", "")
    unit = get_object_or_404(units, pk=wanted if wanted.isdecimal() else 0) if wanted else None
    unit = unit or get_object_or_404(units[:1])
    form = NewMeetingForm(request.POST, branches=branches_of(unit))
    if not form.is_valid():
        return _page(request, form, UNPROCESSABLE)
    given = dict(form.cleaned_data)
    aspects, notice = given.pop("aspects"), given.pop("notice")
    try:
        if aspects.strip():
            given["profile"] = keep_aspects(
                kind=given["kind"],
                year=given["year"],
                aspects=aspects,
                notice=notice,
                by=request.user,
            )
    except api.DuizhaoError as fault:
        form.add_error("aspects", str(fault))
        return _page(request, form, UNPROCESSABLE)
    held = {"notice": {"title": notice}} if notice else {}
    dossier = actions.begin_with_people(unit=unit, by=request.user, **given, **held)
    return redirect("meetings:plan", dossier=dossier.key)


@require_POST
@guarded(TABLE, "begin_next")
def begin_next(request: HttpRequest, dossier: str) -> HttpResponse:
    """The meeting of the next year, with the people of this one."""
    found = get_object_or_404(queries.dossiers(request.user, "begin_next"), key=dossier)
    try:
        following = actions.begin_next(dossier=found, by=request.user)
    except RefusedAct as fault:
        units = queries.units(request.user, "begin")
        return _page(request, NewMeetingForm(branches=_branches(units)), CONFLICT, str(fault))
    return redirect("meetings:plan", dossier=following.key)


@require_safe
@guarded(TABLE, "workbook")
def workbook(request: HttpRequest) -> HttpResponse:
    """The list of meetings as it is shown."""
    rows = map(_cells, queries.dossiers(request.user, "workbook"))
    return attachment(api.render_list("会议", HEADS, rows), "会议.xlsx")


def _cells(dossier: Dossier) -> tuple[Any, ...]:
    kind = meeting_kinds().get(dossier.kind)
    return (
        dossier.name,
        dossier.unit.name,
        kind.name if kind else "",
        dossier.year,
        dossier.held_on or "",
        dossier.place,
        dossier.chair.name if dossier.chair else "",
        dossier.closed_at.date() if dossier.closed_at else "",
    )


def _branches(units: Any) -> list[str]:
    unit: Unit | None = units.first()
    return branches_of(unit) if unit else []


def _page(
    request: HttpRequest, form: NewMeetingForm, status: int = 200, fault: str = ""
) -> HttpResponse:
    known = queries.dossiers(request.user, "meetings")
    page = Paginator(known, MEETINGS_OF_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "dossiers": page.object_list,
        "units": queries.units(request.user, "begin"),
        "form": form,
        "fault": fault,
    }
    return render(request, "meetings/meetings.html", shown, status=status)
