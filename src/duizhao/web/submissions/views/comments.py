"""Comments at the text of a statement: made, answered, resolved."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import reading
from duizhao.web.desk.refusal import whole_number
from duizhao.web.submissions import actions, queries
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.models import Submission
from duizhao.web.submissions.placing import place_in
from duizhao.web.submissions.shown import shown_version
from duizhao.web.submissions.typed_words import typed_words
from duizhao.web.submissions.views.statement import page

NO_PLACE = "请先选中要批注的文字，或者写明第几段、哪几个字"
NO_WORDS = "请写上批注"
UNPROCESSABLE = 422


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
