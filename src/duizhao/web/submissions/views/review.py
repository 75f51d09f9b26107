"""What a reviewer decides about a statement: accepted, or returned with reasons; whether these are met."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_http_methods, require_POST

from duizhao.web.access import guarded
from duizhao.web.desk.refusal import whole_number
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE
from duizhao.web.submissions import actions, queries
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.criteria import BY_ID, by_part
from duizhao.web.submissions.models import ReasonState, ReviewOutcome, Submission
from duizhao.web.submissions.typed_words import typed_words

OWN_REASONS = 3
"""Fields for reasons that are none of the usual ones."""


@require_POST
@guarded(TABLE, "accept")
def accept(request: HttpRequest, submission: str) -> HttpResponse:
    found = get_object_or_404(queries.submissions(request.user, "accept"), key=submission)
    number, seen = _seen(request)
    actions.accept(submission=found, number=number, seen=seen, by=request.user)
    return redirect("submissions:statement", submission=found.key)


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "return_statement")
def return_statement(request: HttpRequest, submission: str) -> HttpResponse:
    """The reasons for which a statement is returned, and by when it is wanted back."""
    found = get_object_or_404(queries.submissions(request.user, "return_statement"), key=submission)
    if request.method != "POST":
        return _form(request, found, {"outcome": ReviewOutcome.REVISE}, [])
    reasons = _reasons(request)
    outcome, due = request.POST.get("outcome", ""), request.POST.get("due_on", "")
    try:
        due_on, is_day = (parse_date(due) if due else None), True
    except ValueError:
        due_on, is_day = None, False
    fault = ""
    if outcome not in (ReviewOutcome.REVISE, ReviewOutcome.REWRITE):
        fault = "请选修改还是重写"
    elif not is_day or (due and due_on is None):
        fault = "日期写得不对，要像 2026-12-10"
    elif not reasons:
        fault = "退回要写明理由：选上面的问题，或者自己写一条"
    if fault:
        typed = {"outcome": outcome, "due_on": due, "fault": fault}
        return _form(request, found, typed, reasons, UNPROCESSABLE)
    number, seen = _seen(request)
    try:
        actions.return_statement(
            submission=found,
            number=number,
            seen=seen,
            by=request.user,
            outcome=outcome,
            due_on=due_on,
            reasons=reasons,
        )
    except RefusedAct as refusal:
        found.refresh_from_db()
        typed = {"outcome": outcome, "due_on": due, "fault": str(refusal)}
        return _form(request, found, typed, reasons, CONFLICT)
    return redirect("submissions:statement", submission=found.key)


@require_POST
@guarded(TABLE, "judge_reason")
def judge_reason(request: HttpRequest, reason: str) -> HttpResponse:
    """Say whether the version that was handed in answers a reason."""
    found = get_object_or_404(queries.reasons(request.user, "judge_reason"), key=reason)
    submission = found.decision.submission
    state = request.POST.get("state", "")
    if state in ReasonState.values:
        actions.judge_reason(
            reason=found,
            state=state,
            number=submission.handed_in or found.decision.number,
            by=request.user,
        )
    answer = redirect("submissions:statement", submission=submission.key)
    answer["Location"] += "#reasons"
    return answer


def _seen(request: HttpRequest) -> tuple[int, int]:
    """The number of the version that the page has shown, and the version of the state."""
    return (
        whole_number(request.POST.get("number", "")),
        whole_number(request.POST.get("version", "")),
    )


def _reasons(request: HttpRequest) -> list[tuple[str, str]]:
    """The questions that were chosen, with the words beside them, and reasons in words alone."""
    chosen = [
        (key, typed_words(request.POST, f"words-{key}"))
        for key in BY_ID
        if key in request.POST.getlist("criterion")
    ]
    written = [text.strip() for text in request.POST.getlist("own")]
    own = [("", text) for text in written if text]
    return [*chosen, *own]


def _form(
    request: HttpRequest,
    submission: Submission,
    typed: dict[str, Any],
    reasons: list[tuple[str, str]],
    status: int = 200,
) -> HttpResponse:
    given = dict(reasons)
    asked = [
        (part, [(each, each.id in given, given.get(each.id, "")) for each in questions])
        for part, questions in by_part().items()
    ]
    own = [text for key, text in reasons if not key]
    shown = {
        "submission": submission,
        "asked": asked,
        "own": [*own, *[""] * max(1, OWN_REASONS - len(own))],
        "outcomes": [each for each in ReviewOutcome.choices if each[0] != ReviewOutcome.ACCEPTED],
        "open_comments": submission.comments.filter(resolved_at=None).count(),
        **typed,
    }
    return dossier_page(
        request, submission.dossier, "submissions/return.html", shown, status=status
    )
