"""The way in and out, one's own password, and the first administrator."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from duizhao.web.accounts.actions import entering as actions
from duizhao.web.accounts.forms import LoginForm, PasswordForm, SetUpForm
from duizhao.web.accounts.queries import has_people
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE

START = "site:start"
WRONG = "账号或密码不对；连着错 5 次，这个账号要等 15 分钟"
form_page = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
@sensitive_post_parameters()
@form_page
def login(request: HttpRequest) -> HttpResponse:
    if not has_people():
        return redirect("accounts:set_up")
    form = LoginForm(request.POST or None)
    if form.is_valid():
        person = authenticate(request, **form.cleaned_data)
        if person is not None:
            actions.enter(request=request, person=person)
            return redirect(_next(request) or START)
        form.add_error(None, WRONG)
    status = UNPROCESSABLE if form.is_bound else 200
    return render(
        request, "accounts/login.html", {"form": form, "next": _next(request)}, status=status
    )


def _next(request: HttpRequest) -> str:
    """The page that was asked for, if it is one of ours, and not just the first."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = asked != "/" and url_has_allowed_host_and_scheme(asked, {request.get_host()})
    return asked if is_ours else ""


@login_not_required
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    actions.leave(request=request)
    return redirect("accounts:login")


@sensitive_post_parameters()
@form_page
def password(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(request.user, request.POST or None)
    if form.is_valid():
        actions.change_password(request=request, password=form.cleaned_data["password"])
        return render(request, "accounts/password_changed.html")
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "accounts/password.html", {"form": form}, status=status)


@login_not_required
@sensitive_post_parameters()
@form_page
def set_up(request: HttpRequest) -> HttpResponse:
    """The first page of a new site; gone once somebody can log in."""
    if has_people():
        raise Http404
    form = SetUpForm(request.POST or None)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("unit", "name", "username", "password")}
        try:
            person = actions.set_up(**given)
        except RefusedAct as fault:
            form.add_error(None, str(fault))
            return render(request, "accounts/set_up.html", {"form": form}, status=CONFLICT)
        actions.enter(request=request, person=person)
        return redirect(START)
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "accounts/set_up.html", {"form": form}, status=status)
