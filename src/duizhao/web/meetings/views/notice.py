"""The notice of the superior: what it changes for this meeting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from duizhao.process import meeting_kinds
from duizhao.web.access import guarded
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.answers import OVERTAKEN, whole_number
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.notice_fields import NoticeFault, notice_fields, notice_given
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "notice")
def notice(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "notice"), key=dossier)
    kind = meeting_kinds().get(found.kind)
    if request.method != "POST" or kind is None:
        return _page(request, found)
    try:
        actions.change_dossier(
            dossier=found,
            version=whole_number(request.POST.get("version", "")) or 0,
            by=request.user,
            act="meetings.notice",
            notice=notice_given(kind, request.POST),
        )
    except NoticeFault as fault:
        return _page(request, found, str(fault), UNPROCESSABLE)
    except RefusedAct as fault:
        return _page(request, found, str(fault), CONFLICT)
    except actions.DossierOvertaken as fault:
        return _page(request, fault.dossier, OVERTAKEN, CONFLICT)
    return redirect("meetings:plan", dossier=found.key)


def _page(
    request: HttpRequest, dossier: Dossier, fault: str = "", status: int = 200
) -> HttpResponse:
    kind = meeting_kinds().get(dossier.kind)
    shown = {
        "fields": notice_fields(kind, dossier.notice) if kind else (),
        "given": request.POST if request.method == "POST" else {},
        "title": request.POST.get("title", dossier.notice.get("title", "")),
        "number": request.POST.get("number", dossier.notice.get("number", "")),
        "fault": fault,
    }
    return dossier_page(request, dossier, "meetings/notice.html", shown, status=status)
