"""The tree of units, and one unit with its people."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.accounts import queries
from duizhao.web.accounts.access import TABLE
from duizhao.web.accounts.actions import people as people_actions
from duizhao.web.accounts.actions import units as actions
from duizhao.web.accounts.actions.inviting import invite_new
from duizhao.web.accounts.forms import PersonForm, UnitForm
from duizhao.web.accounts.models import Unit
from duizhao.web.accounts.slip_forms import InvitationSlipForm, InvitedPeopleForm
from duizhao.web.accounts.views.inviting import printed
from duizhao.web.accounts.words import branches, why_not
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

UNITS_OF_A_PAGE = 30


@require_safe
@guarded(TABLE, "units")
def units(request: HttpRequest) -> HttpResponse:
    known = queries.units(request.user, "units")
    page = Paginator(known, UNITS_OF_A_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "tops": branches(page.object_list)}
    return render(request, "accounts/units.html", shown)


@require_safe
@guarded(TABLE, "unit")
def unit(request: HttpRequest, unit: int) -> HttpResponse:
    return _page(request, get_object_or_404(queries.units(request.user, "unit"), pk=unit))


@require_POST
@guarded(TABLE, "add_unit")
def add_unit(request: HttpRequest, unit: int) -> HttpResponse:
    parent = get_object_or_404(queries.units(request.user, "add_unit"), pk=unit)
    form = UnitForm(request.POST)
    if not form.is_valid():
        return _page(request, parent, why_not(form), UNPROCESSABLE)
    try:
        made = actions.add_unit(parent=parent, name=form.cleaned_data["name"], by=request.user)
    except RefusedAct as fault:
        return _page(request, parent, str(fault), CONFLICT)
    return redirect("accounts:unit", unit=made.pk)


@require_POST
@guarded(TABLE, "rename_unit")
def rename_unit(request: HttpRequest, unit: int) -> HttpResponse:
    found = get_object_or_404(queries.units(request.user, "rename_unit"), pk=unit)
    form = UnitForm(request.POST)
    if not form.is_valid():
        return _page(request, found, why_not(form), UNPROCESSABLE)
    try:
        actions.rename_unit(unit=found, name=form.cleaned_data["name"], by=request.user)
    except RefusedAct as fault:
        return _page(request, found, str(fault), CONFLICT)
    return redirect("accounts:unit", unit=found.pk)


@require_POST
@guarded(TABLE, "remove_unit")
def remove_unit(request: HttpRequest, unit: int) -> HttpResponse:
    found = get_object_or_404(queries.units(request.user, "remove_unit"), pk=unit)
    try:
        actions.remove_unit(unit=found, by=request.user)
    except RefusedAct as fault:
        return _page(request, found, str(fault), CONFLICT)
    return redirect("accounts:units")


@require_POST
@guarded(TABLE, "add_person")
def add_person(request: HttpRequest, unit: int) -> HttpResponse:
    """A new person: the answer shows the first password, once."""
    found = get_object_or_404(queries.units(request.user, "add_person"), pk=unit)
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _page(request, found, why_not(form), UNPROCESSABLE)
    try:
        made, password = people_actions.add_person(unit=found, **form.cleaned_data, by=request.user)
    except RefusedAct as fault:
        return _page(request, found, str(fault), CONFLICT)
    shown = {"someone": made, "password": password, "is_new": True}
    return render(request, "accounts/first_password.html", shown)


@require_POST
@guarded(TABLE, "invite_people")
def invite_people(request: HttpRequest, unit: int) -> HttpResponse:
    """Accounts with slips for many people at once."""
    found = get_object_or_404(queries.units(request.user, "invite_people"), pk=unit)
    form = InvitedPeopleForm(request.POST, auto_id="many-%s")
    if not form.is_valid():
        return _page(request, found, why_not(form), UNPROCESSABLE, many=form)
    people = form.cleaned_data["people"]
    return printed(
        request,
        lambda days: invite_new(unit=found, people=people, days=days, by=request.user),
        lambda why, status: _page(request, found, why, status, many=form),
    )


def _page(
    request: HttpRequest,
    unit: Unit,
    why: str = "",
    status: int = 200,
    *,
    many: InvitedPeopleForm | None = None,
) -> HttpResponse:
    person = request.user
    shown: dict[str, Any] = {
        "unit": unit,
        "parts": queries.units(person, "unit").filter(parent=unit.pk),
        "people": queries.people(person, "people").filter(unit=unit.pk),
        "why": why,
        "may": {act for act in TABLE.acts if TABLE.scopes(act, person)},
        "many": many or InvitedPeopleForm(auto_id="many-%s"),
        "slip": InvitationSlipForm.at(request),
        "add_person": PersonForm(auto_id="new-%s"),
        "add_unit": UnitForm(auto_id="part-%s"),
        "rename": UnitForm(auto_id="this-%s", initial={"name": unit.name}),
    }
    return render(request, "accounts/unit.html", shown, status=status)
