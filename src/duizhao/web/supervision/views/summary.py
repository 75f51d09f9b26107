"""The summary of one meeting for the superior: seen first, then given out as a file."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.audit.actions import record
from duizhao.web.desk.output_names import stem_of
from duizhao.web.meetings.page import dossier_page
from duizhao.web.submissions.models import SubmissionState
from duizhao.web.supervision import queries
from duizhao.web.supervision.access import TABLE
from duizhao.web.supervision.sharing import text_prints
from duizhao.web.supervision.summing import summaries


@require_safe
@guarded(TABLE, "summary")
def summary(request: HttpRequest, dossier: str) -> HttpResponse:
    """What the file would hold."""
    found = get_object_or_404(queries.dossiers(request.user, "summary"), key=dossier)
    (made,) = summaries([found])
    states = [
        (label, made.statements[value])
        for value, label in SubmissionState.choices
        if value in made.statements
    ]
    shown = {"summary": made, "states": states, "due": len(made.due)}
    return dossier_page(request, found, "supervision/summary.html", shown)


@require_POST
@guarded(TABLE, "give_out")
def give_out(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "give_out"), key=dossier)
    (made,) = summaries([found])
    if "prints" in request.POST:
        made = replace(made, prints=text_prints(found))
    record(actor=request.user, act="supervision.give_out", kind="dossier", key=found.key)
    day = timezone.localdate()
    name = (
        f"{stem_of(f'{found.unit.name} {found.name}')} 汇总{day.year}{day.month:02}{day.day:02}.zip"
    )
    return attachment(made.as_file(), name)
