"""The audit as a page: the newest entries first, and whether the chain is whole."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duizhao.errors import DuizhaoError
from duizhao.web.access import guarded
from duizhao.web.audit import queries, words
from duizhao.web.audit.access import TABLE
from duizhao.web.audit.verify import AuditHead, current_head, verify
from duizhao.web.status_codes import UNPROCESSABLE

ROWS_OF_A_PAGE = 50


@require_safe
@guarded(TABLE, "entries")
def entries(request: HttpRequest) -> HttpResponse:
    page = Paginator(queries.entries(request.user, "entries"), ROWS_OF_A_PAGE).get_page(
        request.GET.get("page")
    )
    rows = [words.AuditRow.from_entry(entry) for entry in page.object_list]
    asked = request.GET.get("head")
    shown = {"page": page, "rows": rows, "head": current_head(), "asked": asked}
    status = 200
    if asked is not None:
        try:
            shown["state"] = verify(AuditHead.from_text(asked) if asked.strip() else None)
        except DuizhaoError as fault:
            shown["why"], status = str(fault), UNPROCESSABLE
    return render(request, "audit/entries.html", shown, status=status)
