"""The headers of every answer: nothing from elsewhere runs, nothing is kept, nothing is framed."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""No script or style inside a page, no eval, no address but our own."""
SAVED_POLICY = "default-src 'none'; sandbox"
"""Of a file that somebody saves: where a browser shows it all the same, nothing in it runs, as if from nowhere."""


class SafeHeaders:
    """Middleware, the outermost one: pages, files and refusals all pass it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._answer(request)
        is_saved = response.get("Content-Disposition", "").startswith("attachment")
        response["Content-Security-Policy"] = SAVED_POLICY if is_saved else POLICY
        response["X-Content-Type-Options"] = "nosniff"
        response["X-Frame-Options"] = "DENY"
        response["Referrer-Policy"] = "same-origin"
        response["Cross-Origin-Opener-Policy"] = "same-origin"
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
