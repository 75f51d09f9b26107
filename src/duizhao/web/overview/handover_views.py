"""Who leaves, what each has not finished, and to whom it goes."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.desk.ledger_queries import near_days
from duizhao.web.overview import handover as queries
from duizhao.web.overview.access import TABLE
from duizhao.web.rectification.actions.handing_over import hand_over as hand_over_rows
from duizhao.web.refused_act import RefusedAct
from duizhao.web.roster.models import StaffMember
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

LEAVERS_OF_A_PAGE = 6


@require_safe
@guarded(TABLE, "handovers")
def handovers(request: HttpRequest) -> HttpResponse:
    known = queries.leavers(request.user, "handovers")
    page = Paginator(known, LEAVERS_OF_A_PAGE).get_page(request.GET.get("page"))
    days = near_days()
    works = [queries.unfinished(request.user, each, days) for each in page.object_list]
    shown = {
        "page": page,
        "open": [each for each in works if not each.is_empty],
        "done": [each for each in works if each.is_empty],
    }
    return render(request, "overview/handovers.html", shown)


@require_safe
@guarded(TABLE, "handover")
def handover(request: HttpRequest, member: str) -> HttpResponse:
    return _page(request, get_object_or_404(queries.members(request.user, "handover"), key=member))


@require_POST
@guarded(TABLE, "hand_over")
def hand_over(request: HttpRequest, member: str) -> HttpResponse:
    """Let another have the chosen rows."""
    found = get_object_or_404(queries.members(request.user, "hand_over"), key=member)
    chosen = set(request.POST.getlist("row"))
    rows = [each.row for each in queries.unfinished(request.user, found, near_days()).rows]
    picked = [row for row in rows if row.pk in chosen]
    successor = queries.successors(found).filter(key=request.POST.get("successor", "")).first()
    if successor is None or not picked:
        return _page(request, found, "请勾选要交的，再选交给谁", UNPROCESSABLE)
    try:
        hand_over_rows(rows=picked, leaver=found, successor=successor, by=request.user)
    except RefusedAct as fault:
        return _page(request, found, f"没有交：{fault}", CONFLICT)
    return redirect("overview:handover", member=found.key)


def _page(
    request: HttpRequest, member: StaffMember, why: str = "", status: int = 200
) -> HttpResponse:
    shown = {
        "work": queries.unfinished(request.user, member, near_days()),
        "successors": queries.successors(member),
        "why": why,
    }
    return render(request, "overview/handover.html", shown, status=status)
