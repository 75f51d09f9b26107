"""A statement: its text with what was found in it, what it has to answer, what reviewers say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.attachment import stored_attachment
from duizhao.web.desk import reading
from duizhao.web.desk.heaviest import heaviest, words_of_unlisted
from duizhao.web.desk.models import ReadStatus, Version
from duizhao.web.desk.refusal import whole_number
from duizhao.web.desk.words import accepted, download_name
from duizhao.web.meetings.page import dossier_page
from duizhao.web.submissions import actions, queries
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.beside import comments_beside, marks_of, points_beside
from duizhao.web.submissions.models import Submission
from duizhao.web.submissions.reasons import reasons_shown
from duizhao.web.submissions.shown import acts_on, record_sight, shown_version
from duizhao.web.submissions.table_rows import due_of

TEMPLATE = "submissions/statement.html"
FRAGMENTS = ("boxes", "bar", "article", "rules")


@require_safe
@guarded(TABLE, "statement")
def statement(request: HttpRequest, submission: str) -> HttpResponse:
    found = get_object_or_404(queries.submissions(request.user, "statement"), key=submission)
    return page(request, found)


@require_safe
@guarded(TABLE, "handed_in_file")
def handed_in_file(request: HttpRequest, submission: str) -> HttpResponseBase:
    """The file of a version that was handed in: the last one, or another by its number."""
    found = get_object_or_404(queries.submissions(request.user, "handed_in_file"), key=submission)
    number = whole_number(request.GET.get("version", "")) or found.handed_in
    handed = get_object_or_404(found.hand_ins, number=number)
    version = get_object_or_404(found.file.versions, number=handed.number)
    return stored_attachment(version.content, download_name(found.file, version))


@require_POST
@guarded(TABLE, "hand_in")
def hand_in(request: HttpRequest, submission: str) -> HttpResponse:
    """Let reviewers see the last version."""
    found = get_object_or_404(queries.submissions(request.user, "hand_in"), key=submission)
    number = whole_number(request.POST.get("number", ""))
    seen = whole_number(request.POST.get("version", ""))
    actions.hand_in(submission=found, number=number, seen=seen, by=request.user)
    return redirect("submissions:statement", submission=found.key)


@require_POST
@guarded(TABLE, "take_from")
def take_from(request: HttpRequest, submission: str) -> HttpResponse:
    """Make a file nobody's statement."""
    found = get_object_or_404(queries.submissions(request.user, "take_from"), key=submission)
    dossier = found.dossier_id
    actions.take_from(submission=found, by=request.user)
    return redirect("submissions:statements", dossier=dossier)


def page(
    request: HttpRequest,
    submission: Submission,
    said: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a statement; `said` is what a form has sent that was not taken, with the reason."""
    may = acts_on(request.user, submission)
    version = shown_version(submission, is_keeper=may["hand_in"])
    shown: dict[str, Any] = {
        "submission": submission,
        "may": may,
        "version_shown": version,
        "last": submission.file.versions.last(),
        "hand_ins": list(submission.hand_ins.select_related("by")),
        "decisions": list(submission.decisions.select_related("by")),
        "due_on": due_of(submission),
        "today": timezone.localdate(),
        "accept": accepted(),
        **(said or {}),
    }
    shown |= reasons_shown(submission, version)
    if submission.file.status == ReadStatus.WAITING and version.pk == shown["last"].pk:
        return dossier_page(request, submission.dossier, TEMPLATE, shown, status=status)
    try:
        shown |= _text(request, submission, version, shown)
    except api.UnreadableDocument as fault:
        shown["why_unread"] = fault.reason
    except api.DuizhaoError as fault:
        shown["why_unread"] = str(fault)
    return dossier_page(request, submission.dossier, TEMPLATE, shown, status=status)


def _text(
    request: HttpRequest, submission: Submission, version: Version, shown: dict[str, Any]
) -> dict[str, Any]:
    """The text with its findings, its comments and what it has to answer."""
    checked, _ = reading.checked_with_aside(submission.file, version)
    comments = comments_beside(submission, version, checked.source, reading.source_of)
    is_keeper = shown["may"]["hand_in"]
    points = points_beside(
        submission, version, checked.source, reading.source_of, request.user, suggests=is_keeper
    )
    beside = {**shown, "comments": comments, "points": points}
    above = render_to_string("submissions/_beside.html", beside, request)
    controls = replace(api.NO_CONTROLS, above=above, marks=marks_of(comments))
    listed = checked if "all" in request.GET else heaviest(checked)
    fragment = api.StatementFragment.from_checked(listed, reading.rules(), controls)
    record_sight(submission, points, request.user)
    # Escaped where it is made, as in the report.
    pieces = {name: mark_safe(getattr(fragment, name)) for name in FRAGMENTS}
    return {**pieces, "unlisted": words_of_unlisted(listed)}
