"""Findings of a file put aside, and taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.desk import actions, queries, reading
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.controls import group_with, key_of
from duizhao.web.desk.models import DeskFile, ReadStatus
from duizhao.web.desk.refusal import TEXT_HAS_CHANGED, back_to, refused
from duizhao.web.desk.words import NO_REASON


@require_POST
@guarded(TABLE, "put_aside")
def put_aside(request: HttpRequest, file: str) -> HttpResponse:
    """A card put aside, with all its places."""
    found = get_object_or_404(queries.files(request.user, "put_aside"), key=file)
    if found.status != ReadStatus.READ:
        return refused(request, found, TEXT_HAS_CHANGED)
    checked = reading.checked(found, found.versions.last())
    group = group_with(request.POST.get("finding", ""), checked.findings, checked.source)
    if group is None:
        return refused(request, found, TEXT_HAS_CHANGED)
    reason = request.POST.get("reason") or request.POST.get("other", "").strip() or NO_REASON
    keys = [key_of(finding, checked.source) for finding in group.findings]
    actions.put_aside(file=found, keys=keys, reason=reason, by=request.user)
    return _counted_anew(request, found)


@require_POST
@guarded(TABLE, "take_back")
def take_back(request: HttpRequest, file: str) -> HttpResponse:
    """A card taken back from those put aside."""
    found = get_object_or_404(queries.files(request.user, "take_back"), key=file)
    if found.status != ReadStatus.READ:
        return refused(request, found, TEXT_HAS_CHANGED)
    checked, apart = reading.checked_with_aside(found, found.versions.last())
    group = group_with(request.POST.get("finding", ""), apart, checked.source)
    if group is None:
        return refused(request, found, TEXT_HAS_CHANGED)
    keys = [key_of(finding, checked.source) for finding in group.findings]
    actions.take_back(file=found, keys=keys, by=request.user)
    return _counted_anew(request, found)


def _counted_anew(request: HttpRequest, file: DeskFile) -> HttpResponse:
    """The row of the file counted without what is aside; back to the card that now has the number."""
    reading.read_version(file, file.versions.last())
    return back_to(file, request.POST.get("at", ""))
