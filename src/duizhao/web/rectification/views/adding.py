"""Rows that come from elsewhere than a statement: an inspection, an opinion, the ledger of an earlier year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from duizhao.ledger.row import RowOrigin
from duizhao.process import ENDED_STATES
from duizhao.web.access import guarded
from duizhao.web.desk.ledger_address import ledger_address
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.page import dossier_page
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.opinions.queries import opinions
from duizhao.web.rectification import actions, queries
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.forms import NewRowForm
from duizhao.web.rectification.page import address_of
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

ENDED = tuple(each.value for each in ENDED_STATES)


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "add")
def add(request: HttpRequest, dossier: str) -> HttpResponse:
    """A problem that somebody outside named; with `opinion` in the address, an opinion."""
    found = get_object_or_404(queries.dossiers(request.user, "add"), key=dossier)
    opinion = _opinion(request, found)
    if request.method != "POST":
        # What is said of one person stays where it is: the ledger is read by others.
        words = opinion.words if opinion and not opinion.is_personal else ""
        form = NewRowForm(is_opinion=bool(opinion), initial={"problem": words})
        return _form(request, found, form, opinion)
    form = NewRowForm(request.POST, is_opinion=bool(opinion))
    if not form.is_valid():
        return _form(request, found, form, opinion, UNPROCESSABLE)
    given = form.cleaned_data
    try:
        row = actions.add_named_row(
            dossier=found,
            by=request.user,
            cells={**form.cells, **({"place": _where(opinion)} if opinion else {})},
            origin=given.get("origin", RowOrigin.OPINION.name.lower()),
            sentence=given.get("sentence", ""),
            opinion=opinion,
        )
    except RefusedAct as fault:
        return _form(request, found, form, opinion, CONFLICT, str(fault))
    return redirect(address_of(row))


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "carry")
def carry(request: HttpRequest, dossier: str) -> HttpResponse:
    """Rows of last year that are not done, to be taken into this ledger."""
    found = get_object_or_404(queries.dossiers(request.user, "carry"), key=dossier)
    open_rows = _open_rows(found)
    if request.method == "POST":
        chosen = [row for row in open_rows if row.pk in request.POST.getlist("row")]
        if chosen:
            actions.carry_rows(dossier=found, by=request.user, rows=chosen)
        assert found.batch is not None
        return redirect(ledger_address(found.batch))
    return dossier_page(request, found, "rectification/carry.html", {"rows": open_rows})


def _open_rows(dossier: Dossier) -> list[LedgerRow]:
    """The rows of the meeting before, without those that are done and those that were taken already."""
    if dossier.previous is None or dossier.previous.batch is None or dossier.batch is None:
        return []
    rows = dossier.previous.batch.ledger_rows.filter(is_removed=False).exclude(state__in=ENDED)
    here = LedgerRow.objects.filter(batch=dossier.batch, is_removed=False)
    return list(rows.exclude(later__row__in=here))


def _opinion(request: HttpRequest, dossier: Dossier) -> ReceivedOpinion | None:
    key = request.GET.get("opinion", "")
    if not key:
        return None
    return get_object_or_404(opinions(request.user, "opinion"), key=key, dossier=dossier)


def _where(opinion: ReceivedOpinion) -> str:
    """How an opinion came, in words that name nobody."""
    return "，".join(filter(None, (opinion.get_origin_display(), opinion.scope)))


def _form(
    request: HttpRequest,
    dossier: Dossier,
    form: NewRowForm,
    opinion: ReceivedOpinion | None,
    status: int = 200,
    why: str = "",
) -> HttpResponse:
    names = StaffMember.objects.filter(unit=dossier.unit_id, left_on=None)
    shown = {
        "form": form,
        "opinion": opinion,
        "why": why,
        "names": list(names.values_list("name", flat=True)),
    }
    return dossier_page(request, dossier, "rectification/add.html", shown, status=status)
