"""The ledger of a batch: a table of its rows, taken from its statements, given out as a workbook."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.process import RowState
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.desk import ledger_form, ledger_queries, ledger_work, queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.ledger import add_by_hand, take_in
from duizhao.web.desk.ledger_address import ledger_address
from duizhao.web.desk.models import Batch
from duizhao.web.desk.own_ledgers import first_mapping

ROWS_PER_PAGE = 50


@require_safe
@guarded(TABLE, "ledger")
def ledger(request: HttpRequest, batch: str) -> HttpResponse:
    found = get_object_or_404(queries.batches(request.user, "ledger"), key=batch)
    shown = table(request, found)
    template = "desk/_ledger_table.html" if request.htmx else "desk/ledger.html"
    return render(request, template, shown)


def table(request: HttpRequest, batch: Batch, fault: str = "") -> dict[str, Any]:
    """What the page of a ledger shows."""
    wanted = ledger_queries.RowFilter.from_fields(request.GET)
    today, days = timezone.localdate(), ledger_queries.near_days()
    rows = ledger_queries.shown_rows(batch, wanted, today, days)
    page = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [ledger_queries.with_urgency(row, today, days) for row in page.object_list]
    query = request.GET.copy()
    for name in ("page", "done", "kept", "same"):
        query.pop(name, None)
    return {
        "batch": batch,
        "rows": page,
        "has_rows": batch.ledger_rows.filter(is_removed=False).exists(),
        "has_changes": batch.ledger_changes.exists(),
        "wanted": wanted,
        "query": query.urlencode(),
        "owners": ledger_queries.owners(batch),
        "states": [state.value for state in RowState],
        "dues": ledger_queries.DUE_WORDS,
        "done": ledger_queries.last_change(batch, request.GET.get("done", "")),
        "kept": request.GET.get("kept", ""),
        "same": "same" in request.GET,
        "fault": fault,
    }


@require_POST
@guarded(TABLE, "take_rows")
def take(request: HttpRequest, batch: str) -> HttpResponse:
    """Take the rows from the statements, for the first time or anew."""
    found = get_object_or_404(queries.batches(request.user, "take_rows"), key=batch)
    try:
        change = ledger_work.take(batch=found, by=request.user)
    except api.DuizhaoError as fault:
        return render(request, "desk/ledger.html", table(request, found, str(fault)), status=422)
    told = {"done": change.key} if change else {"same": 1}
    return redirect(ledger_address(found, **told))


@guarded(TABLE, "add_row")
def add(request: HttpRequest, batch: str) -> HttpResponse:
    """A row that no statement has: its form, and the row made of it."""
    found = get_object_or_404(queries.batches(request.user, "add_row"), key=batch)
    empty = {"status": RowState.NOT_STARTED.value}
    if request.method != "POST":
        shown = {"batch": found, "fields": ledger_form.fields(empty, is_new=True), "is_new": True}
        return render(request, "desk/ledger_form.html", shown)
    cells = ledger_form.filled(request.POST, empty)
    if not any(cells.get(key) for key in ("problem", "measures")):
        fault = "请写上“查摆出的问题”或者“整改措施”"
        shown = {
            "batch": found,
            "fields": ledger_form.fields(cells, is_new=True),
            "is_new": True,
            "fault": fault,
        }
        return render(request, "desk/ledger_form.html", shown, status=422)
    change = add_by_hand(batch=found, by=request.user, cells=cells)
    return redirect(ledger_address(found, done=change.key))


@require_POST
@guarded(TABLE, "ledger_out")
def out(request: HttpRequest, batch: str) -> HttpResponse:
    """The rows as a workbook: those that the page shows."""
    found = get_object_or_404(queries.batches(request.user, "ledger_out"), key=batch)
    wanted = ledger_queries.RowFilter.from_fields(request.POST)
    rows = ledger_queries.shown_rows(
        found, wanted, timezone.localdate(), ledger_queries.near_days()
    )
    if not rows:
        fault = "台账里还没有行，先由材料生成"
        return render(request, "desk/ledger.html", table(request, found, fault), status=422)
    data = ledger_work.workbook(batch=found, rows=rows)
    day = timezone.localdate()
    name = f"整改台账-{day.year}{day.month:02}{day.day:02}.xlsx"
    return attachment(data, name)


@require_POST
@guarded(TABLE, "ledger_in")
def take_back(request: HttpRequest, batch: str) -> HttpResponse:
    """A workbook that comes back: kept, and shown with what it changes."""
    found = get_object_or_404(queries.batches(request.user, "ledger_in"), key=batch)
    upload = request.FILES.get("workbook")
    if upload is None or upload.size > LARGEST_WORKBOOK:
        fault = "没有收到文件，请再选一次" if upload is None else "文件太大，不是正常的台账"
        return render(request, "desk/ledger.html", table(request, found, fault), status=422)
    data = upload.read()
    try:
        mapping = first_mapping(found, data, upload.name)
    except api.UnreadableDocument as refused:
        shown = table(request, found, f"“{upload.name}”没有收：{refused.reason}")
        return render(request, "desk/ledger.html", shown, status=422)
    returned = take_in(batch=found, name=upload.name, data=data, mapping=mapping)
    return redirect("desk:see_return", returned=returned.key)


LARGEST_WORKBOOK = 30_000_000
