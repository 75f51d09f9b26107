"""How long dossiers are kept, which are due, and their removal: proposed by one role, confirmed by another."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.process import meeting_kinds
from duizhao.web.access import guarded
from duizhao.web.archive import actions, queries
from duizhao.web.archive.access import TABLE
from duizhao.web.archive.retention import KeptDossier, kept, periods
from duizhao.web.attachment import attachment
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

MAX_YEARS, ROWS_OF_A_PAGE = 100, 50
WRONG_YEARS = f"“{{}}”的年数要填 1 到 {MAX_YEARS} 的整数；空着就是永久保管"
HEADS = ("会议", "单位", "会议种类", "归档日期", "保管年数", "期满日期", "办到哪里")
DONE = "已销毁：登记、文件、数据库里的旧页和更新前的备份都清掉了。操作记录里只留下谁在什么时候销毁了哪个编号。"
NOT_CLEARED = "已销毁：登记和文件都删了。数据库正忙，旧页还没有清掉，下次打开对照时会接着清。"


@require_safe
@guarded(TABLE, "retention")
def retention(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_safe
@guarded(TABLE, "due_workbook")
def workbook(request: HttpRequest) -> HttpResponse:
    """The list as it is shown."""
    rows = map(_cells, kept(queries.dossiers(request.user, "due_workbook")))
    return attachment(api.render_list("保管期限", HEADS, rows), "保管期限.xlsx")


@require_POST
@guarded(TABLE, "save_periods")
def save(request: HttpRequest) -> HttpResponse:
    years: dict[str, int | None] = {}
    for kind in meeting_kinds().values():
        typed = request.POST.get(f"years-{kind.id}", "").strip()
        if typed and not (typed.isdecimal() and 1 <= int(typed) <= MAX_YEARS):
            return _page(request, WRONG_YEARS.format(kind.name), UNPROCESSABLE)
        years[kind.id] = int(typed) if typed else None
    actions.keep_periods(years=years, by=request.user)
    return redirect("archive:retention")


@require_POST
@guarded(TABLE, "propose")
def propose(request: HttpRequest, dossier: str) -> HttpResponse:
    found = get_object_or_404(queries.dossiers(request.user, "propose"), key=dossier)
    try:
        actions.propose_removal(dossier=found, by=request.user)
    except RefusedAct as fault:
        return _page(request, str(fault), CONFLICT)
    return redirect("archive:retention")


@require_POST
@guarded(TABLE, "take_back")
def take_back(request: HttpRequest, removal: str) -> HttpResponse:
    found = get_object_or_404(queries.removals(request.user, "take_back"), pk=removal)
    actions.decline_removal(proposed=found, by=request.user)
    return redirect("archive:retention")


@require_POST
@guarded(TABLE, "remove_dossier")
def remove(request: HttpRequest, dossier: str) -> HttpResponse:
    """On the desk: one person, who types the name of the meeting."""
    found = get_object_or_404(queries.dossiers(request.user, "remove_dossier"), key=dossier)
    typed = request.POST.get("name", "")
    try:
        is_cleared = actions.remove_on_desk(dossier=found, typed=typed, by=request.user)
    except RefusedAct as fault:
        return _page(request, str(fault), CONFLICT)
    return _page(request, said=DONE if is_cleared else NOT_CLEARED)


@require_safe
@guarded(TABLE, "removals")
def removals(request: HttpRequest) -> HttpResponse:
    """What is proposed for removal, for whoever confirms it: nothing of what a dossier holds."""
    return _removals_page(request)


@require_POST
@guarded(TABLE, "confirm_removal")
def confirm(request: HttpRequest, removal: str) -> HttpResponse:
    found = get_object_or_404(queries.removals(request.user, "confirm_removal"), pk=removal)
    try:
        is_cleared = actions.confirm_removal(proposed=found, by=request.user)
    except RefusedAct as fault:
        return _removals_page(request, str(fault), CONFLICT)
    return _removals_page(request, said=DONE if is_cleared else NOT_CLEARED)


@require_POST
@guarded(TABLE, "decline_removal")
def decline(request: HttpRequest, removal: str) -> HttpResponse:
    found = get_object_or_404(queries.removals(request.user, "decline_removal"), pk=removal)
    actions.decline_removal(proposed=found, by=request.user)
    return redirect("archive:removals")


def _page(request: HttpRequest, fault: str = "", status: int = 200, said: str = "") -> HttpResponse:
    known, rows = periods(), kept(queries.dossiers(request.user, "retention"))
    page = Paginator(rows, ROWS_OF_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "kinds": [(each, known.get(each.id)) for each in meeting_kinds().values()],
        "sets": bool(TABLE.scopes("save_periods", request.user)),
        "page": page,
        "rows": page.object_list,
        "fault": fault,
        "said": said,
    }
    return render(request, "archive/retention.html", shown, status=status)


def _removals_page(
    request: HttpRequest, fault: str = "", status: int = 200, said: str = ""
) -> HttpResponse:
    proposed = queries.removals(request.user, "removals")
    rows = [(each, row) for each in proposed for row in kept([each.dossier])]
    shown = {"rows": rows, "fault": fault, "said": said}
    return render(request, "archive/removals.html", shown, status=status)


def _cells(row: KeptDossier) -> tuple[Any, ...]:
    return (
        row.dossier.name,
        row.dossier.unit.name,
        row.kind_name,
        timezone.localdate(row.dossier.closed_at) if row.dossier.closed_at else "",
        row.years or "永久",
        row.due_on or "",
        "提出销毁，等批准" if row.proposed else ("到期" if row.is_due else ""),
    )
