"""All dossiers with what became of them: archived, packed."""

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
    return render(
        request, "archive/archives.html", {"dossiers": queries.dossiers(request.user, "archives")}
    )
