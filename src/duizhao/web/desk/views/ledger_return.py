"""A workbook that came back: what it would change, cell by cell, and then changes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import ledger_queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.ledger import RowOvertaken, drop_return
from duizhao.web.desk.ledger_address import ledger_address
from duizhao.web.desk.ledger_returns import ReturnChoices, SeenReturn, apply_return
from duizhao.web.desk.models import LedgerReturn
from duizhao.web.desk.own_ledgers import is_unmapped
from duizhao.web.desk.return_pages import ReturnPage

CHANGED_MEANWHILE = "看的时候台账又改过，下面是按现在的台账重新比的，请再看一遍。"


@require_safe
@guarded(TABLE, "see_return")
def see(request: HttpRequest, returned: str) -> HttpResponse:
    found = get_object_or_404(ledger_queries.returns(request.user, "see_return"), key=returned)
    if is_unmapped(found):
        return redirect("desk:ledger_heads", returned=found.key)
    return _page(request, found)


@require_POST
@guarded(TABLE, "apply_return")
def apply(request: HttpRequest, returned: str) -> HttpResponse:
    found = get_object_or_404(ledger_queries.returns(request.user, "apply_return"), key=returned)
    batch = found.batch
    try:
        seen = SeenReturn.from_return(found, timezone.localdate())
        if request.POST.get("digest") != seen.digest:
            return _page(request, found, CHANGED_MEANWHILE, 409)
        if "page" in request.POST:
            return _page(request, found)
        choices = ReturnChoices.from_post(seen.plan, request.POST)
        change = apply_return(returned=found, seen=seen, by=request.user, choices=choices)
    except RowOvertaken:
        return _page(request, found, CHANGED_MEANWHILE, 409)
    except api.DuizhaoError:
        return _page(request, found, status=422)
    drop_return(returned=found)
    return redirect(ledger_address(batch, done=change.key))


@require_POST
@guarded(TABLE, "drop_return")
def drop(request: HttpRequest, returned: str) -> HttpResponse:
    """Leave the ledger as it is."""
    found = get_object_or_404(ledger_queries.returns(request.user, "drop_return"), key=returned)
    batch = found.batch
    drop_return(returned=found)
    return redirect(ledger_address(batch))


def _page(
    request: HttpRequest, returned: LedgerReturn, fault: str = "", status: int = 200
) -> HttpResponse:
    shown = {"returned": returned, "batch": returned.batch, "fault": fault}
    try:
        seen = SeenReturn.from_return(returned, timezone.localdate())
    except api.UnreadableDocument as problem:
        shown["fault"], status = problem.reason, 422
    else:
        number = request.POST.get("page", "1")
        shown |= {
            "seen": seen,
            "plan": seen.plan,
            "changes": ReturnPage.from_post(list(seen.changes), request.POST, number),
        }
    return render(request, "desk/ledger_return.html", shown, status=status)
