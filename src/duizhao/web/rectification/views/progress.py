"""What is reported of a row: entries with files, reviews of standing measures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.attachment import stored_attachment
from duizhao.web.rectification import actions, queries
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.forms import ProgressForm, ReportForm, ReviewForm
from duizhao.web.rectification.page import address_of, answered, row_for, row_page, version_of
from duizhao.web.rectification.refusals import ProgressOvertaken
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

LIFE = "#life"


@require_POST
@guarded(TABLE, "report")
def report(request: HttpRequest, tracked: str) -> HttpResponse:
    """Progress, with the files that show it."""
    return _reported(request, "report", tracked, ReportForm(request.POST))


@require_POST
@guarded(TABLE, "review")
def review(request: HttpRequest, tracked: str) -> HttpResponse:
    """What a review of a standing measure found, and when the next one is."""
    return _reported(request, "review", tracked, ReviewForm(request.POST))


@require_POST
@guarded(TABLE, "mend")
def mend(request: HttpRequest, progress: str) -> HttpResponse:
    """An entry written anew. 409 shows both texts."""
    entry = get_object_or_404(queries.entries(request.user, "mend"), key=progress)
    form = ProgressForm(request.POST)
    if not form.is_valid():
        return row_page(request, entry.row, UNPROCESSABLE, mending=entry, mend=form)
    given = form.cleaned_data
    told = {"happened_on": given["happened_on"], "text": given["text"]}
    try:
        actions.mend_progress(
            entry=entry, version=version_of(request, entry), by=request.user, **told
        )
    except ProgressOvertaken as fault:
        mending = {"mending": fault.entry, "mend": form, "their_entry": fault.entry}
        return row_page(request, entry.row, CONFLICT, **mending)
    return redirect(f"{address_of(entry.row)}{LIFE}")


@require_safe
@guarded(TABLE, "file")
def file(request: HttpRequest, evidence: str) -> HttpResponseBase:
    """A file as it came."""
    found = get_object_or_404(queries.files(request.user, "file"), key=evidence)
    return stored_attachment(found.content, found.name)


@require_POST
@guarded(TABLE, "drop_file")
def drop_file(request: HttpRequest, evidence: str) -> HttpResponse:
    found = get_object_or_404(queries.files(request.user, "drop_file"), key=evidence)
    return answered(
        request, found.row, lambda _: actions.drop_file(file=found, by=request.user), "#evidence"
    )


def _reported(request: HttpRequest, act: str, tracked: str, form: ProgressForm) -> HttpResponse:
    row = row_for(request, act, tracked)
    uploads = request.FILES.getlist("file")
    if not form.is_valid() or not (form.cleaned_data["text"] or uploads):
        if not form.errors:
            form.add_error("text", "写上做了什么，或者放入佐证材料")
        return row_page(request, row, UNPROCESSABLE, **{act: form})
    given = form.cleaned_data
    return answered(
        request,
        row,
        lambda _: actions.report_progress(
            row=row,
            by=request.user,
            happened_on=given["happened_on"],
            text=given["text"],
            files=[(each.name or "", each.read()) for each in uploads],
            next_review=given.get("next_review"),
            by_name=form.who,
        ),
        LIFE,
        **{act: form},
    )
