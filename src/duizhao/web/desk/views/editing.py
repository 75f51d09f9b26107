"""Editing a file in the page: its words with what is found in them, kept while they are typed, saved as a version."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import actions, queries, typing_in
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import ReadStatus
from duizhao.web.desk.refusal import TEXT_HAS_CHANGED, back_to, refused, whole_number

MOST_SHOWN = 300
"""Findings that the page lists and marks."""


@require_safe
@guarded(TABLE, "edit")
def edit(request: HttpRequest, file: str) -> HttpResponse:
    """The words of a file in a field: those that were typed and not saved, if there are any."""
    found = get_object_or_404(queries.files(request.user, "edit"), key=file)
    if found.status != ReadStatus.READ:
        return refused(request, found, TEXT_HAS_CHANGED)
    last, draft = found.versions.last(), queries.draft(found)
    try:
        text = draft.text if draft else typing_in.shown_text(found, last)
        findings = typing_in.findings_in(found, text)
    except api.DuizhaoError as fault:
        return refused(request, found, str(fault), status=422)
    shown = {
        "file": found,
        "last": last,
        "draft": draft,
        "text": text,
        "found": findings[:MOST_SHOWN],
        "count": len(findings),
        "is_word": last.suffix == ".docx",
        "why_not": api.why_not_editable(last.suffix.removeprefix(".")),
    }
    return render(request, "desk/edit.html", shown)


@require_POST
@guarded(TABLE, "keep_draft")
def keep_draft(request: HttpRequest, file: str) -> HttpResponse:
    """What is typed kept on the server, and answered with what is found in it."""
    found = get_object_or_404(queries.files(request.user, "keep_draft"), key=file)
    last, text = found.versions.last(), typing_in.typed(request.POST)
    if text is None:
        return JsonResponse({"why": TEXT_HAS_CHANGED}, status=422)
    based_on = whole_number(request.POST.get("version", ""))
    try:
        is_saved = typing_in.is_saved(found, last, text)
        findings = typing_in.findings_in(found, text)
    except api.DuizhaoError as fault:
        # Whatever hinders the check, the words are kept.
        actions.keep_draft(file=found, based_on=based_on, text=text)
        return JsonResponse({"why": f"草稿已记下。{fault}"}, status=422)
    if is_saved:
        actions.drop_draft(file=found)
    else:
        actions.keep_draft(file=found, based_on=based_on, text=text)
    return JsonResponse(
        {
            "findings": findings[:MOST_SHOWN],
            "count": len(findings),
            "saved": is_saved,
            "overtaken": based_on != last.number,
        }
    )


@require_POST
@guarded(TABLE, "drop_draft")
def drop_draft(request: HttpRequest, file: str) -> HttpResponse:
    """What is typed and not saved given up."""
    found = get_object_or_404(queries.files(request.user, "drop_draft"), key=file)
    actions.drop_draft(file=found)
    return redirect("desk:edit", file=found.key)


@require_POST
@guarded(TABLE, "save")
def save(request: HttpRequest, file: str) -> HttpResponse:
    """What is typed saved as a version."""
    found = get_object_or_404(queries.files(request.user, "save"), key=file)
    text = typing_in.typed(request.POST)
    if text is None:
        return refused(request, found, TEXT_HAS_CHANGED, status=422)
    after = whole_number(request.POST.get("version", ""))
    try:
        typing_in.save(found, after, text, request.user)
    except actions.Overtaken:
        actions.keep_draft(file=found, based_on=after, text=text)
        return refused(request, found, OVERTAKEN_DRAFT)
    except api.DuizhaoError as fault:
        actions.keep_draft(file=found, based_on=after, text=text)
        return refused(request, found, str(fault), status=422)
    return back_to(found)


OVERTAKEN_DRAFT = "这份材料在别处改过。打的字都留在草稿里，再点“在页面上改”就能看到"
