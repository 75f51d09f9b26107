"""An archive from elsewhere: put in, looked at in one table, made a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.archive import actions, queries
from duizhao.web.archive.access import TABLE
from duizhao.web.archive.belonging import REFERRED
from duizhao.web.archive.models import ArchiveIntake
from duizhao.web.archive.people_found import NEW, FoundPerson, people_found
from duizhao.web.archive.received_package import ReceivedPackage
from duizhao.web.archive.received_profile import keep_profile
from duizhao.web.archive.taking_in import refuse_doubled, take_in
from duizhao.web.archive.views.archives import archives_page
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE
from duizhao.web.stored_files import load

STAFF = REFERRED[1]


@require_POST
@guarded(TABLE, "put_in")
def put_in(request: HttpRequest) -> HttpResponse:
    """Look through an archive; keep it where it is whole."""
    units, wanted = queries.units(request.user, "put_in"), request.POST.get("unit", "")
    unit = get_object_or_404(units.filter(pk=wanted) if wanted.isdecimal() else units[:1])
    upload = request.FILES.get("file")
    if upload is None:
        return archives_page(request, "没有收到文件，请再选一次", UNPROCESSABLE)
    data = upload.read()
    try:
        refuse_doubled(ReceivedPackage.from_bytes(data))
    except RefusedAct as fault:
        return archives_page(request, str(fault), UNPROCESSABLE)
    made = actions.begin_intake(unit=unit, name=upload.name or "", data=data, by=request.user)
    return redirect("archive:intake", received=made.key)


@require_safe
@guarded(TABLE, "intake")
def intake(request: HttpRequest, received: str) -> HttpResponse:
    found = get_object_or_404(queries.intakes(request.user, "intake"), key=received)
    return _page(request, found, {})


@require_POST
@guarded(TABLE, "confirm_intake")
def confirm(request: HttpRequest, received: str) -> HttpResponse:
    """The table as somebody has settled it: the archive becomes a dossier."""
    found = get_object_or_404(queries.intakes(request.user, "confirm_intake"), key=received)
    package = ReceivedPackage.known(load(found.content))
    people = _people(package, found, request.POST)
    try:
        dossier = take_in(intake=found, unit=found.unit, people=people, by=request.user)
    except RefusedAct as fault:
        return _page(request, found, request.POST, str(fault), CONFLICT)
    keep_profile(about=package.about, dossier=dossier, by=request.user)
    return redirect("archive:archive", dossier=dossier.key)


@require_POST
@guarded(TABLE, "drop_intake")
def drop(request: HttpRequest, received: str) -> HttpResponse:
    found = get_object_or_404(queries.intakes(request.user, "drop_intake"), key=received)
    actions.drop_intake(intake=found, by=request.user)
    return redirect("archive:archives")


def _people(
    package: ReceivedPackage, intake: ArchiveIntake, given: Mapping[str, str]
) -> list[FoundPerson]:
    return people_found(package.rows.get(STAFF, ()), intake.unit, given)


def _page(
    request: HttpRequest,
    intake: ArchiveIntake,
    given: Mapping[str, str],
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    package = ReceivedPackage.known(load(intake.content))
    shown: dict[str, Any] = {
        "intake": intake,
        "about": package.about,
        "dossier": package.rows["meetings.Dossier"][0],
        "people": _people(package, intake, given),
        "files": len(package.rows.get("desk.DeskFile", ())),
        "rows": len(package.rows.get("desk.LedgerRow", ())),
        "new": NEW,
        "fault": fault,
    }
    return render(request, "archive/intake.html", shown, status=status)
