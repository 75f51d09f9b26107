"""The statements of a meeting: who has handed one in, whose a file is, what one writes oneself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import comparing, putting_in
from duizhao.web.desk.models import ReadStatus
from duizhao.web.desk.words import accepted
from duizhao.web.meetings.models import Attendee, Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE
from duizhao.web.submissions import queries, receiving, submitted, words
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.list_file import list_file
from duizhao.web.submissions.matching import matches
from duizhao.web.submissions.models import TEAM
from duizhao.web.submissions.table_rows import rows

WAYS = receiving.WaysIn(putting_in.take, putting_in.take_version)
OWNER = "of-"
"""Before the key of a file, in the name of the field that names its owner."""
NOBODY = "这次会议里您没有要交的材料；请经办人在“方案和人员”里登记"


@require_safe
@guarded(TABLE, "statements")
def statements(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "statements"), key=dossier)
    return _page(request, found)


@require_safe
@guarded(TABLE, "statements_out")
def statements_out(request: HttpRequest, dossier: str) -> HttpResponse:
    """The table as a workbook."""
    found = get_object_or_404(queries.dossiers(request.user, "statements_out"), key=dossier)
    reached = queries.submissions(request.user, "statement")
    listed = rows(found, reached, timezone.localdate(), is_review=False)
    return list_file("对照检查材料", words.HEADS, [words.cells(each) for each in listed])


@require_POST
@guarded(TABLE, "match")
def match(request: HttpRequest, dossier: str) -> HttpResponse:
    """Make files the statements of those that a person has chosen."""
    found = get_object_or_404(queries.dossiers(request.user, "match"), key=dossier)
    owners = {
        name.removeprefix(OWNER): owner
        for name, owner in request.POST.items()
        if name.startswith(OWNER) and owner
    }
    hands_in = "hands_in" in request.POST
    try:
        received = receiving.take_matched(found, owners, WAYS, by=request.user, hands_in=hands_in)
    except RefusedAct as fault:
        return _page(request, found, (str(fault),), status=CONFLICT)
    if received.faults:
        return _page(request, found, received.faults, status=UNPROCESSABLE)
    return redirect("submissions:statements", dossier=found.key)


@require_POST
@guarded(TABLE, "begin_statement")
def begin_statement(request: HttpRequest, dossier: str) -> HttpResponse:
    """A statement that its author hands over or begins to write in the page."""
    found = get_object_or_404(queries.dossiers(request.user, "begin_statement"), key=dossier)
    attendee = _of_whom(request, found).filter(key=request.POST.get("attendee", "")).first()
    if attendee is None:
        return _page(request, found, (NOBODY,), status=UNPROCESSABLE)
    upload = request.FILES.get("file")
    try:
        if upload is None:
            made = receiving.begin(found, attendee, WAYS, by=request.user)
            return redirect("desk:edit", file=made.file_id)
        made = receiving.receive(found, attendee, upload.name, upload.read(), WAYS, by=request.user)
    except RefusedAct as fault:
        return _page(request, found, (str(fault),), status=CONFLICT)
    except api.DuizhaoError as fault:
        return _page(request, found, (str(fault),), status=UNPROCESSABLE)
    return redirect("submissions:statement", submission=made.key)


@require_POST
@guarded(TABLE, "screen_submitted")
def screen_submitted(request: HttpRequest, dossier: str) -> HttpResponse:
    """Compare what was handed in with each other, and with the statements of the meeting before."""
    found = get_object_or_404(queries.dossiers(request.user, "screen_submitted"), key=dossier)
    made = submitted.screen(found, by=request.user, at_once=comparing.AT_ONCE)
    if made is None:
        return _page(request, found, ("送审的材料不到两份，没有可以比的",), status=UNPROCESSABLE)
    if made.files.count() <= comparing.AT_ONCE:
        comparing.compare(made)
    return redirect("desk:screening", screening=made.pk)


def _of_whom(request: HttpRequest, dossier: Dossier) -> Any:
    """The people for whom somebody may begin a statement: a clerk for all, an author for himself."""
    if queries.dossiers(request.user, "match").filter(pk=dossier.pk).exists():
        return queries.answerable(dossier)
    return queries.own_attendees(request.user, dossier)


def _page(
    request: HttpRequest, dossier: Dossier, faults: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    is_clerk = queries.dossiers(request.user, "match").filter(pk=dossier.pk).exists()
    is_reviewer = queries.dossiers(request.user, "reviews").filter(pk=dossier.pk).exists()
    reached = queries.submissions(request.user, "statement")
    own = list(queries.own_attendees(request.user, dossier))
    listed = rows(dossier, reached, timezone.localdate(), is_review=not is_clerk)
    if not is_clerk and not is_reviewer:
        listed = [each for each in listed if each.attendee in own]
    shown = {
        "rows": listed,
        "is_clerk": is_clerk,
        "is_reviewer": is_reviewer,
        "own": [each for each in own if not _has_statement(each, listed)],
        "handed_in": sum(bool(each.submission and each.submission.handed_in) for each in listed),
        "faults": faults,
        "accept": accepted(),
        "team": TEAM,
        "screening": queries.last_screening(dossier, is_submitted=not is_clerk),
        **(_dropped(dossier) if is_clerk else {}),
    }
    return dossier_page(request, dossier, "submissions/statements.html", shown, status=status)


def _has_statement(attendee: Attendee, listed: list[Any]) -> bool:
    return any(each.attendee == attendee and each.submission for each in listed)


def _dropped(dossier: Dossier) -> dict[str, Any]:
    """The files that are nobody's yet, and whose they are likely to be."""
    attendees = list(queries.answerable(dossier))
    files = queries.unmatched(dossier)
    address = reverse("desk:put_in", args=[dossier.batch_id]) if dossier.batch_id else ""
    return {
        "attendees": attendees,
        "matches": matches(files, attendees),
        "is_reading": any(file.status == ReadStatus.WAITING for file in files),
        "put_in": address,
    }
