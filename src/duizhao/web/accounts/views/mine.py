"""One's own account: the authenticator app, recovery codes, and where one is logged in."""

from __future__ import annotations

from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duizhao.web.accounts import time_codes
from duizhao.web.accounts.acting import ACTING
from duizhao.web.accounts.actions import second_factor as factor_actions
from duizhao.web.accounts.actions.entering import OWES_FACTOR
from duizhao.web.accounts.actions.sessions import end_sessions
from duizhao.web.accounts.forms import CodeForm, DelegationForm
from duizhao.web.accounts.open_sessions import sessions_of
from duizhao.web.accounts.queries import has_second_factor, own_delegations
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import UNPROCESSABLE


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    return shown_mine(request)


def shown_mine(
    request: HttpRequest,
    *,
    code: CodeForm | None = None,
    delegation: DelegationForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of one's own account, with what was typed where it was not taken."""
    person = request.user
    own = delegation or DelegationForm(person)
    shown: dict[str, Any] = {
        "has_factor": has_second_factor(person),
        "left_codes": person.recovery_codes.filter(used_at=None).count(),
        "sessions": sessions_of(person, request.session.session_key),
        "code": code or CodeForm(),
        "delegations": own_delegations(person),
        "acting": request.session.get(ACTING),
        "form": own if own.fields["grant"].queryset else None,
    }
    return render(request, "accounts/mine.html", shown, status=status)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Set up an authenticator app: the QR code, and a first code that proves that it was taken in."""
    person = request.user
    if has_second_factor(person):
        return redirect("accounts:mine")
    secret = factor_actions.begin(person=person)
    form = CodeForm(request.POST or None)
    form.fields["code"].help_text = "手机上正显示的 6 位数字"
    if form.is_valid():
        try:
            codes = factor_actions.confirm(person=person, code=form.cleaned_data["code"])
        except RefusedAct as fault:
            form.add_error("code", str(fault))
        else:
            request.session.pop(OWES_FACTOR, None)
            request.session.cycle_key()
            return render(request, "accounts/recovery_codes.html", {"codes": codes, "is_new": True})
    typed = time_codes.typed(secret)
    shown = {
        "form": form,
        "square": _square(time_codes.address_for_app(secret, person.username)),
        "typed": " ".join(typed[at : at + 4] for at in range(0, len(typed), 4)),
        "is_owed": OWES_FACTOR in request.session,
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "accounts/second_factor.html", shown, status=status)


def _square(address: str) -> str:
    made = segno.make_qr(address, error="m")
    # Of what we have written ourselves, drawn as a path.
    return mark_safe(made.svg_inline(omitsize=True, svgclass=None, lineclass=None))


@sensitive_post_parameters()
@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, shown once."""
    form = CodeForm(request.POST)
    if form.is_valid() and has_second_factor(request.user):
        try:
            codes = factor_actions.renew_codes(person=request.user, code=form.cleaned_data["code"])
        except RefusedAct as fault:
            form.add_error("code", str(fault))
        else:
            return render(request, "accounts/recovery_codes.html", {"codes": codes})
    return shown_mine(request, code=form, status=UNPROCESSABLE)


@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """End one of one's own sessions, or all but this."""
    named, current = request.POST.get("session", ""), request.session.session_key
    end_sessions(person=request.user, by=request.user, name=named, except_key=current)
    return redirect("accounts:mine")
