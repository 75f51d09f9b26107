"""Several rows of a ledger at once: what they shall have alike, what that changes, and the change."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from duizhao.web.access import guarded
from duizhao.web.desk import ledger_queries, queries, several_rows
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.ledger import RowOvertaken
from duizhao.web.desk.ledger_address import ledger_address
from duizhao.web.desk.ledger_form import CellField
from duizhao.web.desk.models import Batch, LedgerRow
from duizhao.web.desk.several_rows import SEVERAL_KEYS, SeveralChange
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

MOST_LISTED = 100
NOTHING_GIVEN = "请至少填一格，或者给要清空的打上勾"
NO_ROW = "要改的都已经是这样，或者不能这样改，没有可改的行"
CHANGED_MEANWHILE = "看的时候这几行又改过，下面是按现在的重新比的，请再看一遍。"


@guarded(TABLE, "change_several")
def change_several(request: HttpRequest, batch: str) -> HttpResponse:
    """The form for the chosen rows; with `step` what it would change, and the change."""
    found = get_object_or_404(queries.batches(request.user, "change_several"), key=batch)
    rows = _rows(request, found)
    if request.method != "POST" or not rows:
        return redirect(ledger_address(found))
    change = SeveralChange.from_post(request.POST)
    step = request.POST.get("step")
    if not step:
        return _page(request, found, rows, SeveralChange({}))
    if not change.texts:
        return _page(request, found, rows, change, NOTHING_GIVEN, UNPROCESSABLE)
    seen = several_rows.see(rows, change, timezone.localdate())
    if not any(each.edits and not each.refused for each in seen):
        return _page(request, found, rows, change, NO_ROW, UNPROCESSABLE)
    if step != "apply":
        return _page(request, found, rows, change)
    if request.POST.get("digest") != several_rows.digest(seen):
        return _page(request, found, rows, change, CHANGED_MEANWHILE, CONFLICT)
    try:
        made = several_rows.apply(batch=found, seen=seen, change=change, by=request.user)
    except RowOvertaken:
        return _page(request, found, _rows(request, found), change, CHANGED_MEANWHILE, CONFLICT)
    return redirect(ledger_address(found, done=made.key))


def _rows(request: HttpRequest, batch: Batch) -> list[LedgerRow]:
    """The chosen rows; where none is chosen, all that the page listed."""
    wanted = ledger_queries.RowFilter.from_fields(
        {name: request.POST.get(f"only-{name}", "") for name in ledger_queries.RowFilter.__slots__}
    )
    chosen = request.POST.getlist("chosen")
    if chosen:
        return list(batch.ledger_rows.filter(is_removed=False, pk__in=chosen))
    days = ledger_queries.near_days()
    return list(ledger_queries.shown_rows(batch, wanted, timezone.localdate(), days))


def _carried(request: HttpRequest) -> list[tuple[str, str]]:
    """Which rows are meant, as fields: those that were chosen, else what the page listed, however many they are."""
    chosen = request.POST.getlist("chosen")
    if chosen:
        return [("chosen", key) for key in chosen]
    names = [f"only-{name}" for name in ledger_queries.RowFilter.__slots__]
    return [(name, request.POST.get(name, "")) for name in names]


def _page(
    request: HttpRequest,
    batch: Batch,
    rows: Sequence[LedgerRow],
    change: SeveralChange,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    seen = several_rows.see(rows, change, timezone.localdate())
    # What is not done stands first: nobody looks for it behind what is listed.
    listed = sorted(seen, key=lambda each: not each.refused)[:MOST_LISTED]
    shown = {
        "batch": batch,
        "total": len(seen),
        "listed": listed,
        "more": len(seen) - len(listed),
        "refused": sum(1 for each in seen if each.refused),
        "carried": _carried(request),
        "fields": [CellField(key, change.texts.get(key, "")) for key in SEVERAL_KEYS],
        "change": change,
        "digest": several_rows.digest(seen),
        "count": sum(1 for each in seen if each.edits and not each.refused),
        "owners": ledger_queries.owners(batch),
        "fault": fault,
    }
    return render(request, "desk/ledger_several.html", shown, status=status)
