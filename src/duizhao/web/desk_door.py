"""The door of the desk: only the person who started it comes in.

The start hands out keys, each good once; a browser that brings one gets a cookie. No other user of the computer and no
other site has either.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.crypto import constant_time_compare, salted_hmac

from duizhao.web.accounts.queries import desk_person

KEY = "key"
COOKIE = "duizhao-desk"
SAFE_METHODS = frozenset(("GET", "HEAD"))
SECRET_BYTES = 24


class DeskKeys:
    """The keys that are out, and the cookie of this run. Cookies of earlier runs open nothing."""

    def __init__(self) -> None:
        self._out: set[str] = set()
        self._run = secrets.token_urlsafe(SECRET_BYTES)

    def issue(self) -> str:
        """A new key, good once."""
        key = secrets.token_urlsafe(SECRET_BYTES)
        self._out.add(key)
        return key

    def redeem(self, key: str) -> bool:
        """Take a key back: True the first time."""
        # One operation, so that of two threads with the same key only one gets in.
        try:
            self._out.remove(key)
        except KeyError:
            return False
        return True

    @property
    def cookie(self) -> str:
        """The value of the cookie of this run."""
        return salted_hmac("duizhao.desk", self._run).hexdigest()


KEYS = DeskKeys()
"""Of this process: it is the one that serves the desk."""


class DeskDoor:
    """Middleware: without the cookie no page is answered; with it, the person is the one whose computer it is."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_ours(request):
            return _refused(request)
        if not constant_time_compare(request.COOKIES.get(COOKIE, ""), KEYS.cookie):
            return _let_in(request) if KEYS.redeem(request.GET.get(KEY, "")) else _refused(request)
        request.user = desk_person()
        return self._answer(request)


def _is_ours(request: HttpRequest) -> bool:
    """Whether a request was made to this address, by a page of this address where it changes something."""
    host = request.META.get("HTTP_HOST", "")
    if host.rpartition(":")[0] not in settings.ALLOWED_HOSTS:
        return False
    if request.method in SAFE_METHODS:
        return True
    return request.META.get("HTTP_ORIGIN") == f"http://{host}"


def _let_in(request: HttpRequest) -> HttpResponseBase:
    response = HttpResponseRedirect(request.path)
    response.set_cookie(COOKIE, KEYS.cookie, httponly=True, samesite="Lax")
    return response


def _refused(request: HttpRequest) -> HttpResponseBase:
    return HttpResponse(render_to_string("site/not_let_in.html"), status=403)
