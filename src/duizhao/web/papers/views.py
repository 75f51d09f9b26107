"""The papers of a meeting: what is in them, where each value comes from, what is left to write."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment, stored_attachment
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.papers import actions, making, queries
from duizhao.web.papers.access import TABLE
from duizhao.web.papers.models import PaperTemplate
from duizhao.web.papers.pieces import pieces
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

LARGEST_TEMPLATE = 10_000_000


@require_safe
@guarded(TABLE, "papers")
def papers(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "papers"), key=dossier)
    own = set(PaperTemplate.objects.filter(unit=found.unit).values_list("paper", flat=True))
    shown = {"papers": api.meeting_papers().values(), "own": own}
    return dossier_page(request, found, "papers/papers.html", shown)


@require_safe
@guarded(TABLE, "paper")
def paper(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "paper"), key=dossier)
    return _page(request, found, _asked(request))


@require_safe
@guarded(TABLE, "download")
def download(request: HttpRequest, dossier: str) -> HttpResponseBase:
    found = get_object_or_404(queries.dossiers(request.user, "download"), key=dossier)
    wanted = _asked(request)
    form = "pdf" if request.GET.get("form") == "pdf" else "docx"
    try:
        data = making.file_of(found, wanted, form)
    except api.DuizhaoError as fault:
        return _page(request, found, wanted, str(fault), UNPROCESSABLE)
    return attachment(data, f"{found.name}{wanted.name}.{form}")


@require_POST
@guarded(TABLE, "put_template")
def put_template(request: HttpRequest, dossier: str) -> HttpResponse:
    """Use the unit's own Word file for a paper, once its places are known to be right."""
    found = get_object_or_404(queries.dossiers(request.user, "put_template"), key=dossier)
    wanted = _asked(request)
    upload = request.FILES.get("file")
    if upload is None or upload.size > LARGEST_TEMPLATE:
        why = "没有收到文件，请再选一次" if upload is None else "文件太大，不是正常的模板"
        return _page(request, found, wanted, why, UNPROCESSABLE)
    data, name = upload.read(), upload.name
    try:
        api.read_template(data, name)
        actions.put_template(dossier=found, paper=wanted.id, name=name, data=data, by=request.user)
    except RefusedAct as fault:
        return _page(request, found, wanted, str(fault), CONFLICT)
    except api.DuizhaoError as fault:
        return _page(request, found, wanted, str(fault), UNPROCESSABLE)
    return redirect(_address(found, wanted))


@require_safe
@guarded(TABLE, "template")
def template(request: HttpRequest, template: str) -> HttpResponse:
    """The unit's own form, as it was put in."""
    found = get_object_or_404(queries.templates(request.user, "template"), key=template)
    return stored_attachment(found.content, found.name)


@require_POST
@guarded(TABLE, "remove_template")
def remove_template(request: HttpRequest, template: str) -> HttpResponse:
    found = get_object_or_404(queries.templates(request.user, "remove_template"), key=template)
    actions.remove_template(template=found, by=request.user)
    back = queries.dossiers(request.user, "paper").filter(key=request.POST.get("dossier", ""))
    return redirect("papers:papers", dossier=back[0].key) if back else redirect("/")


def _asked(request: HttpRequest) -> api.MeetingPaper:
    """The paper that an address names; without one, the first."""
    known = api.meeting_papers()
    wanted = known.get(request.GET.get("paper", next(iter(known))))
    if wanted is None:
        raise Http404
    return wanted


def _address(dossier: Dossier, paper: api.MeetingPaper) -> str:
    return f"{reverse('papers:paper', kwargs={'dossier': dossier.key})}?paper={paper.id}"


def _page(
    request: HttpRequest,
    dossier: Dossier,
    paper: api.MeetingPaper,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    made = making.preview(dossier, paper)
    shown = {
        "paper": paper,
        "template": made.template,
        "pieces": list(pieces(made.filled)),
        "blanks": [each.name for each in made.filled.blanks],
        "fault": fault or made.fault,
        "places": api.PLACES,
    }
    return dossier_page(request, dossier, "papers/paper.html", shown, status=status)
