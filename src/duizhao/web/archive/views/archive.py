"""The archive of one dossier: made, shown while it is made, downloaded."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.archive import actions, jobs, queries
from duizhao.web.archive.access import TABLE
from duizhao.web.archive.models import ArchiveStatus
from duizhao.web.attachment import stored_attachment
from duizhao.web.audit.actions import record
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT


@require_safe
@guarded(TABLE, "archive")
def archive(request: HttpRequest, dossier: str) -> HttpResponse:
    return _page(request, get_object_or_404(queries.dossiers(request.user, "archive"), key=dossier))


@require_POST
@guarded(TABLE, "make")
def make(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "make"), key=dossier)
    try:
        actions.begin_archive(
            dossier=found,
            by=request.user,
            has_records="records" in request.POST,
            also=jobs.enqueue_making,
        )
    except RefusedAct as fault:
        return _page(request, found, str(fault), CONFLICT)
    return redirect("archive:archive", dossier=found.key)


@require_safe
@guarded(TABLE, "made")
def made(request: HttpRequest, dossier: str) -> HttpResponse:
    """The list of what was made, anew: it is asked for while something is made."""
    found = get_object_or_404(queries.dossiers(request.user, "made"), key=dossier)
    return render(request, "archive/_made.html", {"dossier": found, **_made(request, found)})


@require_safe
@guarded(TABLE, "download")
def download(request: HttpRequest, archive: str) -> HttpResponseBase:
    found = get_object_or_404(queries.archives(request.user, "download"), key=archive)
    if not found.content:
        return HttpResponse("还没有做好", status=CONFLICT)
    record(actor=request.user, act="archive.download", kind="dossier", key=found.dossier_id)
    return stored_attachment(found.content, found.name)


@require_POST
@guarded(TABLE, "stop_making")
def stop(request: HttpRequest, archive: str) -> HttpResponse:
    found = get_object_or_404(queries.archives(request.user, "stop_making"), key=archive)
    actions.stop_archive(archive=found)
    return redirect("archive:archive", dossier=found.dossier_id)


@require_POST
@guarded(TABLE, "remove_archive")
def remove(request: HttpRequest, archive: str) -> HttpResponse:
    found = get_object_or_404(queries.archives(request.user, "remove_archive"), key=archive)
    actions.remove_archive(archive=found, by=request.user)
    return redirect("archive:archive", dossier=found.dossier_id)


def _page(
    request: HttpRequest, dossier: Dossier, fault: str = "", status: int = 200
) -> HttpResponse:
    shown = {"fault": fault, **_made(request, dossier)}
    return dossier_page(request, dossier, "archive/archive.html", shown, status=status)


def _made(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    found = list(queries.archives(request.user, "download").filter(dossier=dossier))
    is_working = any(each.status == ArchiveStatus.WORKING for each in found)
    return {"archives": found, "is_working": is_working}
