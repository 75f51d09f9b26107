"""The roster: who is in the unit, in which department, and who is in charge of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duizhao.web.access import guarded
from duizhao.web.roster import queries
from duizhao.web.roster.access import TABLE


@require_safe
@guarded(TABLE, "roster")
def roster(request: HttpRequest) -> HttpResponse:
    return render(request, "roster/roster.html", {"staff": queries.staff(request.user, "roster")})
