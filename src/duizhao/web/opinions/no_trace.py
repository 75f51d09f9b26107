"""Whoever gives an opinion leaves no trace: no session, no cookie, no line in a log."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

PLACE = "/o/"


class NoTrace:
    """Middleware, before sessions and accounts: a person who is logged in is nobody under `/o/`."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(PLACE):
            return self._answer(request)
        request.META.pop("HTTP_COOKIE", None)
        response = self._answer(request)
        response.cookies.clear()
        # Django writes refusals into its log unless they stand there already.
        response._has_been_logged = True
        return response
