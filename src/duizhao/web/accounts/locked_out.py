"""The answer to a login that was tried too often."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MANY_REQUESTS = 429


def locked_out(request: HttpRequest, response: Any, credentials: Any) -> HttpResponse:
    """429: the account waits, whoever tries."""
    return render(request, "accounts/locked_out.html", status=TOO_MANY_REQUESTS)
