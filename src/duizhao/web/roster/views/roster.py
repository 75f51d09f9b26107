"""The roster: who is in the unit, in which department, and who is in charge of it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.roster import actions, queries
from duizhao.web.roster.access import TABLE
from duizhao.web.roster.models import StaffMember
from duizhao.web.roster.staff_entry import LABELS


@require_safe
@guarded(TABLE, "roster")
def roster(request: HttpRequest) -> HttpResponse:
    return render(request, "roster/roster.html", roster_shown(request))


def roster_shown(request: HttpRequest, fault: str = "", text: str = "") -> dict[str, Any]:
    """What the page of the roster shows."""
    staff = list(queries.staff(request.user, "roster"))
    units = list(queries.units(request.user, "take_in"))
    likely = (
        []
        if settings.IS_DESK
        else [pair for unit in units for pair in queries.likely_accounts(unit)]
    )
    without = (
        [] if settings.IS_DESK else [m for unit in units for m in queries.without_account(unit)]
    )
    return {
        "without": without,
        "staff": [each for each in staff if each.left_on is None],
        "gone": [each for each in staff if each.left_on],
        "units": units,
        "likely": likely,
        "fault": fault,
        "text": text,
    }


@require_safe
@guarded(TABLE, "workbook")
def workbook(request: HttpRequest) -> HttpResponse:
    """The roster as it is shown, in a form that can be taken in again."""
    staff = queries.staff(request.user, "workbook").filter(left_on=None)
    data = api.render_list("名册", tuple(LABELS.values()), map(_cells, staff))
    return attachment(data, "名册.xlsx")


@require_POST
@guarded(TABLE, "link_accounts")
def link_accounts(request: HttpRequest) -> HttpResponse:
    """Join people to the accounts that have their names, as the page has listed them."""
    units = queries.units(request.user, "link_accounts")
    wanted = request.POST.get("unit", "")
    for unit in units.filter(pk=wanted if wanted.isdecimal() else 0) if wanted else units:
        chosen = request.POST.getlist("account")
        pairs = [pair for pair in queries.likely_accounts(unit) if str(pair[1].pk) in chosen]
        actions.link_accounts(unit=unit, by=request.user, pairs=pairs)
    return redirect("roster:roster")


@require_POST
@guarded(TABLE, "ask_accounts")
def ask_accounts(request: HttpRequest) -> HttpResponse:
    """Ask the administrator for accounts for those who were chosen."""
    chosen = request.POST.getlist("member")
    for unit in queries.units(request.user, "ask_accounts"):
        members = list(queries.without_account(unit).filter(key__in=chosen))
        if members:
            actions.ask_accounts(unit=unit, members=members, by=request.user)
    return redirect("roster:roster")


def unit_of(request: HttpRequest, act: str) -> Any:
    """The unit that a form is about: the one it names, else the only one."""
    units = queries.units(request.user, act)
    wanted = request.POST.get("unit") or request.GET.get("unit")
    if wanted:
        return get_object_or_404(units, pk=wanted if wanted.isdecimal() else 0)
    return get_object_or_404(units[:1])


def _cells(member: StaffMember) -> tuple[str, ...]:
    return (
        member.name,
        member.duty,
        member.get_standing_display(),
        member.department.name if member.department else "",
        "、".join(each.name for each in member.oversees.all()),
        member.branch,
        member.branch_duty,
    )
