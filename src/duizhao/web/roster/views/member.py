"""Somebody on the roster: added, changed, gone and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.accounts.models import Unit
from duizhao.web.roster import actions, queries
from duizhao.web.roster.access import TABLE
from duizhao.web.roster.forms import StaffForm
from duizhao.web.roster.models import StaffMember
from duizhao.web.roster.staff_entry import StaffEntry
from duizhao.web.roster.views.roster import unit_of
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "add")
def add(request: HttpRequest) -> HttpResponse:
    """Somebody new, typed in."""
    unit = unit_of(request, "add")
    form = StaffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _keep(request, unit, form.entry())
        return redirect("roster:roster")
    shown = {"form": form, "unit": unit, "units": queries.units(request.user, "add")}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "roster/add.html", {**shown, **_known_names(unit)}, status=status)


@require_safe
@guarded(TABLE, "member")
def member(request: HttpRequest, member: str) -> HttpResponse:
    found = get_object_or_404(queries.staff(request.user, "member"), key=member)
    return _page(request, found, StaffForm.of_entry(StaffEntry.from_member(found)))


@require_POST
@guarded(TABLE, "edit")
def edit(request: HttpRequest, member: str) -> HttpResponse:
    found = get_object_or_404(queries.staff(request.user, "edit"), key=member)
    form = StaffForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=UNPROCESSABLE)
    entry = form.entry(found.key)
    try:
        _keep(request, found.unit, entry)
    except actions.StaffOvertaken:
        now = StaffEntry.from_member(found)
        again = StaffForm({**request.POST.dict(), "version": found.version})
        theirs = entry.changes_from(now)
        return _page(request, found, again, theirs=theirs, status=CONFLICT)
    if "account" in request.POST:
        _give_account(request, found)
    return redirect("roster:roster")


@require_POST
@guarded(TABLE, "leave")
def leave(request: HttpRequest, member: str) -> HttpResponse:
    found = get_object_or_404(queries.staff(request.user, "leave"), key=member)
    actions.leave(member=found, on=_day(request.POST.get("on", "")), by=request.user)
    return redirect("roster:roster")


@require_POST
@guarded(TABLE, "come_back")
def come_back(request: HttpRequest, member: str) -> HttpResponse:
    found = get_object_or_404(queries.staff(request.user, "come_back"), key=member)
    actions.come_back(member=found, by=request.user)
    return redirect("roster:roster")


def _keep(request: HttpRequest, unit: Unit, entry: StaffEntry) -> None:
    actions.take_in(unit=unit, by=request.user, entries=[entry], today=timezone.localdate())


def _give_account(request: HttpRequest, member: StaffMember) -> None:
    wanted = request.POST["account"]
    if wanted == str(member.account_id or ""):
        return
    free = queries.free_accounts(member.unit)
    account = free.filter(pk=wanted).first() if wanted.isdecimal() else None
    actions.give_account(member=member, account=account, by=request.user)


def _page(
    request: HttpRequest,
    member: StaffMember,
    form: StaffForm,
    *,
    theirs: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    accounts = [] if settings.IS_DESK else list(queries.free_accounts(member.unit))
    shown: dict[str, Any] = {
        "member": member,
        "form": form,
        "theirs": theirs,
        "accounts": accounts,
        "has_accounts": not settings.IS_DESK,
        "today": timezone.localdate(),
    }
    page = {**shown, **_known_names(member.unit)}
    return render(request, "roster/member.html", page, status=status)


def _known_names(unit: Unit) -> dict[str, Any]:
    """The names of departments and branches that are known, offered while somebody types."""
    branches = unit.staff.exclude(branch="").values_list("branch", flat=True)
    return {
        "departments": unit.departments.values_list("name", flat=True),
        "branches": sorted(set(branches)),
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
