"""Without an account every page leads to the login; with a first password, to the page that changes it; who needs an
authenticator app and has none, to the page that sets it up. Sessions end here that are too old or were not used;
a form that comes too late is not lost."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from duizhao.web.accounts.acting import is_taken_up
from duizhao.web.accounts.actions.entering import OWES_FACTOR
from duizhao.web.accounts.forms import LoginForm
from duizhao.web.accounts.open_sessions import is_still_open
from duizhao.web.unsent_form import UnsentForm

WITH_FIRST_PASSWORD = frozenset(("accounts:password", "accounts:logout"))
WITHOUT_FACTOR = WITH_FIRST_PASSWORD | {"accounts:second_factor"}
ONES_OWN = WITHOUT_FACTOR | {
    "accounts:mine",
    "accounts:recovery_codes",
    "accounts:end_session",
    "accounts:delegate",
    "accounts:drop_delegation",
    "accounts:act_for",
}
"""What one does with one's own account, also while one acts for another."""
HTMX, HTMX_PAGE = "HX-Request", "HX-Current-URL"
LOGIN_ADDRESS = "X-Login"
"""Where a script leads that has nothing typed to keep."""
UNAUTHORIZED, FORBIDDEN = 401, 403
ENDED = "登录已经到期。请另开一个标签页登录，再回到这里做一次；填的还在这一页"


class LoginNeeded(LoginRequiredMiddleware):
    """Middleware: the whole browser is led away, also where only a piece of a page was asked for."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        person = request.user
        if not person.is_authenticated:
            return super().process_view(request, view_func, view_args, view_kwargs)
        if not is_still_open(request, person):
            logout(request)
            return _kept_out(request, person.pk)
        if not getattr(view_func, "login_required", True):
            return None
        name = _name(request)
        if person.has_first_password and name not in WITH_FIRST_PASSWORD:
            return _led(request, reverse("accounts:password"))
        if request.session.get(OWES_FACTOR) and name not in WITHOUT_FACTOR:
            return _led(request, reverse("accounts:second_factor"))
        if name not in ONES_OWN and not is_taken_up(request, person):
            return _led(request, reverse("accounts:mine"))
        return None

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:
        return _kept_out(request)


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _page(request: HttpRequest) -> str:
    """The page to come back to: with HTMX that from which the piece was asked, after a form the first page."""
    if HTMX in request.headers:
        return urlsplit(request.headers.get(HTMX_PAGE, "/")).path or "/"
    return request.get_full_path() if request.method == "GET" else "/"


def _kept_out(request: HttpRequest, person: int | None = None) -> HttpResponseBase:
    """To the login. What was typed into a form goes along; under a script it stays where it is."""
    address = f"{reverse('accounts:login')}?{urlencode({'next': _page(request)})}"
    if request.method == "POST" and HTMX in request.headers:
        answer = HttpResponse(ENDED, status=UNAUTHORIZED, content_type="text/plain; charset=utf-8")
        answer["HX-Reswap"] = "none"
        answer["HX-Trigger"] = json.dumps({"duizhao:say": {"words": ENDED}})
        answer[LOGIN_ADDRESS] = address
        return answer
    if unsent := UnsentForm.from_request(request, person):
        shown = {"form": LoginForm(), "unsent": unsent.sealed}
        return render(request, "accounts/login.html", shown, status=FORBIDDEN)
    return _led(request, address)


def _led(request: HttpRequest, address: str) -> HttpResponse:
    if HTMX in request.headers:
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
