"""A batch: a row for each file; files are put in, all is cleared."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.desk import actions, checking, putting_in, queries, reading
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.table import outputs, table
from duizhao.web.desk.words import accepted

POSITION_DIGITS = 6


@require_safe
@guarded(TABLE, "batch")
def batch(request: HttpRequest, batch: str) -> HttpResponse:
    found = get_object_or_404(queries.batches(request.user, "batch"), key=batch)
    shown = table(request, found)
    if request.htmx and request.htmx.target == "table":
        return render(request, "desk/_table.html", shown)
    outdated = queries.outdated(found, shown["stamp"]).count()
    return render(
        request,
        "desk/batch.html",
        {**shown, **outputs(found), "accept": accepted(), "outdated": outdated},
    )


@require_safe
@guarded(TABLE, "row")
def row(request: HttpRequest, file: str) -> HttpResponse:
    """A row anew: it is asked for while its file waits to be read, and where the settings have changed."""
    found = get_object_or_404(queries.files_with_removed(request.user, "row"), key=file)
    if found.removed_at:
        # The files of an archive have taken its place.
        return HttpResponse(headers={"HX-Refresh": "true"})
    reading.read_if_outdated(found)
    return render(request, "desk/_rows.html", {"files": [found], "stamp": found.checked_with})


@require_POST
@guarded(TABLE, "put_in")
def put_in(request: HttpRequest, batch: str) -> HttpResponse:
    """One file, answered with its row."""
    found = get_object_or_404(queries.batches(request.user, "put_in"), key=batch)
    upload = request.FILES.get("file")
    if upload is None:
        return HttpResponse("没有收到文件，请再试一次", status=422)
    # The folder that was dropped is part of the name, which the browser leaves out of the file's own.
    name = request.POST.get("name") or upload.name
    given = request.POST.get("position", "")
    position = int(given) if given.isdecimal() and len(given) <= POSITION_DIGITS else None
    file = putting_in.take(
        batch=found, name=name, data=upload.read(), position=position, by=request.user
    )
    return render(request, "desk/_rows.html", {"files": [file], "stamp": file.checked_with})


@require_POST
@guarded(TABLE, "rename")
def rename(request: HttpRequest, batch: str) -> HttpResponse:
    found = get_object_or_404(queries.batches(request.user, "rename"), key=batch)
    if name := " ".join(request.POST.get("name", "").split()):
        actions.rename(batch=found, name=name)
    return redirect("desk:batch", batch=found.key)


@require_POST
@guarded(TABLE, "clear")
def clear(request: HttpRequest, batch: str) -> HttpResponse:
    found = get_object_or_404(queries.batches(request.user, "clear"), key=batch)
    actions.clear(batch=found, by=request.user)
    return redirect("desk:home")


@require_POST
@guarded(TABLE, "recheck")
def recheck(request: HttpRequest, batch: str) -> HttpResponse:
    """Check all statements of a batch anew that were checked with other settings."""
    found = get_object_or_404(queries.batches(request.user, "recheck"), key=batch)
    for file in queries.outdated(found, checking.stamp()):
        reading.read_if_outdated(file)
    return redirect("desk:batch", batch=found.key)
