"""Acting for another: asked for, begun, ended."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.accounts import queries
from duizhao.web.accounts.access import TABLE
from duizhao.web.accounts.acting import ACTING
from duizhao.web.accounts.actions import delegating as actions
from duizhao.web.accounts.forms import DelegationForm
from duizhao.web.accounts.models import Delegation
from duizhao.web.accounts.views.mine import shown_mine
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@require_POST
def delegate(request: HttpRequest) -> HttpResponse:
    form = DelegationForm(request.user, request.POST)
    if not form.is_valid():
        return shown_mine(request, delegation=form, status=UNPROCESSABLE)
    try:
        actions.delegate(giver=request.user, **form.cleaned_data)
    except RefusedAct as fault:
        form.add_error(None, str(fault))
        return shown_mine(request, delegation=form, status=CONFLICT)
    return redirect("accounts:mine")


@require_POST
def drop_delegation(request: HttpRequest) -> HttpResponse:
    """End a delegation that one has given or taken."""
    found = get_object_or_404(queries.own_delegations(request.user), pk=_asked(request))
    actions.end_delegation(delegation=found, by=request.user)
    return redirect("accounts:mine")


@require_POST
def act_for(request: HttpRequest) -> HttpResponse:
    """Begin to act under a delegation; without one, act for oneself again."""
    if "delegation" not in request.POST:
        request.session.pop(ACTING, None)
        return redirect("site:start")
    found = get_object_or_404(Delegation.objects.running(request.user), pk=_asked(request))
    actions.begin_acting(delegation=found)
    request.session[ACTING] = found.pk
    return redirect("site:start")


@require_POST
@guarded(TABLE, "end_delegation")
def end_delegation(request: HttpRequest, delegation: int) -> HttpResponse:
    found = get_object_or_404(queries.delegations(request.user, "end_delegation"), pk=delegation)
    actions.end_delegation(delegation=found, by=request.user)
    return redirect("accounts:security")


def _asked(request: HttpRequest) -> int:
    asked = request.POST.get("delegation", "")
    return int(asked) if asked.isdecimal() and asked.isascii() else 0
