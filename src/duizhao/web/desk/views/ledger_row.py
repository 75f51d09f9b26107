"""A row of a ledger: read, changed in its form, settled with its statement, removed, brought back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao.ledger.typed_state import held_back
from duizhao.web.access import guarded
from duizhao.web.desk import ledger_form, ledger_queries, ledger_work
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.ledger import RowEdit, RowOvertaken, change_rows, undo_change
from duizhao.web.desk.ledger_address import ledger_address
from duizhao.web.desk.models import LedgerChange, LedgerRow

VERSION_DIGITS = 9


@require_safe
@guarded(TABLE, "ledger_row")
def ledger_row(request: HttpRequest, row: str) -> HttpResponse:
    """A row as it is: where its form is left without saving."""
    found = get_object_or_404(ledger_queries.ledger_rows(request.user, "ledger_row"), key=row)
    return _shown(request, found)


@guarded(TABLE, "edit_row")
def edit(request: HttpRequest, row: str) -> HttpResponse:
    """The form of a row; and the row again, once it is saved."""
    found = get_object_or_404(ledger_queries.ledger_rows(request.user, "edit_row"), key=row)
    if request.method != "POST":
        return _form(request, found, ledger_form.fields(found.cells))
    cells = ledger_form.filled(request.POST, found.cells)
    version = _version(request, found)
    if version != found.version:
        return _clash(request, found, cells, version)
    held = held_back(found.cells, cells, timezone.localdate())
    if held.reasons:
        return _form(
            request, found, ledger_form.fields(cells), ledger_form.refusal_words(held), 422
        )
    try:
        change = change_rows(
            batch=found.batch,
            by=request.user,
            done=f"已保存 {found.id_in_ledger}",
            edits=[RowEdit(found, version, cells=cells)],
        )
    except RowOvertaken as fault:
        return _clash(request, fault.row, cells, version)
    return _after(request, found, change)


@require_POST
@guarded(TABLE, "settle_row")
def settle(request: HttpRequest, row: str) -> HttpResponse:
    """What the statement has changed is seen; cells that both have changed are settled."""
    found = get_object_or_404(ledger_queries.ledger_rows(request.user, "settle_row"), key=row)
    choices = {
        name.removeprefix("choice-"): value
        for name, value in request.POST.items()
        if name.startswith("choice-")
    }
    try:
        change = ledger_work.settle(
            row=found, version=_version(request, found), by=request.user, choices=choices
        )
    except RowOvertaken as fault:
        return _shown(request, fault.row, status=409)
    return _after(request, found, change)


@require_POST
@guarded(TABLE, "remove_row")
def remove(request: HttpRequest, row: str) -> HttpResponse:
    found = get_object_or_404(ledger_queries.ledger_rows(request.user, "remove_row"), key=row)
    edit = RowEdit(found, _version(request, found), is_removed=True)
    try:
        change = change_rows(
            batch=found.batch,
            by=request.user,
            done=f"已删掉 {found.id_in_ledger}",
            edits=[edit],
        )
    except RowOvertaken as fault:
        return _shown(request, fault.row, status=409)
    return _after(request, found, change)


@require_POST
@guarded(TABLE, "undo_change")
def undo(request: HttpRequest, change: str) -> HttpResponse:
    """Bring back what a change has changed."""
    found = get_object_or_404(ledger_queries.changes(request.user, "undo_change"), key=change)
    try:
        undone, kept = undo_change(change=found, by=request.user)
    except RowOvertaken:
        return redirect("desk:ledger_change", change=found.key)
    if undone is None:
        return redirect("desk:ledger_change", change=found.key)
    return redirect(ledger_address(found.batch, done=undone.key, kept=kept))


def _version(request: HttpRequest, row: LedgerRow) -> int:
    """The version that the page had; that of now for a request without one."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) <= VERSION_DIGITS else row.version


def _clash(
    request: HttpRequest, row: LedgerRow, mine: dict[str, str], version: int
) -> HttpResponse:
    """409: the form with both texts where two people have changed the same cell."""
    before = ledger_queries.cells_at(row, version)
    # Cells that the form does not have are those of now.
    cells, theirs = ledger_form.joined(row.id_in_ledger, mine, before, row.cells)
    fault = "这一行刚才有人改过。"
    if theirs:
        fault += f"{ledger_form.heads(theirs)}两边写得不一样，请选一种，或者合起来写，再保存。"
    else:
        fault += "两边改的不是同一格，已经合在一起，请看过再保存。"
    return _form(request, row, ledger_form.fields(cells, theirs), fault, 409)


def _form(
    request: HttpRequest, row: LedgerRow, fields: Any, fault: str = "", status: int = 200
) -> HttpResponse:
    template = "desk/_ledger_form_row.html" if request.htmx else "desk/ledger_form.html"
    shown = {"row": row, "batch": row.batch, "fields": fields, "fault": fault}
    return render(request, template, shown, status=status)


def _after(request: HttpRequest, row: LedgerRow, change: LedgerChange) -> HttpResponse:
    """The row after a change, with its undo; the whole page where no script swaps."""
    if not request.htmx:
        return redirect(ledger_address(row.batch, done=change.key))
    row = LedgerRow.objects.select_related("batch", "file").get(pk=row.pk)
    return _shown(request, row, change=change)


def _shown(request: HttpRequest, row: LedgerRow, status: int = 200, **others: Any) -> HttpResponse:
    if not request.htmx:
        return redirect(ledger_address(row.batch))
    shown = ledger_queries.with_urgency(row, timezone.localdate(), ledger_queries.near_days())
    answer = {"row": shown, "batch": row.batch, "page": "ledger", **others}
    return render(request, "desk/_ledger_swap.html", answer, status=status)
