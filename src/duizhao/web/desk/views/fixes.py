"""Certain fixes of a file: made one by one or all at once, and undone."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import actions, queries, reading
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.controls import group_with
from duizhao.web.desk.models import DeskFile, ReadStatus, VersionOrigin
from duizhao.web.desk.refusal import TEXT_HAS_CHANGED, back_to, refused, whole_number
from duizhao.web.desk.words import changes_in_words
from duizhao.web.stored_files import load


@require_POST
@guarded(TABLE, "fix")
def fix(request: HttpRequest, file: str) -> HttpResponse:
    """The fix of one card, at all its places."""
    found = get_object_or_404(queries.files(request.user, "fix"), key=file)
    if found.status != ReadStatus.READ:
        return refused(request, found, TEXT_HAS_CHANGED)
    checked = reading.checked(found, found.versions.last())
    group = group_with(request.POST.get("finding", ""), checked.findings, checked.source)
    if group is None or not (edits := api.edits_of(group.findings)):
        return refused(request, found, TEXT_HAS_CHANGED)
    return _made(request, found, checked.source, edits)


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "fix_all")
def fix_all(request: HttpRequest, file: str) -> HttpResponse:
    """All certain fixes: first what would change, then made."""
    found = get_object_or_404(queries.files(request.user, "fix_all"), key=file)
    if found.status != ReadStatus.READ:
        return refused(request, found, TEXT_HAS_CHANGED)
    version = found.versions.last()
    checked = reading.checked(found, version, most=None)
    edits = api.edits_of(checked.findings)
    if request.method == "POST":
        return _made(request, found, checked.source, edits) if edits else back_to(found)
    changes = api.TextFix(checked.source, checked.source, (), edits).changes
    unit = "段" if checked.source.format == "docx" else "行"
    shown = {"file": found, "changes": list(changes), "number": version.number, "unit": unit}
    return render(request, "desk/fix_all.html", shown)


@require_POST
@guarded(TABLE, "undo")
def undo(request: HttpRequest, file: str) -> HttpResponse:
    """The last fix undone."""
    found = get_object_or_404(queries.files(request.user, "undo"), key=file)
    fixed = queries.last_fixed(found)
    if fixed is None:
        return refused(request, found, TEXT_HAS_CHANGED)
    before = found.versions.get(number=fixed.number - 1)
    after = whole_number(request.POST.get("version", ""))
    try:
        version = actions.go_back(
            file=found, after=after, to=before, origin=VersionOrigin.UNDONE, by=request.user
        )
    except actions.Overtaken:
        return refused(request, found, TEXT_HAS_CHANGED)
    reading.read_version(found, version)
    return back_to(found, request.POST.get("at", ""))


def _made(
    request: HttpRequest, file: DeskFile, source: api.Source, edits: Sequence[api.Edit]
) -> HttpResponse:
    """A version with the edits made."""
    last = file.versions.last()
    try:
        data, made = api.edit_bytes(source, load(last.content), edits, leaves_out=True)
        version = actions.add_version(
            file=file,
            after=whole_number(request.POST.get("version", "")),
            data=data,
            suffix=last.suffix,
            origin=VersionOrigin.FIXED,
            note=changes_in_words(source, made, len(edits)),
            by=request.user,
        )
    except actions.Overtaken:
        return refused(request, file, TEXT_HAS_CHANGED)
    except api.UnreadableDocument as fault:
        return refused(request, file, fault.reason)
    except api.DuizhaoError as fault:
        return refused(request, file, str(fault))
    reading.read_version(file, version)
    return back_to(file, request.POST.get("at", ""))
