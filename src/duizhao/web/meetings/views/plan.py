"""The plan of a meeting: when, where, on what, who comes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from duizhao.web.access import guarded
from duizhao.web.meetings import queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.page import dossier_page


@require_safe
@guarded(TABLE, "plan")
def plan(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "plan"), key=dossier)
    shown = {"attendees": found.attendees.select_related("member")}
    return dossier_page(request, found, "meetings/plan.html", shown)
