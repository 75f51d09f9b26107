"""The way in and out, one's own password, and the first administrator."""

from __future__ import annotations

import math
import time
from datetime import datetime
from typing import Any

from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from duizhao.web.accounts.actions import entering as actions
from duizhao.web.accounts.actions import second_factor as factor_actions
from duizhao.web.accounts.actions import throttling
from duizhao.web.accounts.forms import CodeForm, LoginForm, PasswordForm, SetUpForm
from duizhao.web.accounts.models import Person
from duizhao.web.accounts.open_sessions import address_of, has_left
from duizhao.web.accounts.queries import has_people, has_second_factor
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE
from duizhao.web.unsent_form import UnsentForm

START = "site:start"
WRONG = "账号或密码不对；连着错 5 次要等 1 分钟，再错，等的时间翻倍"
WRONG_CODE = "验证码不对，或者刚用过；等手机上换一个再输入"
UNSENT = "unsent"
"""The field of the pages of the login that carries a form on which the session had ended."""
HALF, HALF_IN_SECONDS = "half-in", 300
TOO_MANY_REQUESTS = 429
form_page = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
@sensitive_post_parameters()
@form_page
def login(request: HttpRequest) -> HttpResponse:
    if not has_people():
        return redirect("accounts:set_up")
    # From the page of somebody who has to wait comes only what was typed before.
    form = LoginForm(request.POST if "username" in request.POST else None)
    if form.is_valid():
        who = {"username": form.cleaned_data["username"], "address": address_of(request)}
        if until := throttling.take_try(**who):
            return locked_out(request, until)
        person = authenticate(request, **form.cleaned_data)
        if person is not None and not has_left(person):
            throttling.give_back(**who)
            return _past_password(request, person)
        if until := throttling.waits_until(**who):
            return locked_out(request, until)
        form.add_error(None, WRONG)
    status = UNPROCESSABLE if form.is_bound else 200
    shown = {"form": form, "next": _next(request), UNSENT: request.POST.get(UNSENT, "")}
    return render(request, "accounts/login.html", shown, status=status)


def _past_password(request: HttpRequest, person: Person) -> HttpResponse:
    """In, or to the page that asks for the second factor."""
    if not has_second_factor(person):
        return _let_in(request, person, _next(request))
    request.session.cycle_key()
    request.session[HALF] = {
        "person": person.pk,
        "at": time.time(),
        "password": person.get_session_auth_hash(),
        "next": _next(request),
    }
    if unsent := request.POST.get(UNSENT):
        return render(request, "accounts/login_code.html", {"form": CodeForm(), UNSENT: unsent})
    return redirect("accounts:login_code")


def _let_in(request: HttpRequest, person: Person, page: str) -> HttpResponse:
    """Into `page`; whose form came after the session had ended gets it back, to send it again."""
    actions.enter(request=request, person=person)
    unsent = UnsentForm.from_sealed(request.POST.get(UNSENT, ""), person.pk)
    if unsent is None:
        return redirect(page or START)
    shown = {"unsent": unsent, "why": "刚才登录已经到期，现在又登录了。"}
    return render(request, "site/unsent.html", shown)


@login_not_required
@sensitive_post_parameters()
@form_page
def login_code(request: HttpRequest) -> HttpResponse:
    """The second factor of somebody whose password was right a moment ago."""
    half = request.session.get(HALF, {})
    person = _half_in(half)
    if person is None:
        return redirect("accounts:login")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        who = {"username": person.username, "address": address_of(request)}
        if until := throttling.take_try(**who):
            return locked_out(request, until)
        if factor_actions.take_code(person=person, code=form.cleaned_data["code"]):
            throttling.give_back(**who)
            answer = _let_in(request, person, half["next"])
            del request.session[HALF]
            return answer
        if until := throttling.waits_until(**who):
            return locked_out(request, until)
        form.add_error("code", WRONG_CODE)
    status = UNPROCESSABLE if form.is_bound else 200
    shown = {"form": form, UNSENT: request.POST.get(UNSENT, "")}
    return render(request, "accounts/login_code.html", shown, status=status)


def _half_in(half: dict[str, Any]) -> Person | None:
    if time.time() - half.get("at", 0) > HALF_IN_SECONDS:
        return None
    person = Person.objects.filter(pk=half["person"], is_active=True).first()
    is_same = person and constant_time_compare(person.get_session_auth_hash(), half["password"])
    return person if is_same else None


def locked_out(request: HttpRequest, until: datetime) -> HttpResponse:
    """429: whoever tries waits."""
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    shown = {
        "until": until,
        "minutes": math.ceil(seconds / 60),
        UNSENT: request.POST.get(UNSENT, ""),
    }
    answer = render(request, "accounts/locked_out.html", shown, status=TOO_MANY_REQUESTS)
    answer["Retry-After"] = str(seconds)
    return answer


def _next(request: HttpRequest) -> str:
    """The page that was asked for, if it is one of ours, and not just the first."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, None)
    return asked if is_ours and asked != "/" else ""


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
        try:
            actions.change_password(request=request, password=form.cleaned_data["password"])
        except RefusedAct as fault:
            form.add_error("password", str(fault))
        else:
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
