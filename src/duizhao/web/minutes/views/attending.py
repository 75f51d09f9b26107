"""Who came to a meeting, the text of somebody absent, and that they were informed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models import Attendance, Dossier
from duizhao.web.minutes import actions, queries
from duizhao.web.minutes.access import TABLE
from duizhao.web.minutes.page import fragment
from duizhao.web.refused_act import RefusedAct

ATTENDANCE = "minutes/_attendance.html"
LARGEST_TEXT = 20_000_000
REST = "rest"


@require_POST
@guarded(TABLE, "attend")
def attend(request: HttpRequest, dossier: str) -> HttpResponse:
    """Note who came: one person, or all of whom nothing is noted yet."""
    found = get_object_or_404(queries.dossiers(request.user, "attend"), key=dossier)
    key, _, given = request.POST.get("mark", "").partition(".")
    people = list(found.attendees.all())
    if key == REST:
        chosen = [each for each in people if each.attendance == Attendance.UNKNOWN]
    else:
        chosen = [each for each in people if each.pk == key]
    if given not in Attendance.values or (not chosen and key != REST):
        return fragment(request, found, ATTENDANCE, 422, why="没有这个人，请刷新这一页再试")
    try:
        actions.note_attendance(
            dossier=found,
            by=request.user,
            people=chosen,
            attendance=Attendance(given),
            reason=request.POST.get("reason", "").strip()[:NAME_CHARACTERS],
        )
    except RefusedAct as fault:
        return fragment(request, found, ATTENDANCE, 409, why=str(fault))
    return fragment(request, _again(found), ATTENDANCE)


@require_POST
@guarded(TABLE, "absent")
def absent(request: HttpRequest, dossier: str) -> HttpResponse:
    """The text of somebody absent as a file, or that this person was informed of the meeting."""
    found = get_object_or_404(queries.dossiers(request.user, "absent"), key=dossier)
    attendee = found.attendees.filter(pk=request.POST.get("attendee", "")).first()
    upload = request.FILES.get("text")
    is_told = request.POST.get("told", "")
    if attendee is None or (upload is None and is_told not in ("0", "1")):
        return fragment(request, found, ATTENDANCE, 422, why="没有收到文件，请再选一次")
    if upload and (upload.size or 0) > LARGEST_TEXT:
        return fragment(request, found, ATTENDANCE, 422, why="文件太大，不像一份书面发言")
    try:
        if upload:
            name, data = upload.name or "书面发言", upload.read()
            actions.keep_text(attendee=attendee, by=request.user, name=name, data=data)
        else:
            day = timezone.localdate() if is_told == "1" else None
            actions.note_passed_on(attendee=attendee, by=request.user, day=day)
    except RefusedAct as fault:
        return fragment(request, found, ATTENDANCE, 409, why=str(fault))
    return fragment(request, _again(found), ATTENDANCE)


def _again(dossier: Dossier) -> Dossier:
    return Dossier.objects.select_related("unit", "batch", "chair").get(pk=dossier.pk)
