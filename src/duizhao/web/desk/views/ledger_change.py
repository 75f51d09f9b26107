"""What was changed in a ledger, change by change, and what of each can still be taken back."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from duizhao.web.access import guarded
from duizhao.web.desk import ledger_queries, queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.ledger_undo import undo_of

SHOWN_CHANGES, ROWS_OF_A_PAGE = 40, 50


@require_safe
@guarded(TABLE, "ledger_changes")
def changes(request: HttpRequest, batch: str) -> HttpResponse:
    """The last changes of a ledger."""
    found = get_object_or_404(queries.batches(request.user, "ledger_changes"), key=batch)
    last = ledger_queries.last_changes(found, SHOWN_CHANGES)
    return render(request, "desk/ledger_changes.html", {"batch": found, "changes": last})


@require_safe
@guarded(TABLE, "ledger_change")
def change(request: HttpRequest, change: str) -> HttpResponse:
    """One change cell by cell, with what an undo would leave."""
    found = get_object_or_404(ledger_queries.changes(request.user, "ledger_change"), key=change)
    rows = undo_of(found)
    left = sum(not each.is_whole for each in rows)
    can_undo = any(each.content for each in rows)
    shown = {
        "batch": found.batch,
        "change": found,
        "page": Paginator(rows, ROWS_OF_A_PAGE).get_page(request.GET.get("page")),
        "left": left,
        "can_undo": can_undo,
    }
    return render(request, "desk/ledger_change.html", shown)
