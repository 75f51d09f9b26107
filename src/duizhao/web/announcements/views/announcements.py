"""The announcements of a meeting: the list, a new one of chosen rows, one to be read, one as a paper."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.announcements import actions, queries
from duizhao.web.announcements.access import TABLE
from duizhao.web.announcements.models import Announcement
from duizhao.web.announcements.papers import FORMS, paper_of
from duizhao.web.attachment import attachment
from duizhao.web.audit.actions import record
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@require_safe
@guarded(TABLE, "announcements")
def announcements(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "announcements"), key=dossier)
    return announcements_page(request, found)


def announcements_page(
    request: HttpRequest, dossier: Dossier, *, status: int = 200, **others: Any
) -> HttpResponse:
    """The page, with what an act on it answers."""
    keeps = queries.dossiers(request.user, "begin").filter(pk=dossier.pk).exists()
    known = queries.announcements(request.user, "announcement").filter(dossier=dossier)
    today = timezone.localdate()
    shown = {
        "keeps": keeps,
        "rows": [(each, stands(each, today)) for each in known],
        "replies": queries.replies_so_far(dossier) if keeps else None,
        "has_ledger": bool(dossier.batch and dossier.batch.ledger_rows.exists()),
        **others,
    }
    return dossier_page(request, dossier, "announcements/announcements.html", shown, status=status)


def stands(announcement: Announcement, today: Any) -> str:
    """How an announcement stands on a day, in words."""
    if announcement.published_on is None:
        return "没有发布"
    if announcement.ends_on < today:
        return "已到期"
    return "正在通报" if announcement.starts_on <= today else "到日子再通报"


@guarded(TABLE, "begin")
def begin(request: HttpRequest, dossier: str) -> HttpResponse:
    """The rows of the ledger to choose from, and a draft of those that are chosen."""
    found = get_object_or_404(queries.dossiers(request.user, "begin"), key=dossier)
    shown: dict[str, Any] = {"offered": queries.offered_rows(found)}
    if request.method != "POST":
        return dossier_page(request, found, "announcements/begin.html", shown)
    keys = request.POST.getlist("chosen")
    try:
        made = actions.begin_announcement(dossier=found, by=request.user, keys=keys)
    except RefusedAct as fault:
        shown["why"] = str(fault)
        return dossier_page(request, found, "announcements/begin.html", shown, status=CONFLICT)
    return redirect("announcements:edit", announcement=made.key)


@require_safe
@guarded(TABLE, "announcement")
def announcement_page(request: HttpRequest, announcement: str) -> HttpResponse:
    found = get_object_or_404(queries.announcements(request.user, "announcement"), key=announcement)
    return render(request, "announcements/announcement.html", {"announcement": found})


@require_safe
@guarded(TABLE, "paper")
def paper(request: HttpRequest, announcement: str) -> HttpResponse:
    """The announcement as a Word file or a PDF."""
    found = get_object_or_404(queries.announcements(request.user, "paper"), key=announcement)
    form = request.GET.get("form", "docx")
    if form not in FORMS:
        raise Http404
    try:
        name, data = paper_of(found, form)
    except api.DuizhaoError as fault:
        return announcements_page(request, found.dossier, status=UNPROCESSABLE, why=str(fault))
    record(actor=request.user, act="announcements.paper", kind="announcement", key=found.pk)
    return attachment(data, name)
