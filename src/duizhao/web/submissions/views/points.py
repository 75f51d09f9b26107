"""Where a statement answers what it was asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import reading
from duizhao.web.status_codes import UNPROCESSABLE
from duizhao.web.submissions import actions, queries
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.beside import points_beside
from duizhao.web.submissions.models import PointSource, Submission
from duizhao.web.submissions.placing import place_in
from duizhao.web.submissions.points import points_of
from duizhao.web.submissions.shown import record_sight, shown_version
from duizhao.web.submissions.typed_words import typed_words
from duizhao.web.submissions.views.statement import page

NO_PLACE = "请选中正文里回应的文字，或者写明第几段；正文里不写的，写明为什么"


@require_safe
@guarded(TABLE, "points")
def points(request: HttpRequest, submission: str) -> HttpResponse:
    """What a statement has to answer, next to the field in which it is answered."""
    found = get_object_or_404(queries.submissions(request.user, "points"), key=submission)
    shown: dict[str, Any] = {"submission": found, "dossier": found.dossier, "may": {}}
    version = shown_version(found, is_keeper=True)
    try:
        source = reading.source_of(found.file, version)
    except api.DuizhaoError:
        return HttpResponse()
    listed = points_beside(found, version, source, reading.source_of, request.user, suggests=False)
    record_sight(found, listed, request.user)
    return render(request, "submissions/_points.html", {**shown, "points": listed})


@require_POST
@guarded(TABLE, "answer_point")
def answer_point(request: HttpRequest, submission: str) -> HttpResponse:
    """Note where something is answered: at words, in a paragraph, or with a note why the text is silent."""
    found = get_object_or_404(queries.submissions(request.user, "answer_point"), key=submission)
    source, point = _point(request)
    known = {(each.source, each.key) for each in points_of(found, request.user)}
    version = shown_version(found, is_keeper=True)
    text = reading.source_of(found.file, version)
    note = typed_words(request.POST, "note")
    span = None if note else place_in(text, request.POST.dict())
    if (source, point) not in known or (span is None and not note):
        said = {"fault": NO_PLACE, "typed_point": point, "typed_note": note}
        return page(request, found, said, UNPROCESSABLE)
    where = span or api.Span(0, 0)
    actions.answer_point(
        submission=found,
        source=source,
        point=point,
        number=version.number,
        span=(where.start, where.end),
        quote=where.of(text.text),
        note=note,
        by=request.user,
    )
    return _back(found)


@require_POST
@guarded(TABLE, "open_point")
def open_point(request: HttpRequest, submission: str) -> HttpResponse:
    """Note that something is not answered after all."""
    found = get_object_or_404(queries.submissions(request.user, "open_point"), key=submission)
    source, point = _point(request)
    actions.open_point(submission=found, source=source, point=point, by=request.user)
    return _back(found)


def _point(request: HttpRequest) -> tuple[str, str]:
    source = request.POST.get("source", "")
    return (source if source in PointSource.values else ""), request.POST.get("point", "")


def _back(submission: Submission) -> HttpResponse:
    answer = redirect("submissions:statement", submission=submission.key)
    answer["Location"] += "#points"
    return answer
