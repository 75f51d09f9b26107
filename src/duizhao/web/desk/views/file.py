"""A file: its text as written, next to what was found in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.attachment import stored_attachment
from duizhao.web.desk import actions, queries, reading
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.controls import card_controls
from duizhao.web.desk.heaviest import heaviest, words_of_unlisted
from duizhao.web.desk.models import DeskFile, ReadStatus, ReviewState
from duizhao.web.desk.refusal import whole_number
from duizhao.web.desk.words import accepted, download_name

FRAGMENTS = ("boxes", "bar", "article", "rules")


@require_safe
@guarded(TABLE, "file")
def file(request: HttpRequest, file: str) -> HttpResponse:
    found = get_object_or_404(queries.files(request.user, "file"), key=file)
    versions = list(found.versions.all())
    shown = {
        "file": found,
        "states": ReviewState.choices,
        "may_mark": queries.files(request.user, "mark").filter(pk=found.pk).exists(),
        "versions": versions[::-1],
        "last": versions[-1],
        "accept": accepted(),
    }
    if found.status == ReadStatus.READ:
        last = versions[-1]
        checked, apart = reading.checked_with_aside(found, last)
        controls = card_controls(request, found, checked.source, apart, last.number)
        listed = checked if "all" in request.GET else heaviest(checked)
        fragment = api.StatementFragment.from_checked(listed, reading.rules(), controls)
        shown["unlisted"] = words_of_unlisted(listed)
        # Escaped where it is made, as in the report.
        shown |= _changes(found, checked)
        shown |= {name: mark_safe(getattr(fragment, name)) for name in FRAGMENTS}
    return render(request, "desk/file.html", shown)


@require_safe
@guarded(TABLE, "original")
def original(request: HttpRequest, file: str) -> HttpResponseBase:
    """The file as it was put in, or another version of it."""
    found = get_object_or_404(queries.files(request.user, "original"), key=file)
    number = whole_number(request.GET.get("version", "1"))
    version = get_object_or_404(found.versions, number=number)
    return stored_attachment(version.content, download_name(found, version))


@require_POST
@guarded(TABLE, "mark")
def mark(request: HttpRequest, file: str) -> HttpResponse:
    found = get_object_or_404(queries.files(request.user, "mark"), key=file)
    state = request.POST.get("state", "")
    if state not in ReviewState.values:
        return HttpResponse("没有这个状态", status=422)
    actions.mark(file=found, state=ReviewState(state), by=request.user)
    return redirect("desk:file", file=found.key)


def _changes(file: DeskFile, checked: api.CheckedSource) -> dict[str, Any]:
    """What the page offers to change, and what was changed last."""
    return {
        "undoable": queries.last_fixed(file),
        "draft": queries.draft(file),
        "certain": len(api.edits_of(checked.findings)),
        "why_not": api.why_not_editable(checked.source.format),
    }
