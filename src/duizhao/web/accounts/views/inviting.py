"""Invitations: for whom there are some, slips to print, and the page on which a slip is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import segno
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.accounts import queries
from duizhao.web.accounts.access import TABLE
from duizhao.web.accounts.actions import entering
from duizhao.web.accounts.actions import inviting as actions
from duizhao.web.accounts.slip_forms import InvitationSlipForm, InvitedForm
from duizhao.web.accounts.words import why_not
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

ROWS_OF_A_PAGE = 50


@require_safe
@guarded(TABLE, "invitations")
def invitations(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
@guarded(TABLE, "invite")
def invite(request: HttpRequest) -> HttpResponse:
    """New slips for people who have none, or who have lost theirs."""
    chosen = queries.uninvited(request.user, "invite").filter(pk__in=_numbers(request, "person"))
    return printed(
        request,
        lambda days: actions.invite(people=list(chosen), days=days, by=request.user),
        partial(_page, request),
    )


@require_POST
@guarded(TABLE, "answer_requests")
def answer_requests(request: HttpRequest) -> HttpResponse:
    """Accounts with slips for those who were chosen of a roster."""
    chosen = queries.account_requests(request.user).filter(pk__in=_numbers(request, "request"))
    return printed(
        request,
        lambda days: actions.answer_requests(requests=list(chosen), days=days, by=request.user),
        partial(_page, request),
    )


@require_POST
@guarded(TABLE, "revoke_invitation")
def revoke_invitation(request: HttpRequest, invitation: int) -> HttpResponse:
    known = queries.invitations(request.user, "revoke_invitation")
    actions.revoke(invitation=get_object_or_404(known, pk=invitation), by=request.user)
    return redirect("accounts:invitations")


def printed(
    request: HttpRequest,
    make: Callable[[int], Sequence[actions.Invited]],
    refused: Callable[[str, int], HttpResponse],
) -> HttpResponse:
    """The page of slips: the only one that ever has the codes. `refused` is the reason why there are none."""
    form = InvitationSlipForm(request.POST)
    if not form.is_valid():
        return refused(why_not(form), UNPROCESSABLE)
    days, address = form.cleaned_data["days"], form.cleaned_data["address"]
    try:
        made = make(days)
    except RefusedAct as fault:
        return refused(str(fault), CONFLICT)
    if not made:
        return refused("请先勾选要印给谁", UNPROCESSABLE)
    place = f"{address.rstrip('/')}{reverse('accounts:invited')}"
    slips = [
        {"person": person, "code": code, "square": _square(f"{place}#{code}")}
        for person, code in made
    ]
    last = timezone.localdate() + timedelta(days=days)
    shown = {"slips": slips, "place": place, "last_day": last}
    return render(request, "accounts/slips.html", shown)


def _page(request: HttpRequest, why: str = "", status: int = 200) -> HttpResponse:
    known = queries.invitations(request.user, "revoke_invitation")
    page = Paginator(known, ROWS_OF_A_PAGE).get_page(request.GET.get("page"))
    shown: dict[str, Any] = {
        "page": page,
        "open": page.object_list,
        "requests": list(queries.account_requests(request.user)),
        "without": list(queries.uninvited(request.user, "invitations")),
        "slip": InvitationSlipForm.at(request),
        "second_slip": InvitationSlipForm.at(request, "second-%s"),
        "why": why,
    }
    return render(request, "accounts/invitations.html", shown, status=status)


def _numbers(request: HttpRequest, name: str) -> list[int]:
    asked = request.POST.getlist(name)
    return [int(each) for each in asked if each.isdecimal() and each.isascii()]


def _square(address: str) -> str:
    """The QR code of a slip: the code stands behind #, which no browser sends to a server."""
    made = segno.make_qr(address, error="m")
    # Of a code that we have made and an address that the form has looked at, drawn as a path.
    return mark_safe(made.svg_inline(omitsize=True, svgclass=None, lineclass=None))


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest) -> HttpResponse:
    """The code of a slip, then the first password of who has it. 79 random bits need no waits."""
    code = request.POST.get("code", "")
    found = queries.invitation_of(code) if code else None
    if found is None:
        shown = {"typed": code, "is_wrong": bool(code)}
        status = UNPROCESSABLE if code else 200
        return render(request, "accounts/invited.html", shown, status=status)
    form = InvitedForm(found.person, request.POST if "password" in request.POST else None)
    if form.is_valid():
        try:
            person = actions.accept(code=code, password=form.cleaned_data["password"])
        except RefusedAct as fault:
            form.add_error(None, str(fault))
        else:
            entering.enter(request=request, person=person)
            return redirect("site:start")
    status = UNPROCESSABLE if form.is_bound else 200
    shown = {"form": form, "someone": found.person, "code": code}
    return render(request, "accounts/invited_password.html", shown, status=status)
