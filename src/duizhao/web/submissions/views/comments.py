"""Comments at the text of a statement: made, answered, resolved."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import reading
from duizhao.web.desk.refusal import whole_number
from duizhao.web.status_codes import UNPROCESSABLE
from duizhao.web.submissions import actions, queries
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.models import Submission
from duizhao.web.submissions.placing import place_in
from duizhao.web.submissions.shown import shown_version
from duizhao.web.submissions.typed_words import typed_words
from duizhao.web.submissions.views.statement import page
from duizhao.web.submissions.words import taken_in_words

NO_PLACE = "请先选中要批注的文字，或者写明第几段、哪几个字"
NO_WORDS = "请写上批注"
NO_FILE = "没有收到文件，请再选一次"


@require_POST
@guarded(TABLE, "add_comment")
def add_comment(request: HttpRequest, submission: str) -> HttpResponse:
    """A comment at the words that were selected in the version that the page has shown."""
    found = get_object_or_404(queries.submissions(request.user, "add_comment"), key=submission)
    keeps = queries.submissions(request.user, "hand_in").filter(pk=found.pk).exists()
    number = whole_number(request.POST.get("number", ""))
    version = found.file.versions.filter(number=number).first() if keeps else None
    version = version or shown_version(found, is_keeper=keeps)
    text = typed_words(request.POST, "text")
    try:
        source = reading.source_of(found.file, version)
    except api.DuizhaoError as fault:
        return page(request, found, {"fault": str(fault), "typed": text}, UNPROCESSABLE)
    span = place_in(source, request.POST.dict())
    if span is None or not text:
        why = NO_WORDS if span else NO_PLACE
        said = {"fault": why, "typed": text, "typed_quote": request.POST.get("quote", "")}
        return page(request, found, said, UNPROCESSABLE)
    actions.add_comment(
        submission=found,
        number=version.number,
        span=(span.start, span.end),
        quote=span.of(source.text),
        text=text,
        by=request.user,
    )
    return _back(found)


@require_POST
@guarded(TABLE, "take_comments")
def take_comments(request: HttpRequest, submission: str) -> HttpResponse:
    """The comments of a copy that somebody has reviewed in Word, or of an opinion sheet, at their words here."""
    found = get_object_or_404(queries.submissions(request.user, "take_comments"), key=submission)
    keeps = queries.submissions(request.user, "hand_in").filter(pk=found.pk).exists()
    version, upload = shown_version(found, is_keeper=keeps), request.FILES.get("file")
    if upload is None:
        return page(request, found, {"fault": NO_FILE}, UNPROCESSABLE)
    try:
        source = reading.source_of(found.file, version)
        data, suffix = upload.read(), PurePosixPath(upload.name).suffix.lower()
        returned = reading.source_of_bytes(data, upload.name, suffix)
        opinions = [each for each in api.opinions_returned(returned, data, source) if not each.code]
    except api.DuizhaoError as fault:
        return page(request, found, {"fault": str(fault)}, UNPROCESSABLE)
    placed = [each for each in opinions if each.span is not None]
    for each in placed:
        _take(found, version.number, source, each, request.user)
    if len(placed) < len(opinions) or not opinions:
        lost = [each.text for each in opinions if each.span is None]
        said = {"fault": taken_in_words(len(placed), lost)}
        return page(request, found, said, UNPROCESSABLE)
    return _back(found)


def _take(
    submission: Submission, number: int, source: api.Source, opinion: api.ReturnedOpinion, by: Any
) -> None:
    span = opinion.span or api.Span(0, 0)
    author = f"{opinion.author}：" if opinion.author else ""
    actions.add_comment(
        submission=submission,
        number=number,
        span=(span.start, span.end),
        quote=span.of(source.text),
        text=f"{author}{opinion.text}",
        by=by,
    )


@require_POST
@guarded(TABLE, "answer_comment")
def answer_comment(request: HttpRequest, comment: str) -> HttpResponse:
    found = get_object_or_404(queries.comments(request.user, "answer_comment"), key=comment)
    if text := typed_words(request.POST, "text"):
        actions.answer_comment(comment=found, text=text, by=request.user)
    return _back(found.submission)


@require_POST
@guarded(TABLE, "resolve_comment")
def resolve_comment(request: HttpRequest, comment: str) -> HttpResponse:
    """Say that a comment is seen to; with `again` that it is not."""
    found = get_object_or_404(queries.comments(request.user, "resolve_comment"), key=comment)
    is_resolved = "again" not in request.POST
    actions.resolve_comment(comment=found, is_resolved=is_resolved, by=request.user)
    return _back(found.submission)


def _back(submission: Submission) -> HttpResponse:
    answer = redirect("submissions:statement", submission=submission.key)
    answer["Location"] += "#comments"
    return answer
