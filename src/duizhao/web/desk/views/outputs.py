"""What is made of the chosen files of a batch: asked for, shown while it is made, downloaded."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.attachment import stored_attachment
from duizhao.web.desk import actions, jobs, queries, reading
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import Batch, DeskFile, OutputForm
from duizhao.web.desk.models.batch_output import AUTHOR_CHARACTERS
from duizhao.web.desk.table import chosen, outputs

QUICK_FILES = 5
"""So many files are done in the request."""


@require_POST
@guarded(TABLE, "make")
def make(request: HttpRequest, batch: str) -> HttpResponse:
    """Make something of the chosen files: at once where that is quick, else by a job."""
    found = get_object_or_404(queries.batches(request.user, "make"), key=batch)
    form = request.POST.get("form", "")
    if form not in OutputForm.values:
        return HttpResponse("没有这一种", status=422)
    files = list(chosen(request, found))
    is_quick = _is_quick(form, files)
    output = actions.begin_output(
        batch=found,
        form=form,
        files=[(file.key, file.name) for file in files],
        author=" ".join(request.POST.get("author", "").split())[:AUTHOR_CHARACTERS],
        has_fixes="fixes" in request.POST,
        also=_nothing if is_quick else jobs.enqueue_making,
    )
    if is_quick:
        jobs.make_output.call(output.pk)
    return _shown(request, found)


@require_safe
@guarded(TABLE, "made")
def made(request: HttpRequest, batch: str) -> HttpResponse:
    """The list of what was made, anew: it is asked for while something is made."""
    jobs.settle(is_start=False)
    return _shown(request, get_object_or_404(queries.batches(request.user, "made"), key=batch))


@require_safe
@guarded(TABLE, "download")
def download(request: HttpRequest, output: str) -> HttpResponseBase:
    found = get_object_or_404(queries.outputs(request.user, "download"), key=output)
    if not found.content:
        return HttpResponse("还没有做好", status=409)
    return stored_attachment(found.content, found.name)


@require_POST
@guarded(TABLE, "stop_making")
def stop_making(request: HttpRequest, output: str) -> HttpResponse:
    found = get_object_or_404(queries.outputs(request.user, "stop_making"), key=output)
    actions.stop_output(output=found)
    return _shown(request, found.batch)


@require_POST
@guarded(TABLE, "remove_output")
def remove_output(request: HttpRequest, output: str) -> HttpResponse:
    found = get_object_or_404(queries.outputs(request.user, "remove_output"), key=output)
    actions.remove_output(output=found)
    return _shown(request, found.batch)


def _shown(request: HttpRequest, batch: Batch) -> HttpResponse:
    """The list of what was made; without a script the page."""
    if request.htmx:
        return render(request, "desk/_made.html", {"batch": batch, **outputs(batch)})
    return redirect("desk:batch", batch=batch.key)


def _is_quick(form: str, files: list[DeskFile]) -> bool:
    """Is it made while somebody waits for the page?"""
    suffixes = {file.versions.last().suffix for file in files[:QUICK_FILES]}
    is_few = len(files) <= QUICK_FILES and not suffixes & reading.SLOW_SUFFIXES
    return is_few and form != str(OutputForm.PDF)


def _nothing(output: object) -> None:
    """What is made in the request has no job."""
