"""The people of all units, and one of them with their roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.accounts import queries
from duizhao.web.accounts.access import TABLE
from duizhao.web.accounts.actions import grants as grant_actions
from duizhao.web.accounts.actions import leaving, throttling
from duizhao.web.accounts.actions import people as actions
from duizhao.web.accounts.actions import second_factor as factor_actions
from duizhao.web.accounts.actions import sessions as session_actions
from duizhao.web.accounts.actions.administered import gives_roles
from duizhao.web.accounts.forms import GrantForm, LastDayForm, MoveForm, PersonEditForm, RoleForm
from duizhao.web.accounts.models import Person
from duizhao.web.accounts.open_sessions import sessions_of
from duizhao.web.accounts.words import why_not
from duizhao.web.person_role import PersonRole
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

ROWS_OF_A_PAGE = 50


@require_safe
@guarded(TABLE, "people")
def people(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "").strip()
    known = queries.people(request.user, "people")
    if asked:
        known = known.filter(
            Q(name__contains=asked) | Q(username__contains=asked) | Q(unit__name__contains=asked)
        )
    page = Paginator(known, ROWS_OF_A_PAGE).get_page(request.GET.get("page"))
    gives = "give_roles" not in _not_now(request)
    shown = {
        "page": page,
        "q": asked,
        "without": queries.without_role(request.user, "give_roles") if gives else (),
        "role": RoleForm(),
    }
    return render(request, "accounts/people.html", shown)


@require_POST
@guarded(TABLE, "give_roles")
def give_roles(request: HttpRequest) -> HttpResponse:
    """The same role for many people, for each in the own unit."""
    form = RoleForm(request.POST)
    chosen = [int(each) for each in request.POST.getlist("person") if each.isdecimal()]
    known = queries.without_role(request.user, "give_roles").filter(pk__in=chosen)
    if form.is_valid():
        role = PersonRole(form.cleaned_data["role"])
        grant_actions.give_roles(people=list(known), role=role, by=request.user)
    return redirect("accounts:people")


@require_safe
@guarded(TABLE, "person")
def person(request: HttpRequest, person: int) -> HttpResponse:
    return _page(request, get_object_or_404(queries.people(request.user, "person"), pk=person))


@require_POST
@guarded(TABLE, "edit_person")
def edit_person(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "edit_person"), pk=person)
    form = PersonEditForm(request.POST)
    if not form.is_valid():
        return _page(request, found, why_not(form), UNPROCESSABLE)
    return _done(
        request,
        found,
        lambda: actions.edit_person(person=found, **form.cleaned_data, by=request.user),
    )


@require_POST
@guarded(TABLE, "move_person")
def move_person(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "move_person"), pk=person)
    form = MoveForm(queries.units(request.user, "unit"), request.POST)
    if not form.is_valid():
        return _page(request, found, why_not(form), UNPROCESSABLE)
    unit = form.cleaned_data["unit"]
    return _done(
        request, found, lambda: leaving.move_person(person=found, unit=unit, by=request.user)
    )


@require_POST
@guarded(TABLE, "set_last_day")
def set_last_day(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "set_last_day"), pk=person)
    form = LastDayForm(request.POST)
    if not form.is_valid():
        return _page(request, found, why_not(form), UNPROCESSABLE)
    day = form.cleaned_data["last_day"]
    return _done(
        request, found, lambda: leaving.set_last_day(person=found, last_day=day, by=request.user)
    )


@require_POST
@guarded(TABLE, "deactivate")
def deactivate(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "deactivate"), pk=person)
    return _done(request, found, lambda: actions.deactivate(person=found, by=request.user))


@require_POST
@guarded(TABLE, "activate")
def activate(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "activate"), pk=person)
    return _done(request, found, lambda: actions.activate(person=found, by=request.user))


@require_POST
@guarded(TABLE, "reset_password")
def reset_password(request: HttpRequest, person: int) -> HttpResponse:
    """A new first password, shown once."""
    found = get_object_or_404(queries.people(request.user, "reset_password"), pk=person)
    try:
        password = actions.reset_password(person=found, by=request.user)
    except RefusedAct as fault:
        return _page(request, found, str(fault), CONFLICT)
    return render(request, "accounts/first_password.html", {"someone": found, "password": password})


@require_POST
@guarded(TABLE, "unlock")
def unlock(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "unlock"), pk=person)
    return _done(request, found, lambda: throttling.unlock(person=found, by=request.user))


@require_POST
@guarded(TABLE, "reset_factor")
def reset_factor(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "reset_factor"), pk=person)
    return _done(request, found, lambda: factor_actions.reset_factor(person=found, by=request.user))


@require_POST
@guarded(TABLE, "end_sessions")
def end_sessions(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "end_sessions"), pk=person)
    named = request.POST.get("session", "")
    return _done(
        request,
        found,
        lambda: session_actions.end_sessions(person=found, by=request.user, name=named),
    )


@require_POST
@guarded(TABLE, "add_grant")
def add_grant(request: HttpRequest, person: int) -> HttpResponse:
    found = get_object_or_404(queries.people(request.user, "add_grant"), pk=person)
    form = GrantForm(queries.units(request.user, "unit"), request.POST)
    if not form.is_valid():
        return _page(request, found, why_not(form), UNPROCESSABLE)
    role, unit = PersonRole(form.cleaned_data["role"]), form.cleaned_data["unit"]
    return _done(
        request,
        found,
        lambda: grant_actions.add_grant(person=found, role=role, unit=unit, by=request.user),
    )


@require_POST
@guarded(TABLE, "end_grant")
def end_grant(request: HttpRequest, grant: int) -> HttpResponse:
    found = get_object_or_404(queries.grants(request.user, "end_grant"), pk=grant)
    someone = found.person
    return _done(request, someone, lambda: grant_actions.end_grant(grant=found, by=request.user))


def _done(request: HttpRequest, person: Person, act: Callable[[], object]) -> HttpResponse:
    """Act, and show the person anew; where it is refused, why."""
    try:
        act()
    except RefusedAct as fault:
        known = queries.people(request.user, "person")
        return _page(request, get_object_or_404(known, pk=person.pk), str(fault), CONFLICT)
    return redirect("accounts:person", person=person.pk)


def _page(request: HttpRequest, someone: Person, why: str = "", status: int = 200) -> HttpResponse:
    units = queries.units(request.user, "unit")
    shown: dict[str, Any] = {
        "someone": someone,
        "why": why,
        "may": {act for act in TABLE.acts if TABLE.scopes(act, request.user)} - _not_now(request),
        "locked_until": throttling.waits_until(someone.username, ""),
        "has_factor": queries.has_second_factor(someone),
        "sessions": sessions_of(someone, request.session.session_key),
        "edit": PersonEditForm(initial={"name": someone.name}, auto_id="edit-%s"),
        "move": MoveForm(units, initial={"unit": someone.unit_id}, auto_id="move-%s"),
        "last_day": LastDayForm(initial={"last_day": someone.last_day}, auto_id="last-%s"),
        "grant": GrantForm(units, initial={"unit": someone.unit_id}, auto_id="grant-%s"),
    }
    return render(request, "accounts/person.html", shown, status=status)


def _not_now(request: HttpRequest) -> set[str]:
    """What is the business of the security administrator once there is one."""
    return set() if gives_roles(request.user) else {"add_grant", "end_grant", "give_roles"}
