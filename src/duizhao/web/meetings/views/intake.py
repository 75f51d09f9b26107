"""The folder of an earlier meeting: put in, looked at in one table, made a dossier."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.api.folder_file import read_folder_file
from duizhao.web.access import guarded
from duizhao.web.desk import checking, putting_in
from duizhao.web.meetings import queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.actions import intakes as actions
from duizhao.web.meetings.answers import whole_number
from duizhao.web.meetings.folder_proposal import FILE_KINDS, FolderProposal
from duizhao.web.meetings.forms import kinds, profiles
from duizhao.web.meetings.from_folder import make_dossier
from duizhao.web.meetings.models import FolderIntake
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.actions import StaffOvertaken
from duizhao.web.roster.models import STANDINGS
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

ARCHIVE = ".zip"


@require_safe
@guarded(TABLE, "from_folder")
def from_folder(request: HttpRequest) -> HttpResponse:
    """Where the folder is dropped."""
    shown = {
        "units": queries.units(request.user, "begin_intake"),
        "waiting": queries.intakes(request.user, "intake").order_by("-made_at"),
    }
    return render(request, "meetings/from_folder.html", shown)


@require_POST
@guarded(TABLE, "begin_intake")
def begin_intake(request: HttpRequest) -> HttpResponse:
    """Begun by the script, which then puts the files in."""
    units, wanted = queries.units(request.user, "begin_intake"), request.POST.get("unit", "")
    unit = get_object_or_404(units.filter(pk=wanted) if wanted.isdecimal() else units[:1])
    made = actions.begin_intake(unit=unit, by=request.user)
    return redirect("meetings:intake", intake=made.key)


@require_POST
@guarded(TABLE, "put_in")
def put_in(request: HttpRequest, intake: str) -> HttpResponse:
    """One file; of an archive all that it holds."""
    found = get_object_or_404(queries.intakes(request.user, "put_in"), key=intake)
    try:
        upload = request.FILES["file"]
    except MultiValueDictKeyError:
        return HttpResponse("没有收到文件，请再试一次", status=UNPROCESSABLE)
    if found.files.count() >= actions.MAX_FILES:
        return HttpResponse(f"一次最多放 {actions.MAX_FILES} 份", status=UNPROCESSABLE)
    name = request.POST.get("name") or upload.name or "文件"
    position = whole_number(request.POST.get("position", "")) or 0
    data = upload.read()
    try:
        for each_name, each in _unpacked(name, data):
            _take(found, each_name, each, position)
    except api.DuizhaoError as fault:
        return HttpResponse(str(fault), status=UNPROCESSABLE)
    return HttpResponse(status=204)


@require_safe
@guarded(TABLE, "intake")
def intake(request: HttpRequest, intake: str) -> HttpResponse:
    found = get_object_or_404(queries.intakes(request.user, "intake"), key=intake)
    return _page(request, found, FolderProposal.from_intake(found))


@require_POST
@guarded(TABLE, "confirm_intake")
def confirm(request: HttpRequest, intake: str) -> HttpResponse:
    """The table as somebody has corrected it becomes a dossier."""
    found = get_object_or_404(queries.intakes(request.user, "confirm_intake"), key=intake)
    proposal = FolderProposal.from_fields(found, request.POST)
    if proposal.fault:
        return _page(request, found, proposal, proposal.fault, UNPROCESSABLE)
    try:
        dossier = make_dossier(
            intake=found, proposal=proposal, by=request.user, put_in=putting_in.take
        )
    except RefusedAct:
        return redirect("meetings:meetings")
    except StaffOvertaken as fault:
        return _page(
            request, found, proposal, f"名册上的{fault.name}刚才改过，请再存一次", CONFLICT
        )
    return redirect("meetings:plan", dossier=dossier.key)


@require_POST
@guarded(TABLE, "drop_intake")
def drop(request: HttpRequest, intake: str) -> HttpResponse:
    found = get_object_or_404(queries.intakes(request.user, "drop_intake"), key=intake)
    actions.drop_intake(intake=found, by=request.user)
    return redirect("meetings:meetings")


def _unpacked(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """The files of an archive that could be taken out; another file alone. Raises DuizhaoError."""
    if not name.lower().endswith(ARCHIVE):
        return [(name, data)]
    return [(each.name, each.data) for each in api.unpack(data, name) if not each.reason]


def _take(intake: FolderIntake, name: str, data: bytes, position: int) -> None:
    found = read_folder_file(data, name.rpartition("/")[2], checking.checker()).as_json()
    actions.put_in(intake=intake, name=name, data=data, found=found, position=position)


def _page(
    request: HttpRequest,
    intake: FolderIntake,
    proposal: FolderProposal,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = {
        "intake": intake,
        "proposal": proposal,
        "kinds": kinds(),
        "profiles": profiles(),
        "standings": STANDINGS,
        "file_kinds": FILE_KINDS,
        "fault": fault,
    }
    return render(request, "meetings/intake.html", shown, status=status)
