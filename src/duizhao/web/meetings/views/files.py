"""The files of a dossier that are no statements: put in, downloaded, removed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.attachment import stored_attachment
from duizhao.web.audit.actions import record
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import SHARED_FILES, TABLE
from duizhao.web.meetings.models import FilePurpose
from duizhao.web.meetings.views.plan import plan_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@require_POST
@guarded(TABLE, "attach")
def attach(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "attach"), key=dossier)
    uploads, purpose = request.FILES.getlist("file"), request.POST.get("purpose", "")
    if not uploads:
        return plan_page(request, found, "没有收到文件，请再选一次", UNPROCESSABLE)
    try:
        for each in uploads:
            actions.attach(
                dossier=found,
                purpose=purpose if purpose in FilePurpose.values else FilePurpose.OTHER,
                name=each.name or "文件",
                data=each.read(),
                by=request.user,
            )
    except RefusedAct as fault:
        return plan_page(request, found, str(fault), CONFLICT)
    return redirect("meetings:plan", dossier=found.key)


@require_safe
@guarded(TABLE, "attached")
def attached(request: HttpRequest, attached: str) -> HttpResponseBase:
    """A file as it came. That somebody took one with opinions or criticism is noted."""
    found = get_object_or_404(queries.files(request.user, "attached"), key=attached)
    if found.purpose not in SHARED_FILES:
        record(actor=request.user, act="meetings.attached", kind="dossier-file", key=found.key)
    return stored_attachment(found.content, found.name)


@require_POST
@guarded(TABLE, "detach")
def detach(request: HttpRequest, attached: str) -> HttpResponse:
    found = get_object_or_404(queries.files(request.user, "detach"), key=attached)
    try:
        actions.detach(file=found, by=request.user)
    except RefusedAct as fault:
        return plan_page(request, found.dossier, str(fault), CONFLICT)
    return redirect("meetings:plan", dossier=found.dossier_id)
