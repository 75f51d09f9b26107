"""All dossiers with what became of them; archives that wait to be taken in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duizhao.web.access import guarded
from duizhao.web.archive import queries
from duizhao.web.archive.access import TABLE


@require_safe
@guarded(TABLE, "archives")
def archives(request: HttpRequest) -> HttpResponse:
    return archives_page(request)


def archives_page(request: HttpRequest, fault: str = "", status: int = 200) -> HttpResponse:
    """The page, with what an act on it answers."""
    shown = {
        "dossiers": queries.dossiers(request.user, "archives"),
        "units": queries.units(request.user, "put_in"),
        "waiting": queries.intakes(request.user, "intake"),
        "fault": fault,
    }
    return render(request, "archive/archives.html", shown, status=status)
