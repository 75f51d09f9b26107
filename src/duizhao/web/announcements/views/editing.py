"""An announcement is looked through, changed, published, withdrawn, removed; its results are appraised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.announcements import actions, queries
from duizhao.web.announcements.access import TABLE
from duizhao.web.announcements.announced_rows import HEADS, TEXTS, names_found
from duizhao.web.announcements.forms import AnnouncementForm
from duizhao.web.announcements.models import Announcement, AnnouncementScope
from duizhao.web.announcements.views.announcements import announcements_page
from duizhao.web.meetings.page import dossier_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

FIELDS = ("title", "foreword", "scope", "starts_on", "ends_on")
DIGITS, TEXT_CHARACTERS = 9, 4_000
OVERTAKEN = "这份通报刚才有人改过：下面是你写的，旁边是现在存着的。改好再存一次，就以你的为准"


@guarded(TABLE, "edit")
def edit(request: HttpRequest, announcement: str) -> HttpResponse:
    """The form of an announcement, with the texts of its rows; and the same saved."""
    found = get_object_or_404(queries.announcements(request.user, "edit"), key=announcement)
    if request.method != "POST":
        form = AnnouncementForm(initial={name: getattr(found, name) for name in FIELDS})
        return _page(request, found, form, found.rows)
    form, rows = AnnouncementForm(request.POST), _posted(request, found)
    if not form.is_valid():
        return _page(request, found, form, rows, status=UNPROCESSABLE)
    given = request.POST.get("version", "")
    version = int(given) if given.isdecimal() and len(given) <= DIGITS else found.version
    kept = [each for each in rows if f"drop-{each['row']}" not in request.POST]
    try:
        actions.change_announcement(
            announcement=found, version=version, by=request.user, rows=kept, **form.cleaned_data
        )
    except actions.AnnouncementOvertaken as fault:
        now = fault.announcement
        return _page(request, now, form, rows, status=CONFLICT, why=OVERTAKEN, theirs=now)
    except RefusedAct as fault:
        return _page(request, found, form, rows, status=CONFLICT, why=str(fault))
    return redirect("announcements:edit", announcement=found.key)


@require_POST
@guarded(TABLE, "publish")
def publish(request: HttpRequest, announcement: str) -> HttpResponse:
    found = get_object_or_404(queries.announcements(request.user, "publish"), key=announcement)
    try:
        actions.publish(announcement=found, by=request.user)
    except RefusedAct as fault:
        form = AnnouncementForm(initial={name: getattr(found, name) for name in FIELDS})
        return _page(request, found, form, found.rows, status=CONFLICT, why=str(fault))
    return redirect("announcements:edit", announcement=found.key)


@require_POST
@guarded(TABLE, "withdraw")
def withdraw(request: HttpRequest, announcement: str) -> HttpResponse:
    found = get_object_or_404(queries.announcements(request.user, "withdraw"), key=announcement)
    try:
        actions.withdraw(announcement=found, by=request.user)
    except RefusedAct as fault:
        return announcements_page(request, found.dossier, status=CONFLICT, why=str(fault))
    return redirect("announcements:edit", announcement=found.key)


@require_POST
@guarded(TABLE, "remove")
def remove(request: HttpRequest, announcement: str) -> HttpResponse:
    found = get_object_or_404(queries.announcements(request.user, "remove"), key=announcement)
    try:
        actions.remove_announcement(announcement=found, by=request.user)
    except RefusedAct as fault:
        return announcements_page(request, found.dossier, status=CONFLICT, why=str(fault))
    return redirect("announcements:announcements", dossier=found.dossier_id)


@require_POST
@guarded(TABLE, "begin_survey")
def begin_survey(request: HttpRequest, announcement: str) -> HttpResponse:
    """Begin the appraisal of the results: its codes are printed on the page of its round."""
    found = get_object_or_404(queries.announcements(request.user, "begin_survey"), key=announcement)
    try:
        made = actions.begin_survey(announcement=found, by=request.user)
    except RefusedAct as fault:
        return announcements_page(request, found.dossier, status=CONFLICT, why=str(fault))
    return redirect("opinions:round", round=made.key)


def _posted(request: HttpRequest, announcement: Announcement) -> list[dict[str, str]]:
    """The texts of the rows as the form gives them."""
    return [
        {
            "row": each["row"],
            **{
                key: request.POST.get(f"{key}-{each['row']}", each[key])
                .replace("\r\n", "\n")
                .strip()[:TEXT_CHARACTERS]
                for key in TEXTS
            },
        }
        for each in announcement.rows
    ]


def _page(
    request: HttpRequest,
    announcement: Announcement,
    form: AnnouncementForm,
    rows: Sequence[dict[str, str]],
    *,
    status: int = 200,
    **others: Any,
) -> HttpResponse:
    link = request.build_absolute_uri(f"/p/{announcement.token}/")
    shown = {
        "announcement": announcement,
        "form": form,
        "rows": [(each["row"], [(key, HEADS[key], each[key]) for key in TEXTS]) for each in rows],
        "names": names_found(rows, queries.names_of(announcement.dossier)),
        "link": link if announcement.scope == AnnouncementScope.LINK else "",
        **others,
    }
    return dossier_page(
        request, announcement.dossier, "announcements/edit.html", shown, status=status
    )
